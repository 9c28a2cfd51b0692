package assay.valuation;

/**
 * Class-wise Shapley: what an experiment adds to others of its own class. The utility of a set is the share of the holdout that
 * is of that class and predicted rightly, times e to the share that is of other classes and predicted rightly: to be right
 * about its own class counts for more than to be right about others, and at their expense for less. Values classes only.
 *
 * <p>Schoch, Xu and Ji, "CS-Shapley: Class-wise Shapley Values for Data Valuation in Classification", NeurIPS 2022. Shares
 * are of the whole holdout, as in the paper: OpenDataVal divides by its size twice. We differ in that values are not
 * scaled to sum to the accuracy of their class; of each class they sum to the utility of all its experiments, less the one of
 * none, which is 0 unless the model predicts a class that it has not seen. And sets are drawn as for {@link DataShapley}.
 *
 * @param others with which experiments of other classes a set is trained
 * @param tolerance of truncated permutations, as of {@link DataShapley}
 * @param effort models of all classes together: each has its share by its experiments
 */
public record ClassWiseShapley(Others others, Sampling sampling, double tolerance, Effort effort)
        implements Retraining {

    /** The experiments of other classes that sets are trained with. */
    public enum Others {
        /** Each with probability 1/2, anew for every piece of work: the mean over all sets of them, as in the paper. */
        SAMPLED,
        /** All of them: OpenDataVal. */
        ALL
    }

    /** As in the paper, but by sets that count for all experiments of a class. */
    public static final ClassWiseShapley DEFAULT =
            new ClassWiseShapley(Others.SAMPLED, Sampling.SUBSETS, 0.01, Effort.ofModels(5000));

    /** Checks all bounds. */
    public ClassWiseShapley {
        BetaShapley.checkTolerance(tolerance);
    }

    public ClassWiseShapley withOthers(Others other) {
        return new ClassWiseShapley(other, sampling, tolerance, effort);
    }

    public ClassWiseShapley withSampling(Sampling other) {
        return new ClassWiseShapley(others, other, tolerance, effort);
    }

    public ClassWiseShapley withTolerance(double other) {
        return new ClassWiseShapley(others, sampling, other, effort);
    }

    public ClassWiseShapley withEffort(Effort other) {
        return new ClassWiseShapley(others, sampling, tolerance, other);
    }

    @Override
    public String name() {
        return "cs-shapley";
    }

    @Override
    public boolean valuesNumbers() {
        return false;
    }

    @Override
    public String describe() {
        return "cs-shapley, %s of the other classes, %s, %s"
                .formatted(
                        others == Others.ALL ? "all" : "half",
                        BetaShapley.describe(sampling, tolerance),
                        effort.describe());
    }
}
