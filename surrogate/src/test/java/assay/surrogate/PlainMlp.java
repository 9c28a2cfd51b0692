package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Task;
import assay.kernels.Activation;

/** The losses of a multi-layer perceptron written down once more, in double precision and without tricks. */
final class PlainMlp {

    private PlainMlp() {}

    /** {@code sum_i weights[i] * loss_i} over the given rows. */
    static double weightedLoss(MlpSettings settings, double[] parameters, Dataset data, int[] rows, float[] weights) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += weights[i] * loss(settings, parameters, data, rows[i]);
        }
        return sum;
    }

    static double loss(MlpSettings settings, double[] parameters, Dataset data, int row) {
        NetworkLayout layout = new NetworkLayout(
                settings.units(data.features().columns(), data.task().outputs()));
        double[] x = data.features().row(row);
        for (int layer = 0; layer < layout.layers(); layer++) {
            double[] z = new double[layout.outputs(layer)];
            for (int j = 0; j < z.length; j++) {
                z[j] = parameters[layout.biases(layer) + j];
                for (int i = 0; i < x.length; i++) {
                    z[j] += x[i] * parameters[layout.weights(layer) + i * z.length + j];
                }
                if (layer < layout.layers() - 1) {
                    z[j] = activate(settings.activation(), z[j]);
                }
            }
            x = z;
        }
        if (data.task() instanceof Task.Regression) {
            return Math.pow(x[0] - data.target(row), 2);
        }
        double total = 0;
        for (double z : x) {
            total += Math.exp(z);
        }
        return -Math.log(Math.exp(x[(int) data.target(row)]) / total + 1e-8);
    }

    private static double activate(Activation activation, double z) {
        return switch (activation) {
            case RELU -> Math.max(z, 0);
            case TANH -> Math.tanh(z);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
        };
    }
}
