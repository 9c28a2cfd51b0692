package assay.kernels;

/** Marginals of couplings. */
abstract sealed class CouplingKernel permits ScalarCoupling, VectorCoupling {

    /** As {@link Coupling#marginals}; sums are made in the order of their terms by eights. */
    abstract void marginals(
            double[] cost,
            int n,
            int m,
            double[] f,
            double[] g,
            double[] a,
            double[] b,
            double eps,
            double[] rowSums,
            double[] columnSums,
            double[] scratch);

    /** {@code out[i] = dual[i] - factor ln sums[i]} for i below n, a multiple of {@link Coupling#WIDTH}. */
    abstract void descend(double[] dual, double[] sums, double factor, int n, double[] out);
}
