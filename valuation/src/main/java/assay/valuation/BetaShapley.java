package assay.valuation;

import java.util.Locale;

/**
 * Beta Shapley: Shapley's value with small sets, or large ones, counting for more; what an experiment adds to a large set is
 * mostly noise.
 *
 * <p>Kwon and Zou, "Beta Shapley: a Unified and Noise-reduced Data Valuation Framework", AISTATS 2022. Sets are drawn as for
 * {@link DataShapley}.
 *
 * @param alpha above 0; the larger, the more small sets count
 * @param beta above 0; the larger, the more large sets count
 * @param tolerance of truncated permutations, as of {@link DataShapley}
 */
public record BetaShapley(double alpha, double beta, Sampling sampling, double tolerance, Effort effort)
        implements Retraining {

    /** Beta(4, 1), as in OpenDataVal. */
    public static final BetaShapley DEFAULT = new BetaShapley(4, 1, Sampling.SUBSETS, 0.01, Effort.ofModels(5000));

    /** Checks all bounds. */
    public BetaShapley {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha (%s) must be a positive number. Maybe 4?".formatted(alpha));
        }
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("beta (%s) must be a positive number. Maybe 1?".formatted(beta));
        }
        checkTolerance(tolerance);
    }

    static void checkTolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "tolerance (%s) must be at least 0 and below 1. Maybe 0.01?".formatted(tolerance));
        }
    }

    static String describe(Sampling sampling, double tolerance) {
        String word = sampling.name().toLowerCase(Locale.ROOT);
        boolean cutOff = sampling == Sampling.PERMUTATION || sampling == Sampling.ANTITHETIC;
        return cutOff ? word + " truncated at " + tolerance : word;
    }

    public BetaShapley withAlpha(double other) {
        return new BetaShapley(other, beta, sampling, tolerance, effort);
    }

    public BetaShapley withBeta(double other) {
        return new BetaShapley(alpha, other, sampling, tolerance, effort);
    }

    public BetaShapley withSampling(Sampling other) {
        return new BetaShapley(alpha, beta, other, tolerance, effort);
    }

    public BetaShapley withTolerance(double other) {
        return new BetaShapley(alpha, beta, sampling, other, effort);
    }

    public BetaShapley withEffort(Effort other) {
        return new BetaShapley(alpha, beta, sampling, tolerance, other);
    }

    @Override
    public String name() {
        return "beta-shapley";
    }

    @Override
    public String describe() {
        return "beta-shapley (%s, %s), %s, %s".formatted(alpha, beta, describe(sampling, tolerance), effort.describe());
    }
}
