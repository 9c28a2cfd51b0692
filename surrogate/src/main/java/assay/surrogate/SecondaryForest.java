package assay.surrogate;

import assay.acquisition.Evidence;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Skill;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The secondary model of Wibiral et al., "LossVal: Efficient Data Valuation for Neural Networks": a random forest from
 * configurable features to values, with scikit-learn's defaults for regression: bootstrap samples, all features at
 * every split, leaves of one row.
 *
 * <p>We differ from the paper in one point: the forest is fitted to ranks, (average rank - 1/2) / n from the lowest value
 * to the highest, since values are heavy-tailed or tied with most methods.
 *
 * <p>The skill compares values with out-of-bag predictions. Its null distribution shuffles the values against the
 * predictions as they are, 999 times, instead of fitting 999 forests: cheap, and slightly conservative, because the
 * prediction for a row without signal leans away from that row's own value, which was left out of the mean.
 */
final class SecondaryForest implements SecondaryModel.Trainer {

    private static final int SHUFFLES = 999;
    private static final int FEWEST_ROWS = 8;

    private final int trees;
    private final Runner runner;

    /** @param trees at least 1; the paper's forest has 100 */
    SecondaryForest(int trees, Runner runner) {
        if (trees < 1) {
            throw new IllegalArgumentException("trees (%d) must be at least 1. Maybe 100?".formatted(trees));
        }
        this.trees = trees;
        this.runner = runner;
    }

    @Override
    public SecondaryModel fit(Matrix configurable, double[] values, Seed seed) {
        if (values.length != configurable.rows()) {
            throw new IllegalArgumentException("values (%d) must be as many as rows of configurable features (%d)"
                    .formatted(values.length, configurable.rows()));
        }
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException("value %s of row %d is not a number".formatted(values[row], row));
            }
        }
        int n = values.length;
        double[] shares =
                Arrays.stream(Ranks.average(values)).map(r -> (r - 0.5) / n).toArray();
        BaggedTrees forest = BaggedTrees.grow(
                "secondary model",
                configurable,
                List.of(shares),
                trees,
                1,
                configurable.columns(),
                runner,
                seed.derive("trees"));
        double[] outOfBag = forest.outOfBagMeans(configurable, 0);
        Skill skill = skill(values, outOfBag, seed.derive("shuffles"));
        return new Fitted(forest, skill, new ForestEvidence(forest, configurable, shares, outOfBag), runner);
    }

    /**
     * Spearman's correlation of values and predictions against its distribution under shuffling.
     *
     * @param predictions NaN for rows without one, which are left out
     */
    static Skill skill(double[] values, double[] predictions, Seed seed) {
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(predictions[row]))
                .toArray();
        if (rows.length < FEWEST_ROWS) {
            return new Skill(Double.NaN, Double.NaN, 1);
        }
        double[] valueRanks =
                Ranks.unit(Arrays.stream(rows).mapToDouble(r -> values[r]).toArray());
        double[] predictionRanks =
                Ranks.unit(Arrays.stream(rows).mapToDouble(r -> predictions[r]).toArray());
        int[] unshuffled = IntStream.range(0, rows.length).toArray();
        double observed = product(valueRanks, unshuffled, predictionRanks);
        if (Double.isNaN(observed)) {
            return new Skill(Double.NaN, Double.NaN, 1);
        }
        double[] chance = new double[SHUFFLES];
        int atLeastAsWell = 1;
        for (int s = 0; s < SHUFFLES; s++) {
            chance[s] = product(valueRanks, seed.derive(s).permutation(rows.length), predictionRanks);
            if (chance[s] >= observed) {
                atLeastAsWell++;
            }
        }
        Arrays.sort(chance);
        double quantile = chance[(int) Math.ceil(0.95 * SHUFFLES) - 1];
        return new Skill(observed, quantile, atLeastAsWell / (1.0 + SHUFFLES));
    }

    private static double product(double[] a, int[] order, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[order[i]] * b[i];
        }
        return sum;
    }

    /** The forest and what was found out while growing it. */
    private record Fitted(BaggedTrees forest, Skill skill, ForestEvidence evidence, Runner runner)
            implements SecondaryModel, Evidence {

        @Override
        public double[] means(Matrix features) {
            return forest.means(features, 0, runner);
        }

        @Override
        public Interval interval(double[] experiment, double coverage) {
            return evidence.interval(experiment, coverage);
        }

        @Override
        public double[] weights(double[] experiment) {
            return evidence.weights(experiment);
        }

        @Override
        public Matrix memberPredictions(Matrix features) {
            double[][] members = forest.predict(features, 0);
            double[] transposed = new double[features.rows() * members.length];
            for (int member = 0; member < members.length; member++) {
                for (int row = 0; row < features.rows(); row++) {
                    transposed[row * members.length + member] = members[member][row];
                }
            }
            return Matrix.of(features.rows(), members.length, transposed);
        }
    }
}
