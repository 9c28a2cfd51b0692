package assay.acquisition.strategy;

/**
 * What a Gaussian process does not know about a set of candidates, weighted and added up, and what one more result would take from it.
 * Mutable, on one thread.
 */
interface VarianceReduction {

    /** By how much the result of a candidate would reduce the weighted sum of variances; not negative. */
    double gain(int candidate);

    /** Reckons with the result of a candidate. */
    void take(int candidate);

    /** The weighted sum of variances as it is now. */
    double remaining();
}
