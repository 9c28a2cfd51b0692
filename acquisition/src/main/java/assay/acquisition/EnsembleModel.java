package assay.acquisition;

import java.util.List;

/** Models of one target that learnt from the same experiments and differ by chance: where they disagree, they know little. Immutable. */
@FunctionalInterface
public interface EnsembleModel {

    /**
     * Predictions of every member.
     *
     * @param features m x d, encoded as in training
     * @return for each member m x 1 targets (regression), or m x C class probabilities (classification)
     */
    List<Matrix> memberPredictions(Matrix features);

    /** Fits ensembles; holds settings only. */
    @FunctionalInterface
    interface Trainer {

        /** Fits a new ensemble; the same arguments give the same one. */
        EnsembleModel fit(Dataset train, Seed seed);
    }
}
