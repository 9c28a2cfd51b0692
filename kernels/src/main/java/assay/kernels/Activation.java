package assay.kernels;

/** Non-linearities of a network, element by element, in place. */
public enum Activation {
    RELU {
        @Override
        public void apply(float[] x, int length) {
            for (int i = 0; i < length; i++) {
                x[i] = Math.max(x[i], 0);
            }
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] = output[i] > 0 ? gradient[i] : 0;
            }
        }
    },
    TANH {
        @Override
        public void apply(float[] x, int length) {
            for (int i = 0; i < length; i++) {
                x[i] = (float) Math.tanh(x[i]);
            }
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] *= 1 - output[i] * output[i];
            }
        }
    },
    SIGMOID {
        @Override
        public void apply(float[] x, int length) {
            for (int i = 0; i < length; i++) {
                x[i] = (float) (1 / (1 + Math.exp(-x[i])));
            }
        }

        @Override
        public void backward(float[] output, float[] gradient, int length) {
            for (int i = 0; i < length; i++) {
                gradient[i] *= output[i] * (1 - output[i]);
            }
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
}
