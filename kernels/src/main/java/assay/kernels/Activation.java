package assay.kernels;

/**
 * Non-linearities of a network, element by element, in place. TANH and SIGMOID are within 4 units in the last place, but
 * SIGMOID is 0 below -88. NaN stays NaN.
 */
public enum Activation {
    RELU {
        @Override
        public void apply(float[] x, int length) {
            Kernels.ELEMENTS.relu(x, length);
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            Kernels.ELEMENTS.reluBackward(output, gradient, length);
        }
    },
    TANH {
        @Override
        public void apply(float[] x, int length) {
            Kernels.ELEMENTS.tanh(x, length);
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            Kernels.ELEMENTS.tanhBackward(output, gradient, length);
        }
    },
    SIGMOID {
        @Override
        public void apply(float[] x, int length) {
            Kernels.ELEMENTS.sigmoid(x, length);
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            Kernels.ELEMENTS.sigmoidBackward(output, gradient, length);
        }
    };

    /** Replaces the first {@code length} elements by their activation. */
    public abstract void apply(float[] x, int length);

    /**
     * Turns a gradient by the output into one by the input.
     *
     * @param output what {@link #apply} left
     * @param gradient by the output on entry, by the input on return
     */
    public abstract void backward(float[] output, float[] gradient, int length);

    /**
     * Adds the biases to every row, then activates. After {@link Products#affine}, which adds them for nothing, use
     * {@link #apply(float[], int)}.
     *
     * @param x rows x columns, from its start
     * @param biases columns values, from {@code from} on
     */
    public void apply(float[] x, int rows, int columns, float[] biases, int from) {
        Rows.addToEach(x, rows, columns, biases, from);
        apply(x, rows * columns);
    }

    /**
     * Turns a gradient by the output into one by the input, and sums its columns: the gradient of the biases.
     *
     * @param output rows x columns, what {@link #apply} left
     * @param gradient rows x columns
     * @param byBias receives columns sums, from {@code from} on
     */
    public void backward(float[] output, float[] gradient, int rows, int columns, float[] byBias, int from) {
        backward(output, gradient, rows * columns);
        Rows.columnSums(gradient, rows, columns, byBias, from);
    }
}
