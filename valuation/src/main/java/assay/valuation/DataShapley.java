package assay.valuation;

/**
 * Data Shapley: what an experiment adds to a set of others, averaged over all sets, every size counting alike.
 *
 * <p>Ghorbani and Zou, "Data Shapley: Equitable Valuation of Data for Machine Learning", ICML 2019. We differ from the paper
 * in the default way to draw sets: {@link Sampling} says why.
 *
 * @param tolerance of truncated permutations, relative to the utility of all experiments less that of none; 0 cuts nothing off
 */
public record DataShapley(Sampling sampling, double tolerance, Effort effort) implements Retraining {

    /** Sets that count for all experiments. */
    public static final DataShapley DEFAULT = new DataShapley(Sampling.SUBSETS, 0.01, Effort.ofModels(5000));

    /** Checks all bounds. */
    public DataShapley {
        BetaShapley.checkTolerance(tolerance);
    }

    public DataShapley withSampling(Sampling other) {
        return new DataShapley(other, tolerance, effort);
    }

    public DataShapley withTolerance(double other) {
        return new DataShapley(sampling, other, effort);
    }

    public DataShapley withEffort(Effort other) {
        return new DataShapley(sampling, tolerance, other);
    }

    @Override
    public String name() {
        return "data-shapley";
    }

    @Override
    public String describe() {
        return "data-shapley, %s, %s".formatted(BetaShapley.describe(sampling, tolerance), effort.describe());
    }
}
