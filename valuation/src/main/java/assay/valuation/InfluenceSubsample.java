package assay.valuation;

/**
 * Influence by subsampling: the mean utility of sets of one size with an experiment, less that of those without it.
 *
 * <p>Feldman and Zhang, "What Neural Networks Memorize and Why", NeurIPS 2020.
 *
 * @param share of the experiments in a set, above 0 and below 1
 */
public record InfluenceSubsample(double share, Effort effort) implements Retraining {

    /** 1000 models on 70 % of the experiments, as in the paper and in OpenDataVal. */
    public static final InfluenceSubsample DEFAULT = new InfluenceSubsample(0.7, Effort.ofModels(1000));

    /** Checks all bounds. */
    public InfluenceSubsample {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share (%s) must be above 0 and below 1. Maybe 0.7?".formatted(share));
        }
    }

    public InfluenceSubsample withShare(double other) {
        return new InfluenceSubsample(other, effort);
    }

    public InfluenceSubsample withEffort(Effort other) {
        return new InfluenceSubsample(share, other);
    }

    /** At least 1, and not all. */
    int size(int n) {
        return Math.min(n - 1, Math.max(1, (int) Math.round(share * n)));
    }

    @Override
    public String name() {
        return "influence-subsample";
    }

    @Override
    public String describe() {
        return "influence-subsample, share %s, %s".formatted(share, effort.describe());
    }
}
