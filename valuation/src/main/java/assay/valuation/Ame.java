package assay.valuation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * AME, the average marginal effect: what an experiment adds to sets that others join with a probability drawn from a list, as
 * the coefficient of a sparse regression of utility on membership. Most values are exactly 0, which makes ties; how many is
 * remarked in the provenance.
 *
 * <p>Lin, Zhang, Lecuyer, Li, Panda and Sen, "Measuring the Effect of Training Data on Deep Learning Predictions via Randomized
 * Experiments", ICML 2022.
 *
 * @param probabilities of joining, above 0 and below 1
 * @param scaling of the design
 * @param fit of the effects
 */
public record Ame(List<Double> probabilities, Scaling scaling, Fit fit, Effort effort) implements Retraining {

    /** What a member of a set, and another experiment, are in the design. */
    public enum Scaling {
        /** 1/p and -1/(1-p), so that the coefficient is the average marginal effect. The paper. */
        PROBABILITY,
        /** The z-scores of a row: the effects at each p weigh by the root of p(1-p). OpenDataVal. */
        ROW
    }

    /** How effects are estimated. */
    public enum Fit {
        /** By lasso, its penalty by cross-validation. The paper. */
        LASSO,
        /** By the mean of utility times design, as other semivalues are: no effect is exactly 0. Takes no scaling. */
        MEAN
    }

    /** The paper's, with 1000 models a probability. */
    public static final Ame DEFAULT =
            new Ame(List.of(0.2, 0.4, 0.6, 0.8), Scaling.PROBABILITY, Fit.LASSO, Effort.ofModels(4000));

    /** Checks all bounds. */
    public Ame {
        probabilities = List.copyOf(probabilities);
        if (probabilities.isEmpty()) {
            throw new IllegalArgumentException("probabilities must not be empty. Maybe 0.2, 0.4, 0.6, 0.8?");
        }
        for (double p : probabilities) {
            if (!(p > 0 && p < 1)) {
                throw new IllegalArgumentException("probability (%s) must be above 0 and below 1".formatted(p));
            }
        }
    }

    public Ame withProbabilities(List<Double> others) {
        return new Ame(others, scaling, fit, effort);
    }

    public Ame withScaling(Scaling other) {
        return new Ame(probabilities, other, fit, effort);
    }

    public Ame withFit(Fit other) {
        return new Ame(probabilities, scaling, other, effort);
    }

    public Ame withEffort(Effort other) {
        return new Ame(probabilities, scaling, fit, other);
    }

    double[] list() {
        return probabilities.stream().mapToDouble(p -> p).toArray();
    }

    /** Probabilities of the sizes 0 .. n of a set. */
    double[] sizes(int n) {
        double[] sizes = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            for (double p : probabilities) {
                sizes[k] += Math.exp(Coalitions.logBinomial(n, k, p)) / probabilities.size();
            }
        }
        return sizes;
    }

    /**
     * A probability that a set of size k may have been drawn with: drawn by lot from those of the list, as likely as each is
     * given the size. The set and it are then distributed as if the probability had been drawn first, whatever the set was
     * drawn for.
     */
    double probabilityGivenSize(int n, int k, double lot) {
        double[] logs = probabilities.stream()
                .mapToDouble(p -> Coalitions.logBinomial(n, k, p))
                .toArray();
        double largest = Arrays.stream(logs).max().orElseThrow();
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - largest)).sum();
        double left = lot * sum;
        int which = -1;
        do {
            which++;
            left -= Math.exp(logs[which] - largest);
        } while (left >= 0 && which < logs.length - 1);
        return probabilities.get(which);
    }

    @Override
    public String name() {
        return "ame";
    }

    @Override
    public String describe() {
        return "ame, p %s, %s, %s scaling, %s"
                .formatted(
                        probabilities,
                        fit.name().toLowerCase(Locale.ROOT),
                        scaling.name().toLowerCase(Locale.ROOT),
                        effort.describe());
    }
}
