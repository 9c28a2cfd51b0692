package assay.valuation;

/**
 * Draws sets of experiments and evaluates them, in numbered pieces that are independent of each other. A piece draws from
 * its own number, so whoever has its result can draw the sets again: results are numbers alone, small enough to be kept.
 * Immutable and thread-safe.
 */
interface Sampler {

    /** What the result of a piece depends on, besides the experiments and the seed. */
    String describe();

    /**
     * Draws and evaluates the sets of a piece.
     *
     * @param step to be called after each evaluation
     */
    double[] evaluate(int piece, Runnable step);

    /** How many evaluations a result took. */
    int models(double[] result);

    /** How many evaluations a piece takes at most. */
    int mostModels();

    /** How many pieces there are, where not as many as one likes. */
    default int mostPieces() {
        return Integer.MAX_VALUE;
    }
}
