package assay.valuation;

import assay.acquisition.Matrix;
import assay.acquisition.Task;

/** How good the prediction of a row is, higher being better: of a number the negative error. */
final class Scores {

    private Scores() {}

    static double of(Matrix predictions, int row, double target, Task task, Metric metric) {
        if (task instanceof Task.Classification) {
            return metric == Metric.PROBABILITY
                    ? predictions.at(row, (int) target)
                    : mostLikely(predictions, row) == target ? 1 : 0;
        }
        double error = predictions.at(row, 0) - target;
        return metric == Metric.SQUARED_ERROR ? -error * error : -Math.abs(error);
    }

    /** The mean over all rows. */
    static double mean(Matrix predictions, double[] targets, Task task, Metric metric) {
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            sum += of(predictions, row, targets[row], task, metric);
        }
        return sum / targets.length;
    }

    /** The first of equally likely classes. */
    private static int mostLikely(Matrix probabilities, int row) {
        int most = 0;
        for (int c = 1; c < probabilities.columns(); c++) {
            most = probabilities.at(row, c) > probabilities.at(row, most) ? c : most;
        }
        return most;
    }
}
