package assay.acquisition;

import java.util.ArrayList;
import java.util.List;

/**
 * Where repeated work runs. Methods hand in tasks that depend on nothing but their number, and combine the results in
 * task order; so threads, or machines, change the time it takes and not one bit of the result.
 */
public interface Runner {

    /** One of several independent pieces of work. */
    @FunctionalInterface
    interface Work<T> {

        /**
         * @param index which piece
         * @param step to be called after each of the steps announced to {@link Runner#run}
         */
        T run(int index, Runnable step);
    }

    /**
     * Runs all pieces.
     *
     * @param what a few words for the progress bar, such as "LossVal"
     * @param pieces how many pieces
     * @param steps how many steps each piece reports
     * @return the results in order of their index
     */
    <T> List<T> run(String what, int pieces, int steps, Work<T> work);

    /** Pieces that are run in rounds, since what is run next depends on what came out: one progress bar for them all. */
    interface Rounds extends AutoCloseable {

        /** Runs all pieces of one round; results in order of their index. */
        <T> List<T> run(int pieces, Work<T> work);

        /** Ends the progress bar, wherever it is. */
        @Override
        void close();
    }

    /**
     * Opens rounds of work.
     *
     * @param what a few words for the progress bar
     * @param steps how many steps all rounds report together, at most
     */
    default Rounds rounds(String what, long steps) {
        Runner runner = this;
        return new Rounds() {
            @Override
            public <T> List<T> run(int pieces, Work<T> work) {
                return runner.run(what, pieces, 1, work);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * The same with more words for the progress bar.
     *
     * @param before what will be said of the work, such as "Half of the tests: "
     */
    default Runner titled(String before) {
        Runner runner = this;
        return new Runner() {
            @Override
            public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
                return runner.run(before + what, pieces, steps, work);
            }

            @Override
            public Rounds rounds(String what, long steps) {
                return runner.rounds(before + what, steps);
            }
        };
    }

    /** One piece after the other on the calling thread, in silence. */
    Runner SEQUENTIAL = new Runner() {
        @Override
        public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
            List<T> results = new ArrayList<>(pieces);
            for (int i = 0; i < pieces; i++) {
                results.add(work.run(i, () -> {}));
            }
            return results;
        }
    };
}
