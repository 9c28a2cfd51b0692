package assay.acquisition;

/** Stands in for the experiment: predicts what a test would measure. Immutable and thread-safe. */
@FunctionalInterface
public interface TargetModel {

    /**
     * Predicts the target of every row.
     *
     * @param features m x d, encoded as in training
     * @return m x 1 targets (regression), or m x C class probabilities (classification)
     */
    Matrix predict(Matrix features);

    /** Fits target models; holds settings, and nothing of the data. */
    @FunctionalInterface
    interface Trainer {

        /** Fits a new model; the same arguments give the same model. */
        TargetModel fit(Dataset train, Seed seed);

        /**
         * Fits models on parts of one dataset, again and again, as methods that retrain do: what the fits have in common is
         * prepared once. {@code on(data).fit(rows, seed)} is the model of {@code fit(data.select(rows), seed)}, bit for bit.
         */
        default OnSubsets on(Dataset data) {
            return (rows, seed) -> fit(data.select(rows), seed);
        }

        /** How many rows a fit needs; it refuses fewer. */
        default int leastRows() {
            return 1;
        }

        /**
         * Refuses what a fit would refuse, before anything is computed.
         *
         * @throws IllegalArgumentException if models cannot learn from so many features
         */
        default void checkFeatures(int features) {}
    }

    /** Fits models on subsets of one dataset. Thread-safe. */
    @FunctionalInterface
    interface OnSubsets {

        /** @param rows of the dataset, in training order */
        TargetModel fit(int[] rows, Seed seed);
    }
}
