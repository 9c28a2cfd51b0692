package assay.surrogate;

import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.kernels.Trees;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import smile.base.cart.CART;
import smile.base.cart.Loss;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;
import smile.regression.RegressionTree;

/**
 * Regression trees on bootstrap samples of the rows: the part that {@link ForestTrainer} and {@link SecondaryForest}
 * share. Breiman, "Random Forests", Machine Learning 45, 2001. Immutable and thread-safe.
 *
 * <p>The trees are Smile's, the bagging is ours, because Smile's forest repeats only for some seeds and adds up its
 * out-of-bag predictions in parallel on shared cells. Here each tree depends on its seed alone, and everything is
 * combined in order of the trees. Growing a tree costs about O(n d log n), and O(n) more for each of its splits.
 */
final class BaggedTrees {

    private static final StructField RESPONSE = new StructField("target", DataTypes.DoubleType);

    /** Rows that are scored at once: they and a tree fit into the cache of a core. */
    private static final int BLOCK = 512;

    /** Rows that are one piece of work for a {@link Runner}. */
    private static final int PIECE = 64 * BLOCK;

    private final ColumnScale scale;
    private final List<Bag> bags;
    private final List<Trees> forests;

    /** How often each row was drawn, and a tree for each response. */
    private record Bag(int[] draws, List<RegressionTree> trees) {}

    private BaggedTrees(ColumnScale scale, List<Bag> bags) {
        this.scale = scale;
        this.bags = bags;
        this.forests = IntStream.range(0, bags.get(0).trees().size())
                .mapToObj(response -> FlatTrees.of(
                        bags.stream().map(bag -> bag.trees().get(response)).toList()))
                .toList();
    }

    /**
     * Grows the trees.
     *
     * @param what a few words for the progress bar
     * @param features n x d, with n and d at least 1
     * @param responses one array of n numbers for each tree of a bag; its trees share their rows
     * @param leaf fewest drawn rows in a leaf
     * @param featuresPerSplit how many features, drawn anew, a split may use, 1 .. d
     */
    static BaggedTrees grow(
            String what,
            Matrix features,
            List<double[]> responses,
            int bags,
            int leaf,
            int featuresPerSplit,
            Runner runner,
            Seed seed) {
        if (features.rows() < 1 || features.columns() < 1) {
            throw new IllegalArgumentException("a forest needs at least 1 row and 1 feature but got %d and %d"
                    .formatted(features.rows(), features.columns()));
        }
        ColumnScale scale = ColumnScale.of(features);
        DataFrame frame = DataFrame.of(scale.rows(features));
        // Given to every tree: without it, Smile mistakes the rows that were not drawn for rows of the tree.
        int[][] order = CART.order(frame);
        return new BaggedTrees(scale, runner.run(what, bags, 1, (index, step) -> {
            Seed own = seed.derive(index);
            int[] draws = bootstrap(features.rows(), own.derive("rows"));
            List<RegressionTree> trees = IntStream.range(0, responses.size())
                    .mapToObj(r -> {
                        Seed splits = own.derive("splits").derive(r);
                        return tree(frame, responses.get(r), leaf, featuresPerSplit, draws, order, splits);
                    })
                    .toList();
            step.run();
            return new Bag(draws, trees);
        }));
    }

    private static int[] bootstrap(int n, Seed seed) {
        RandomGenerator random = seed.generator();
        int[] draws = new int[n];
        for (int i = 0; i < n; i++) {
            draws[random.nextInt(n)]++;
        }
        return draws;
    }

    private static RegressionTree tree(
            DataFrame frame, double[] response, int leaf, int mtry, int[] draws, int[][] order, Seed seed) {
        if (mtry < frame.ncol()) {
            // The generator of the splits belongs to the thread. Seeds below 2 would not be distinct.
            MathEx.setSeed(2 + (seed.value() >>> 2));
            return grown(frame, response, leaf, mtry, draws, order);
        }
        // No random number is drawn, but Smile searches the features in a parallel stream, which would spill over to
        // threads that are not ours: inside a pool of one thread it stays there.
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            return alone.submit(() -> grown(frame, response, leaf, mtry, draws, order))
                    .join();
        } finally {
            alone.shutdown();
        }
    }

    private static RegressionTree grown(
            DataFrame frame, double[] response, int leaf, int mtry, int[] draws, int[][] order) {
        int unlimited = Integer.MAX_VALUE;
        return new RegressionTree(frame, Loss.ls(response), RESPONSE, unlimited, unlimited, leaf, mtry, draws, order);
    }

    int size() {
        return bags.size();
    }

    /** How often a tree has seen a row of the training data. */
    int timesDrawn(int bag, int row) {
        return bags.get(bag).draws[row];
    }

    /** Whether a tree has not seen a row of the training data. */
    boolean outOfBag(int bag, int row) {
        return bags.get(bag).draws[row] == 0;
    }

    /**
     * Means of the predictions of all bags for one response: for many rows, in O(m) memory.
     *
     * @param features m x d
     */
    double[] means(Matrix features, int response, Runner runner) {
        Inputs.check(features, scale.columns());
        double[] means = new double[features.rows()];
        int pieces = (means.length + PIECE - 1) / PIECE;
        // Pieces write to cells of their own.
        runner.run("scoring", pieces, 1, (piece, step) -> {
            int end = (int) Math.min(means.length, (piece + 1L) * PIECE);
            double[] rows = new double[BLOCK * scale.columns()];
            double[] sums = new double[BLOCK];
            for (int from = piece * PIECE; from < end; from += BLOCK) {
                int n = Math.min(BLOCK, end - from);
                scale.copyRows(features, from, n, rows);
                forests.get(response).sum(rows, n, scale.columns(), sums);
                for (int i = 0; i < n; i++) {
                    means[from + i] = sums[i] / size();
                }
            }
            step.run();
            return piece;
        });
        return means;
    }

    /**
     * Predictions of every bag for one response.
     *
     * @param features m x d
     * @return bags x m
     */
    double[][] predict(Matrix features, int response) {
        Inputs.check(features, scale.columns());
        double[][] predictions = new double[size()][features.rows()];
        double[] rows = new double[BLOCK * scale.columns()];
        double[] block = new double[size() * BLOCK];
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int n = Math.min(BLOCK, features.rows() - from);
            scale.copyRows(features, from, n, rows);
            forests.get(response).each(rows, n, scale.columns(), block);
            for (int b = 0; b < predictions.length; b++) {
                System.arraycopy(block, b * n, predictions[b], from, n);
            }
        }
        return predictions;
    }

    /** By how much the splits on each feature decrease the loss, added up over all trees for some responses. */
    double[] importance(int responses) {
        double[] sums = new double[scale.columns()];
        for (Bag bag : bags) {
            for (int response = 0; response < responses; response++) {
                double[] decrease = bag.trees.get(response).importance();
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += decrease[j];
                }
            }
        }
        return sums;
    }

    /** For each of the n training rows, the mean prediction of the trees that have not seen it; NaN if all have. */
    double[] outOfBagMeans(Matrix features, int response) {
        double[][] predictions = predict(features, response);
        double[] means = new double[features.rows()];
        for (int row = 0; row < means.length; row++) {
            double sum = 0;
            int members = 0;
            for (int b = 0; b < size(); b++) {
                if (outOfBag(b, row)) {
                    sum += predictions[b][row];
                    members++;
                }
            }
            means[row] = members == 0 ? Double.NaN : sum / members;
        }
        return means;
    }
}
