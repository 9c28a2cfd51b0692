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

    /**
     * Means of the members' predictions: what to rank a large pool by, before the members are asked of the best. A number for each
     * row, where {@link #memberPredictions} has one for each row and member.
     *
     * @param features m x c, as in training
     * @return m means, the sums of the members in order divided by their number
     */
    default double[] means(Matrix features) {
        double[] means = new double[features.rows()];
        int[] row = new int[1];
        for (row[0] = 0; row[0] < means.length; row[0]++) {
            Matrix members = memberPredictions(features.select(row));
            for (int member = 0; member < members.columns(); member++) {
                means[row[0]] += members.at(0, member);
            }
            means[row[0]] /= members.columns();
        }
        return means;
    }

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
