package assay.acquisition.trial;

import java.util.Arrays;

/** How good predictions of numbers are, in the units of the target. */
public enum Metric {
    /** Mean squared error. */
    MSE {
        @Override
        double of(double[] truth, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                sum += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            }
            return sum / truth.length;
        }
    },
    /** Mean of |error| / |truth|; infinite where the truth is 0. */
    MAPE {
        @Override
        double of(double[] truth, double[] predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                sum += Math.abs((truth[i] - predicted[i]) / truth[i]);
            }
            return sum / truth.length;
        }
    },
    /** 1 - mean squared error / variance of the truth. */
    R2 {
        @Override
        double of(double[] truth, double[] predicted) {
            double mean = Arrays.stream(truth).average().orElseThrow();
            double[] constant = new double[truth.length];
            Arrays.fill(constant, mean);
            return 1 - MSE.of(truth, predicted) / MSE.of(truth, constant);
        }
    };

    /**
     * @param truth at least one
     * @param predicted as many
     */
    abstract double of(double[] truth, double[] predicted);
}
