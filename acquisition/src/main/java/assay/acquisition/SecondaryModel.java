package assay.acquisition;

/**
 * Predicts the value of an experiment from its configurable features alone. Values are predicted on the
 * scale of ranks: the share of past experiments that are worth less, 0 .. 1. Immutable.
 */
public interface SecondaryModel {

    /**
     * Predictions of every member of the ensemble, whose spread is the uncertainty of their mean.
     *
     * @param features m x c, as in training
     * @return m x members, in 0 .. 1
     */
    Matrix memberPredictions(Matrix features);

    /** How far the predictions for experiments that a member has not seen are better than chance. */
    Skill skill();

    /** Fits secondary models; holds settings only. */
    @FunctionalInterface
    interface Trainer {

        /**
         * @param configurable n x c
         * @param values n, on any scale: only their order counts
         */
        SecondaryModel fit(Matrix configurable, double[] values, Seed seed);
    }
}
