package assay.valuation;

import java.util.Optional;

/**
 * How much a method that retrains may train, and when it may stop before.
 *
 * @param models utilities to evaluate, at most, each a training; of methods that share them the largest counts. At least two
 *     pieces of work are always done, or there would be no standard error
 * @param precision stop when the standard errors of 95 % of the experiments are below this share of the standard deviation of
 *     the true values ({@link Estimate#spread}); 0 never stops
 * @param stability stop when the ranks and those at half the models correlate by this much (Spearman); 0 never stops. Half of
 *     the models are common to both, so .9 means rather less for the correlation with the truth
 * @param metric how good a model is, where it fits the target; elsewhere, and by default, the method's own
 */
public record Effort(int models, double precision, double stability, Optional<Metric> metric) {

    /** Of the experiments that have to be precise enough. */
    private static final double SHARE = 0.95;

    /** Checks all bounds. */
    public Effort {
        if (models < 1) {
            throw new IllegalArgumentException("models (%d) must be at least 1".formatted(models));
        }
        if (!(precision >= 0 && precision < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("precision (%s) must be at least 0. Maybe 0.1?".formatted(precision));
        }
        if (!(stability >= 0 && stability < 1)) {
            throw new IllegalArgumentException(
                    "stability (%s) must be at least 0 and below 1. Maybe 0.95?".formatted(stability));
        }
    }

    /** So many models, and no earlier end. */
    public static Effort ofModels(int models) {
        return new Effort(models, 0, 0, Optional.empty());
    }

    public Effort withPrecision(double other) {
        return new Effort(models, other, stability, metric);
    }

    public Effort withStability(double other) {
        return new Effort(models, precision, other, metric);
    }

    public Effort withMetric(Metric other) {
        return new Effort(models, precision, stability, Optional.of(other));
    }

    /** Whether the method wants to look at estimates on the way. */
    boolean mayStopEarly() {
        return precision > 0 || stability > 0;
    }

    /**
     * Whether values are good enough to stop.
     *
     * @param half the estimate at half the pieces
     */
    boolean isEnough(Estimate now, Estimate half) {
        boolean precise = precision == 0 || now.shareWithin(precision) >= SHARE;
        boolean stable = stability == 0 || now.rankCorrelation(half) >= stability;
        return mayStopEarly() && precise && stable;
    }

    String describe() {
        return "at most %d models%s%s"
                .formatted(
                        models,
                        precision > 0 ? ", until standard errors are " + precision + " of the spread" : "",
                        stability > 0 ? ", until ranks correlate by " + stability : "");
    }
}
