package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;

/**
 * Predictions of the target model, trained on any rows of one dataset. Immutable and thread-safe.
 *
 * <p>Where there is nothing to learn, no model is trained, whatever the target model is: no rows at all predict the class
 * shares, or the mean, of the whole dataset; rows of one class, or of one target, predict it; and fewer rows than the model
 * needs predict their own class shares or mean. A class that is missing among the rows is left to the model, whose outputs
 * are those of the whole dataset.
 */
final class SubsetLearner {

    private final Dataset train;
    private final TargetModel.OnSubsets models;
    private final int leastRows;

    SubsetLearner(Dataset train, TargetModel.Trainer trainer) {
        this.train = train;
        this.models = trainer.on(train);
        this.leastRows = trainer.leastRows();
    }

    /** @param rows to train on; may repeat */
    Matrix predict(int[] rows, Matrix features, Seed seed) {
        if (rows.length == 0) {
            return constant(features.rows(), allRows());
        }
        if (rows.length < leastRows || hasOneTarget(rows)) {
            return constant(features.rows(), rows);
        }
        return models.fit(rows, seed).predict(features);
    }

    private int[] allRows() {
        int[] all = new int[train.size()];
        for (int row = 0; row < all.length; row++) {
            all[row] = row;
        }
        return all;
    }

    private boolean hasOneTarget(int[] rows) {
        for (int row : rows) {
            if (train.target(row) != train.target(rows[0])) {
                return false;
            }
        }
        return true;
    }

    /** The class shares of some rows, or their mean target, for every row. */
    private Matrix constant(int count, int[] rows) {
        int outputs = train.task().outputs();
        double[] prediction = new double[outputs];
        for (int row : rows) {
            if (train.task() instanceof Task.Classification) {
                prediction[(int) train.target(row)] += 1.0 / rows.length;
            } else {
                prediction[0] += train.target(row) / rows.length;
            }
        }
        double[] all = new double[count * outputs];
        for (int row = 0; row < count; row++) {
            System.arraycopy(prediction, 0, all, row * outputs, outputs);
        }
        return Matrix.of(count, outputs, all);
    }
}
