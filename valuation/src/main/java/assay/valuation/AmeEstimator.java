package assay.valuation;

import assay.acquisition.Runner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * AME as a sparse regression: utilities on membership, by {@link Lasso}, the penalty by cross-validation. Standard errors by a
 * jackknife that leaves out each of {@value #GROUPS} groups of pieces in turn, at the penalty of all.
 *
 * <p>What stands in the design for a member of a set, and for another experiment, is 1/p and -1/(1-p) ({@link
 * Ame.Scaling#PROBABILITY}) or the z-scores of the row ({@link Ame.Scaling#ROW}). The p of a set is drawn given its size, since
 * given its size a set says no more about p. Sets that were drawn for other values count by the probability of their size here
 * over that in the stream.
 *
 * <p>Keeps n bits a set while it estimates.
 */
final class AmeEstimator implements Estimator {

    private static final int GROUPS = 10;

    /** Sets that weigh less than this share of the heaviest tell nothing about AME, and are left out. */
    private static final double NEGLIGIBLE = 1e-9;

    private final SubsetSampler sampler;
    private final Ame settings;
    private final Runner runner;
    private final double[] sizes;
    private final List<double[]> results = new ArrayList<>();

    AmeEstimator(SubsetSampler sampler, Ame settings, Runner runner) {
        this.sampler = sampler;
        this.settings = settings;
        this.runner = runner;
        this.sizes = settings.sizes(sampler.n());
    }

    /** What a member of a set is in the design; 0 where all experiments are members. */
    private double inside(SubsetSampler.Draw draw) {
        double n = sampler.n();
        return settings.scaling() == Ame.Scaling.PROBABILITY
                ? 1 / probability(draw)
                : draw.size() % sampler.n() == 0 ? 0 : Math.sqrt((n - draw.size()) / draw.size());
    }

    /** What an experiment that is not in a set is in the design; 0 where none is a member. */
    private double outside(SubsetSampler.Draw draw) {
        double n = sampler.n();
        return settings.scaling() == Ame.Scaling.PROBABILITY
                ? -1 / (1 - probability(draw))
                : draw.size() % sampler.n() == 0 ? 0 : -Math.sqrt(draw.size() / (n - draw.size()));
    }

    private double probability(SubsetSampler.Draw draw) {
        return settings.probabilityGivenSize(sampler.n(), draw.size(), draw.lot());
    }

    /**
     * Utility times design is, on average, the effect itself; a coefficient is that over the mean square of the design, which
     * is 1 if rows are z-scores.
     */
    private double scale() {
        return settings.scaling() == Ame.Scaling.PROBABILITY
                ? settings.probabilities().stream()
                        .mapToDouble(p -> 1 / (p * (1 - p)))
                        .average()
                        .orElseThrow()
                : 1;
    }

    @Override
    public void add(int piece, double[] result) {
        results.add(result);
    }

    @Override
    public Estimate estimate() {
        Rows rows = new Rows();
        Lasso lasso = new Lasso(rows.design(), rows.utilities(), rows.weights());
        double penalty = lasso.crossValidatedPenalty(runner);
        double[] coefficients = lasso.coefficients(penalty);
        List<double[]> without = runner.run("Standard errors of AME", GROUPS, 1, (group, step) -> {
            double[] fit = lasso.coefficients(penalty, rows.weightsWithout(group));
            step.run();
            return fit;
        });
        int n = coefficients.length;
        double[] values = new double[n];
        double[] errors = new double[n];
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            int row = i;
            double mean =
                    without.stream().mapToDouble(fit -> fit[row]).average().orElseThrow();
            double squares = without.stream()
                    .mapToDouble(fit -> (fit[row] - mean) * (fit[row] - mean))
                    .sum();
            values[i] = scale() * coefficients[i];
            errors[i] = scale() * Math.sqrt(squares * (GROUPS - 1) / GROUPS);
            zeros += coefficients[i] == 0 ? 1 : 0;
        }
        return new Estimate(values, errors, "%d of %d values are exactly 0".formatted(zeros, n));
    }

    /** The sets that matter, as rows of a regression. */
    private final class Rows {

        private final List<SubsetSampler.Draw> draws = new ArrayList<>();
        private final List<Integer> pieces = new ArrayList<>();
        private final List<Double> utilities = new ArrayList<>();

        Rows() {
            double heaviest = 0;
            for (int k = 0; k < sizes.length; k++) {
                heaviest = Math.max(heaviest, weight(k));
            }
            for (int piece = 0; piece < results.size(); piece++) {
                SubsetSampler.Draw[] drawn = sampler.draws(piece);
                for (int i = 0; i < drawn.length; i++) {
                    if (weight(drawn[i].size()) > NEGLIGIBLE * heaviest) {
                        draws.add(drawn[i]);
                        pieces.add(piece);
                        utilities.add(results.get(piece)[i]);
                    }
                }
            }
        }

        private double weight(int size) {
            return sampler.probability(size) > 0 ? sizes[size] / sampler.probability(size) : 0;
        }

        SubsetDesign design() {
            BitSet[] columns = new BitSet[sampler.n()];
            Arrays.setAll(columns, i -> new BitSet(draws.size()));
            for (int row = 0; row < draws.size(); row++) {
                SubsetSampler.Draw draw = draws.get(row);
                for (int place = 0; place < draw.size(); place++) {
                    columns[draw.order()[place]].set(row);
                }
            }
            return new SubsetDesign(
                    columns,
                    draws.stream().mapToDouble(AmeEstimator.this::inside).toArray(),
                    draws.stream().mapToDouble(AmeEstimator.this::outside).toArray());
        }

        double[] utilities() {
            return utilities.stream().mapToDouble(u -> u).toArray();
        }

        double[] weights() {
            return draws.stream().mapToDouble(d -> weight(d.size())).toArray();
        }

        double[] weightsWithout(int group) {
            double[] weights = weights();
            for (int row = 0; row < weights.length; row++) {
                weights[row] = pieces.get(row) % GROUPS == group ? 0 : weights[row];
            }
            return weights;
        }
    }
}
