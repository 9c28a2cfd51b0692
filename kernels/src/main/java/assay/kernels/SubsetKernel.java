package assay.kernels;

/** Sums over subsets. */
abstract sealed class SubsetKernel permits ScalarSubsets, VectorSubsets {

    /** As {@link Subsets#sum}. */
    abstract double sum(long[] members, double[] numbers);

    /** As {@link Subsets#add}. */
    abstract void add(long[] members, double factor, double[] common, double[] extra, double[] numbers);
}
