package assay.acquisition.problem;

/** A number that follows from the inputs of a test. */
@FunctionalInterface
interface Formula {

    /** @param x d values, in the order of the inputs; of a categorical input the position of its word */
    double at(double[] x);
}
