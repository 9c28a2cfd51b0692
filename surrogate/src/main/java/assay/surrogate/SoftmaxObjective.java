package assay.surrogate;

import java.util.Arrays;
import smile.math.DifferentiableMultivariateFunction;

/**
 * What multinomial logistic regression minimises: the sum of {@code -ln p} of the rows' own classes, plus half a feature's
 * penalty times the squares of its coefficients; intercepts have none. Every class has coefficients of its own, so that the order
 * of the classes does not matter; with one penalty for all, that is scikit-learn's objective with C = 1/penalty, and with
 * two classes C = 2/penalty.
 *
 * <p>Smile's own LogisticRegression holds the last class at zero and leaves it unpenalised, and adds up its likelihood
 * in a parallel stream, whose last bits depend on the number of processors: its minimiser is used, its objective not.
 */
final class SoftmaxObjective implements DifferentiableMultivariateFunction {

    private static final long serialVersionUID = 1L;

    private final double[][] rows;
    private final int[] classes;
    private final int count;
    private final double[] penalties;

    /**
     * @param rows n x d
     * @param classes n positions, below {@code count}
     * @param penalties d numbers
     */
    SoftmaxObjective(double[][] rows, int[] classes, int count, double[] penalties) {
        this.rows = rows;
        this.classes = classes;
        this.count = count;
        this.penalties = penalties;
    }

    /** Coefficients of d features and an intercept for each class. */
    static int parameters(int features, int count) {
        return (features + 1) * count;
    }

    @Override
    public double f(double[] w) {
        return g(w, new double[w.length]);
    }

    @Override
    public double g(double[] w, double[] gradient) {
        int width = w.length / count;
        double[] p = new double[count];
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double[] x = rows[i];
            sum += logSumExp(w, x, p) - score(w, x, classes[i]);
            for (int c = 0; c < count; c++) {
                double error = p[c] - (classes[i] == c ? 1 : 0);
                int at = c * width;
                for (int j = 0; j < x.length; j++) {
                    gradient[at + j] += error * x[j];
                }
                gradient[at + x.length] += error;
            }
        }
        for (int i = 0; i < w.length; i++) {
            int feature = i % width;
            if (feature < penalties.length) {
                sum += penalties[feature] / 2 * w[i] * w[i];
                gradient[i] += penalties[feature] * w[i];
            }
        }
        return sum;
    }

    private static double score(double[] w, double[] x, int c) {
        int at = c * (x.length + 1);
        double score = w[at + x.length];
        for (int j = 0; j < x.length; j++) {
            score += w[at + j] * x[j];
        }
        return score;
    }

    /**
     * Probabilities of the classes for one row.
     *
     * @param p receives them
     * @return the logarithm by which the exponentials of the scores were divided
     */
    static double logSumExp(double[] w, double[] x, double[] p) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < p.length; c++) {
            p[c] = score(w, x, c);
            max = Math.max(max, p[c]);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(p[c] - max);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return max + Math.log(sum);
    }
}
