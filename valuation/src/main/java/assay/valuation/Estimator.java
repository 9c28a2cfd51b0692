package assay.valuation;

/** Turns the results of a {@link Sampler}, handed in in order of their pieces, into values. Mutable, not thread-safe. */
interface Estimator {

    /** Takes the result of a piece; the first is 0, and none is left out. */
    void add(int piece, double[] result);

    /** The values by the pieces so far, at least 2. */
    Estimate estimate();
}
