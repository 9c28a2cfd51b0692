package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Task;

/**
 * What a network does with the outputs of its last linear layer: nothing (regression) or a softmax (classification),
 * and the loss that {@link assay.acquisition.Differentiable} promises, with its exact gradient. Computed in double
 * precision from single-precision outputs. It has a scratch row, so it belongs to one thread.
 */
final class OutputLoss {

    private static final double EPSILON = 1e-8;

    private final Task task;
    private final double[] targets;
    private final double[] p;

    OutputLoss(Dataset train) {
        this(train.task(), train.targets());
    }

    /** @param targets n; not copied */
    OutputLoss(Task task, double[] targets) {
        this.task = task;
        this.targets = targets;
        this.p = new double[task.outputs()];
    }

    /**
     * Losses and their gradients of a batch.
     *
     * @param outputs count x outputs, of the last linear layer
     * @param rows positions of the batch in the training data
     * @param losses receives count losses
     * @param gradients receives count x outputs derivatives of each row's loss by its outputs
     */
    void evaluate(float[] outputs, int[] rows, int count, float[] losses, float[] gradients) {
        int k = task.outputs();
        for (int i = 0; i < count; i++) {
            double target = targets[rows[i]];
            if (task instanceof Task.Classification) {
                int own = (int) target;
                softmax(outputs, i * k, p);
                losses[i] = (float) -Math.log(p[own] + EPSILON);
                double factor = p[own] / (p[own] + EPSILON);
                for (int c = 0; c < k; c++) {
                    gradients[i * k + c] = (float) ((p[c] - (c == own ? 1 : 0)) * factor);
                }
            } else {
                double error = outputs[i] - target;
                losses[i] = (float) (error * error);
                gradients[i] = (float) (2 * error);
            }
        }
    }

    /**
     * Outputs of the last linear layer as predictions.
     *
     * @param outputs m x outputs
     * @return m x 1 targets or m x C probabilities
     */
    static Matrix predictions(Task task, float[] outputs, int m) {
        int k = task.outputs();
        double[] values = new double[m * k];
        double[] p = new double[k];
        for (int i = 0; i < m; i++) {
            if (task instanceof Task.Classification) {
                softmax(outputs, i * k, p);
                System.arraycopy(p, 0, values, i * k, k);
            } else {
                values[i] = outputs[i];
            }
        }
        return Matrix.of(m, k, values);
    }

    private static void softmax(float[] outputs, int from, double[] p) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < p.length; c++) {
            max = Math.max(max, outputs[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(outputs[from + c] - max);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
    }
}
