package assay.valuation;

/**
 * Data Banzhaf: what an experiment adds to a set of others, every set counting alike, by maximum sample reuse.
 *
 * <p>Wang and Jia, "Data Banzhaf: A Robust Data Valuation Framework for Machine Learning", AISTATS 2023. We differ in that
 * sets come with their complements, that each set counts as itself and not through the mean of those with and those without
 * an experiment, and that the mean utility of sets of its size is taken away first ({@link SubsetEstimator}).
 */
public record Banzhaf(Effort effort) implements Retraining {

    /** 1000 models, as in the LossVal paper. */
    public static final Banzhaf DEFAULT = new Banzhaf(Effort.ofModels(1000));

    @Override
    public String name() {
        return "banzhaf";
    }

    @Override
    public String describe() {
        return "banzhaf, " + effort.describe();
    }
}
