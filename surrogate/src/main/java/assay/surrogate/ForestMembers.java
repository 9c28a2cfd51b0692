package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The random forest of {@link ForestTrainer} taken apart: what each tree predicts, and which features the trees split on. */
final class ForestMembers implements EnsembleModel.Trainer, FeatureImportance {

    private final ForestSettings settings;
    private final Runner runner;

    ForestMembers(ForestSettings settings, Runner runner) {
        this.settings = settings;
        this.runner = runner;
    }

    @Override
    public EnsembleModel fit(Dataset train, Seed seed) {
        BaggedTrees trees = ForestTrainer.grow(train, settings, runner, seed);
        int outputs = train.task().outputs();
        return features -> members(trees, features, outputs);
    }

    private static List<Matrix> members(BaggedTrees trees, Matrix features, int outputs) {
        List<double[][]> responses = new ArrayList<>();
        for (int r = 0; r < (outputs == 2 ? 1 : outputs); r++) {
            responses.add(trees.predict(features, r));
        }
        List<Matrix> members = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            double[] values = new double[features.rows() * outputs];
            for (int row = 0; row < features.rows(); row++) {
                if (outputs == 2) {
                    values[2 * row + 1] = responses.get(0)[tree][row];
                    values[2 * row] = 1 - values[2 * row + 1];
                } else {
                    for (int c = 0; c < outputs; c++) {
                        values[row * outputs + c] = responses.get(c)[tree][row];
                    }
                }
            }
            if (outputs > 2) {
                ForestTrainer.normaliseRows(values, outputs);
            }
            members.add(Matrix.of(features.rows(), outputs, values));
        }
        return members;
    }

    /** Shares of the decrease in squared error (of Gini impurity, for classes) over all splits of all trees. */
    @Override
    public double[] measure(Dataset known, Seed seed) {
        int responses =
                known.task() instanceof Task.Classification && known.task().outputs() > 2
                        ? known.task().outputs()
                        : 1;
        double[] sums = ForestTrainer.grow(known, settings, runner, seed).importance(responses);
        double total = Arrays.stream(sums).sum();
        return Arrays.stream(sums)
                .map(sum -> total > 0 ? sum / total : 1.0 / sums.length)
                .toArray();
    }
}
