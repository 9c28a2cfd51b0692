package assay.valuation;

import java.util.Optional;

/**
 * Keeps the results of finished pieces of work, so that work that was cut off can go on where it stopped. Thread-safe.
 */
public interface Journal {

    /**
     * The result of a piece, bit for bit as it was kept, if it was.
     *
     * @param work what the piece belongs to, such that equal words and pieces have equal results
     */
    Optional<double[]> recall(String work, int piece);

    /** Keeps the result of a piece; called on the threads of the pieces, in any order. */
    void keep(String work, int piece, double[] result);

    /** Remembers nothing. */
    Journal NONE = new Journal() {
        @Override
        public Optional<double[]> recall(String work, int piece) {
            return Optional.empty();
        }

        @Override
        public void keep(String work, int piece, double[] result) {}
    };
}
