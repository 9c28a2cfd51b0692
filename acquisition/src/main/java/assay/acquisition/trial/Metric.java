package assay.acquisition.trial;

import assay.acquisition.Matrix;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.List;

/** How good predictions are: of numbers in the units of the target, of classes by the probabilities of a model. */
public enum Metric {
    /** Root mean squared error. */
    RMSE(Subject.NUMBERS, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            return Math.sqrt(MSE.of(truth, predicted));
        }
    },
    /** Mean squared error. */
    MSE(Subject.NUMBERS, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                double error = truth[i] - predicted.at(i, 0);
                sum += error * error;
            }
            return sum / truth.length;
        }
    },
    /** Mean absolute error. */
    MAE(Subject.NUMBERS, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                sum += Math.abs(truth[i] - predicted.at(i, 0));
            }
            return sum / truth.length;
        }
    },
    /** Mean of |error| / |truth|; infinite where the truth is 0. */
    MAPE(Subject.NUMBERS, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                sum += Math.abs((truth[i] - predicted.at(i, 0)) / truth[i]);
            }
            return sum / truth.length;
        }
    },
    /** 1 - mean squared error / variance of the truth. */
    R2(Subject.NUMBERS, Better.HIGHER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double mean = Arrays.stream(truth).average().orElseThrow();
            double variance = 0;
            for (double t : truth) {
                variance += (t - mean) * (t - mean) / truth.length;
            }
            return 1 - MSE.of(truth, predicted) / variance;
        }
    },
    /** Share of rows whose most probable class is the true one; of equally probable classes the first. */
    ACCURACY(Subject.CLASSES, Better.HIGHER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            int right = 0;
            for (int i = 0; i < truth.length; i++) {
                right += mostProbable(predicted, i) == truth[i] ? 1 : 0;
            }
            return (double) right / truth.length;
        }
    },
    /** Mean over the classes that occur of the share of their rows that is recognised. */
    BALANCED_ACCURACY(Subject.CLASSES, Better.HIGHER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            int[] rows = new int[predicted.columns()];
            int[] right = new int[predicted.columns()];
            for (int i = 0; i < truth.length; i++) {
                rows[(int) truth[i]]++;
                right[(int) truth[i]] += mostProbable(predicted, i) == truth[i] ? 1 : 0;
            }
            double sum = 0;
            int classes = 0;
            for (int c = 0; c < rows.length; c++) {
                if (rows[c] > 0) {
                    sum += (double) right[c] / rows[c];
                    classes++;
                }
            }
            return sum / classes;
        }
    },
    /** Mean of -ln(probability of the true class), which is taken to be at least 1e-15. */
    LOG_LOSS(Subject.CLASSES, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                sum -= Math.log(Math.max(LEAST_PROBABILITY, predicted.at(i, (int) truth[i])));
            }
            return sum / truth.length;
        }
    },
    /** Mean squared distance between the probabilities and the indicators of the true class, summed over the classes: 0 .. 2. */
    BRIER(Subject.CLASSES, Better.LOWER) {
        @Override
        double of(double[] truth, Matrix predicted) {
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                for (int c = 0; c < predicted.columns(); c++) {
                    double error = predicted.at(i, c) - (truth[i] == c ? 1 : 0);
                    sum += error * error;
                }
            }
            return sum / truth.length;
        }
    };

    private enum Subject {
        NUMBERS,
        CLASSES
    }

    private enum Better {
        LOWER,
        HIGHER
    }

    private static final double LEAST_PROBABILITY = 1e-15;

    private final Subject subject;
    private final Better better;

    Metric(Subject subject, Better better) {
        this.subject = subject;
        this.better = better;
    }

    /** All that can be measured of such a target; the first is what strategies are compared by if nothing else is asked for. */
    public static List<Metric> of(Task task) {
        Subject subject = task instanceof Task.Classification ? Subject.CLASSES : Subject.NUMBERS;
        return Arrays.stream(values()).filter(m -> m.subject == subject).toList();
    }

    /**
     * The score as a loss that is 0 for perfect predictions: errors as they are, and what is lacking to 1 of R2 and accuracies.
     */
    public double loss(double score) {
        return better == Better.LOWER ? score : 1 - score;
    }

    /** What {@link #loss} is called. */
    public String lossName() {
        return switch (this) {
            case RMSE, MSE, MAE, MAPE -> name();
            case R2 -> "1 - R2";
            case ACCURACY -> "error rate";
            case BALANCED_ACCURACY -> "balanced error rate";
            case LOG_LOSS -> "log loss";
            case BRIER -> "Brier score";
        };
    }

    private static int mostProbable(Matrix probabilities, int row) {
        int most = 0;
        for (int c = 1; c < probabilities.columns(); c++) {
            most = probabilities.at(row, c) > probabilities.at(row, most) ? c : most;
        }
        return most;
    }

    /**
     * @param truth n numbers, at least one, or positions of classes
     * @param predicted n x 1 numbers, or n x C probabilities
     */
    abstract double of(double[] truth, Matrix predicted);
}
