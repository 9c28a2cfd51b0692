package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Task;
import assay.kernels.Activation;

/** A multi-layer perceptron written a second time, slowly and in double precision, for tests to compare with. */
record DoubleNetwork(MlpSettings settings, Dataset train) {

    /** Outputs of the last linear layer for one row of the training data. */
    double[] outputs(double[] parameters, int row) {
        int[] units = settings.units(train.features().columns(), train.task().outputs());
        double[] x = train.features().row(row);
        int at = 0;
        for (int layer = 0; layer < settings.layers(); layer++) {
            double[] z = new double[units[layer + 1]];
            for (int out = 0; out < z.length; out++) {
                z[out] = parameters[at + x.length * z.length + out];
                for (int in = 0; in < x.length; in++) {
                    z[out] += x[in] * parameters[at + in * z.length + out];
                }
                if (layer < settings.layers() - 1) {
                    z[out] = activate(settings.activation(), z[out]);
                }
            }
            at += (x.length + 1) * z.length;
            x = z;
        }
        return x;
    }

    double loss(double[] outputs, int row) {
        if (train.task() instanceof Task.Regression) {
            return Math.pow(outputs[0] - train.target(row), 2);
        }
        double sum = 0;
        for (double z : outputs) {
            sum += Math.exp(z);
        }
        return -Math.log(Math.exp(outputs[(int) train.target(row)]) / sum + 1e-8);
    }

    double weightedLoss(double[] parameters, int[] rows, float[] weights) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += weights[i] * loss(outputs(parameters, rows[i]), rows[i]);
        }
        return sum;
    }

    /** By central differences, good to about 9 digits. */
    double[] gradient(double[] parameters, int[] rows, float[] weights) {
        double h = 1e-5;
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            double[] moved = parameters.clone();
            moved[i] = parameters[i] + h;
            double above = weightedLoss(moved, rows, weights);
            moved[i] = parameters[i] - h;
            gradient[i] = (above - weightedLoss(moved, rows, weights)) / (2 * h);
        }
        return gradient;
    }

    private static double activate(Activation activation, double z) {
        return switch (activation) {
            case RELU -> Math.max(0, z);
            case TANH -> Math.tanh(z);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
        };
    }
}
