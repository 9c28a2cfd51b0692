package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Random forests as target models. A number is predicted by the mean of the trees.
 *
 * <p>Classes are predicted by trees of class shares, least squares on 0/1 indicators: with two classes the very splits of
 * a Gini tree; with more, one tree per class on the same drawn rows, whose mean shares are divided by their sum. Smile's
 * own classification trees are not used: they look for splits only between neighbouring rows of different class, so on
 * columns with ties (counts, dummies) they overlook splits by chance of row order, and they pull the shares of small
 * leaves towards 1/C.
 */
final class ForestTrainer implements TargetModel.Trainer {

    private final ForestSettings settings;
    private final Runner runner;

    ForestTrainer(ForestSettings settings, Runner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    @Override
    public TargetModel fit(Dataset train, Seed seed) {
        boolean classes = train.task() instanceof Task.Classification;
        BaggedTrees trees = grow(train, settings, runner, seed);
        return classes
                ? features -> shares(trees, features, train.task().outputs())
                : features -> Matrix.of(features.rows(), 1, trees.means(features, 0, Runner.SEQUENTIAL));
    }

    /** The trees of a forest for such a target. */
    static BaggedTrees grow(Dataset train, ForestSettings settings, Runner runner, Seed seed) {
        boolean classes = train.task() instanceof Task.Classification;
        int d = train.features().columns();
        return BaggedTrees.grow(
                "random forest",
                train.features(),
                responses(train),
                settings.trees(),
                classes ? settings.classificationLeaf() : settings.regressionLeaf(),
                Math.max(1, (int) Math.round(settings.featureShare() * d)),
                runner,
                seed);
    }

    /** Numbers as they are; of two classes the indicator of the second; of more the indicator of each. */
    private static List<double[]> responses(Dataset train) {
        int outputs = train.task().outputs();
        if (outputs == 1) {
            return List.of(train.targets());
        }
        List<double[]> indicators = new ArrayList<>();
        for (int c = outputs == 2 ? 1 : 0; c < outputs; c++) {
            double[] indicator = new double[train.size()];
            for (int row = 0; row < indicator.length; row++) {
                indicator[row] = train.target(row) == c ? 1 : 0;
            }
            indicators.add(indicator);
        }
        return indicators;
    }

    private static Matrix shares(BaggedTrees trees, Matrix features, int classes) {
        double[][] shares = new double[features.rows()][classes];
        for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
            double[] means = trees.means(features, classes == 2 ? 0 : c, Runner.SEQUENTIAL);
            for (int row = 0; row < means.length; row++) {
                shares[row][c] = Math.min(1, means[row]);
            }
        }
        for (double[] row : shares) {
            if (classes == 2) {
                row[0] = 1 - row[1];
            } else {
                normalise(row);
            }
        }
        return Matrix.of(
                shares.length,
                classes,
                Arrays.stream(shares).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Makes shares of the rows of a matrix. */
    static void normaliseRows(double[] values, int columns) {
        for (int at = 0; at < values.length; at += columns) {
            double[] row = Arrays.copyOfRange(values, at, at + columns);
            normalise(row);
            System.arraycopy(row, 0, values, at, columns);
        }
    }

    /** Divides by the sum; if no tree has found any class likely, all are equally likely. */
    private static void normalise(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] = sum > 0 ? shares[c] / sum : 1.0 / shares.length;
        }
    }
}
