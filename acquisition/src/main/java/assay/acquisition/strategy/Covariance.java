package assay.acquisition.strategy;

import assay.acquisition.Matrix;

/**
 * How alike the results of experiments are taken to be by a Gaussian process that knows none of them, and the variance of the noise that
 * every result has besides. Immutable.
 */
interface Covariance {

    /** Variance of what repeats would differ by, > 0. */
    double noise();

    /**
     * What covariances are computed from.
     *
     * @param points n x d experiments
     * @return in an order of its own
     */
    double[] scaled(Matrix points);

    /**
     * Covariances of all pairs.
     *
     * @param a n points, {@link #scaled}
     * @param b m points, {@link #scaled}
     * @return n x m
     */
    double[] covariances(double[] a, int n, double[] b, int m);

    /**
     * Covariances of points with themselves.
     *
     * @param a n points, {@link #scaled}
     * @return n
     */
    double[] variances(double[] a, int n);
}
