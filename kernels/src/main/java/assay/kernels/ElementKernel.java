package assay.kernels;

/** Operations that read and write each element once. */
abstract sealed class ElementKernel permits ScalarElements, VectorElements {

    abstract void relu(float[] x, int length);

    abstract void tanh(float[] x, int length);

    abstract void sigmoid(float[] x, int length);

    /** Multiplies the gradient by the derivative, which is known from the output alone; so below. */
    abstract void reluBackward(float[] output, float[] gradient, int length);

    abstract void tanhBackward(float[] output, float[] gradient, int length);

    abstract void sigmoidBackward(float[] output, float[] gradient, int length);

    /**
     * sums[from + j] = the sum of column j, from the first row down.
     *
     * @param x rows x columns
     */
    abstract void columnSums(float[] x, int rows, int columns, float[] sums, int from);

    /**
     * Turns each row into its exponentials, divided by their sum.
     *
     * @param x rows x columns
     */
    abstract void softmax(float[] x, int rows, int columns);

    /** Multiply-adds on registers alone, {@link #independent} chains of them side by side. */
    abstract float multiplyAdds(int rounds);

    /** How many multiply-adds a round has. */
    abstract int independent();
}
