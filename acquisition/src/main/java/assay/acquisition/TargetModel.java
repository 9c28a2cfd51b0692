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
    }
}
