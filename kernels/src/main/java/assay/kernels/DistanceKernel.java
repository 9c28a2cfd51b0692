package assay.kernels;

/** Squared distances between rows of one matrix and columns of another. */
abstract sealed class DistanceKernel permits ScalarDistances, VectorDistances {

    /**
     * out[i][j] = sum_p (a[i][p] - b[p][j])^2, p in order.
     *
     * @param a n x d
     * @param b d x m
     * @param out n x m
     */
    abstract void squared(double[] a, int n, double[] b, int m, int d, double[] out);

    /** The same in single precision. */
    abstract void squared(float[] a, int n, float[] b, int m, int d, float[] out);
}
