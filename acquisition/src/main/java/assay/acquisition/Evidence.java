package assay.acquisition;

/**
 * What a secondary model knows of its own predictions: how far they are off, and which past experiments they come from. A capability: ask
 * a {@link SecondaryModel} for it by {@code instanceof}.
 */
public interface Evidence {

    /**
     * Where a value will be, once it is known, as a share of past experiments that are worth less.
     *
     * @param lower end, 0 .. 1
     * @param upper end, 0 .. 1
     */
    record Interval(double lower, double upper) {}

    /**
     * An interval that holds the value of an experiment like the past ones with a given probability. It is about the value of one
     * experiment, not about the mean of many, and holds on average over experiments from where the past ones came from, not for each of
     * them.
     *
     * @param experiment c configurable features
     * @param coverage 0 .. 1, such as 0.8
     */
    Interval interval(double[] experiment, double coverage);

    /**
     * How much each past experiment counts in the prediction for one experiment.
     *
     * @param experiment c configurable features
     * @return n weights, not negative, with sum 1: the prediction is the mean of past values with these weights
     */
    double[] weights(double[] experiment);
}
