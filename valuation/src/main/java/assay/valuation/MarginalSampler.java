package assay.valuation;

/**
 * A {@link Sampler} of what experiments add to coalitions. In each piece every experiment joins as often, each time a
 * coalition whose size is uniform on 0 .. n-1, so that any semivalue weighs what was added by n times the weight of the size.
 */
interface MarginalSampler extends Sampler {

    /** Takes what an experiment added to a coalition of {@code size} others. */
    @FunctionalInterface
    interface Sink {
        void accept(int row, int size, double added);
    }

    /** Number of experiments. */
    int n();

    /** How often an experiment joins in a piece. */
    int joins();

    /** Draws the coalitions of a piece again, and hands out what was added to them; what is left out added nothing. */
    void read(int piece, double[] result, Sink sink);
}
