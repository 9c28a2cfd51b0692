package assay.acquisition.strategy;

import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Largest cluster maximum distance ("lcmd"): known, pending and picked experiments are centers, each candidate belongs to its nearest center, and the next pick is the
 * farthest candidate of the cluster with the largest sum of squared distances. Holzmueller et al., "A framework and benchmark for deep
 * batch active learning for regression", JMLR 24, 2023, algorithm LCMD in mode TP.
 *
 * <p>We differ in one point: distances are between the predictions of all trees of a forest, not between gradients of a network. A
 * cluster none of whose candidates may be bought is passed over. O((known + taken) m t) for t trees (times classes), O(m t) memory.
 */
final class LargestCluster implements Strategy {

    static final String NAME = "lcmd";

    private final EnsembleModel.Trainer trees;

    LargestCluster(EnsembleModel.Trainer trees) {
        this.trees = trees;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        EnsembleModel forest = Disagreement.predictions(trees, situation, seed);
        return new Clusters(
                sideBySide(forest.memberPredictions(
                        situation.known().configurable().above(situation.pending()))),
                sideBySide(forest.memberPredictions(situation.pool().features())));
    }

    /** One row per experiment, with the predictions of all members, over the root of their number. */
    private static Matrix sideBySide(List<Matrix> members) {
        int rows = members.get(0).rows();
        int outputs = members.get(0).columns();
        int width = members.size() * outputs;
        double[] all = new double[rows * width];
        for (int member = 0; member < members.size(); member++) {
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < outputs; c++) {
                    all[row * width + member * outputs + c] =
                            members.get(member).at(row, c) / Math.sqrt(members.size());
                }
            }
        }
        return Matrix.of(rows, width, all);
    }

    /** The farthest of the largest cluster, whatever it costs. */
    static final class Clusters implements Preference {

        private final int width;
        private final double[] pool;
        private final double[] squaredDistance;
        private final int[] nearest;
        private final boolean[] taken;
        private int centers;

        /**
         * @param known l x t
         * @param pool m x t
         */
        Clusters(Matrix known, Matrix pool) {
            this.width = pool.columns();
            this.pool = pool.toArray();
            this.squaredDistance = new double[pool.rows()];
            this.nearest = new int[pool.rows()];
            this.taken = new boolean[pool.rows()];
            Arrays.fill(squaredDistance, Double.POSITIVE_INFINITY);
            double[] rows = known.toArray();
            for (int row = 0; row < known.rows(); row++) {
                add(rows, row);
            }
        }

        private void add(double[] rows, int row) {
            for (int i = 0; i < squaredDistance.length; i++) {
                double distance = Distances.squared(pool, i, rows, row, width);
                if (distance < squaredDistance[i]) {
                    squaredDistance[i] = distance;
                    nearest[i] = centers;
                }
            }
            centers++;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            double[] size = new double[Math.max(1, centers)];
            for (int i = 0; i < nearest.length; i++) {
                size[nearest[i]] += taken[i] ? 0 : squaredDistance[i];
            }
            int best = -1;
            for (int i = 0; i < nearest.length; i++) {
                if (!taken[i] && (best < 0 || isBefore(i, best, size)) && allowed.test(i)) {
                    best = i;
                }
            }
            return best < 0
                    ? Optional.empty()
                    : Optional.of(new Choice(best, Math.sqrt(squaredDistance[best]), reason(squaredDistance[best])));
        }

        /** In a larger cluster, or the farther one in the same. */
        private boolean isBefore(int i, int other, double[] size) {
            return nearest[i] == nearest[other]
                    ? squaredDistance[i] > squaredDistance[other]
                    : size[nearest[i]] > size[nearest[other]];
        }

        private static String reason(double squared) {
            return Double.isInfinite(squared)
                    ? "nothing is known yet"
                    : String.format(
                            Locale.ROOT,
                            "the least like its nearest test among the largest group of such: trees tell them apart"
                                    + " by %.2f standard deviations",
                            Math.sqrt(squared));
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
            add(pool, candidate);
        }

        @Override
        public Grounds grounds() {
            return Grounds.of(NAME);
        }
    }
}
