package assay.valuation;

import assay.kernels.Cholesky;
import java.util.Arrays;

/**
 * A penalised linear model at its optimum: ridge regression (loss (y - s)^2 / 2 of the score s), logistic regression of two
 * classes with one score, or softmax regression with a score for each of more classes (loss {@code -ln p}). It minimises
 * the sum of the losses plus half the penalty times the squares of <em>all</em> coefficients, which makes the Hessian
 * positive definite. Immutable.
 */
final class RidgeOrLogistic {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    private final int d;
    private final int classes;
    private final int scores;
    private final double[] coefficients;
    private final Cholesky hessian;

    /**
     * Fits by Newton's method with halved steps: one step for ridge regression, O(n (scores d)^2) each.
     *
     * @param x n x d
     * @param y n numbers, or positions of classes
     * @param classes 1 for numbers
     * @throws ArithmeticException if Newton's method does not arrive
     */
    RidgeOrLogistic(double[] x, double[] y, int d, int classes, double penalty) {
        this(x, y, d, classes, penalty, new double[(classes <= 2 ? 1 : classes) * d], MOST_STEPS);
    }

    private RidgeOrLogistic(double[] x, double[] y, int d, int classes, double penalty, double[] start, int mostSteps) {
        this.d = d;
        this.classes = classes;
        this.scores = classes <= 2 ? 1 : classes;
        this.coefficients = start;
        for (int step = 0; step < mostSteps; step++) {
            double[] move = gradient(x, y, penalty);
            double slope = 0;
            double[] gradient = move.clone();
            Cholesky.of(hessian(x, y.length, penalty), move.length).solve(move);
            for (int i = 0; i < move.length; i++) {
                slope += gradient[i] * move[i];
            }
            if (slope < TOLERANCE * TOLERANCE * y.length) {
                this.hessian = Cholesky.of(hessian(x, y.length, penalty), move.length);
                return;
            }
            descend(x, y, penalty, move, slope);
        }
        if (mostSteps > 0) {
            throw new ArithmeticException(
                    "the linear model did not converge in %d steps. Maybe a larger penalty?".formatted(mostSteps));
        }
        this.hessian = Cholesky.of(hessian(x, y.length, penalty), coefficients.length);
    }

    /**
     * The model with given coefficients, optimal or not.
     *
     * @param coefficients scores x d; kept, not copied
     */
    static RidgeOrLogistic of(double[] x, double[] y, int d, int classes, double penalty, double[] coefficients) {
        return new RidgeOrLogistic(x, y, d, classes, penalty, coefficients, 0);
    }

    private void descend(double[] x, double[] y, double penalty, double[] move, double slope) {
        double before = objective(x, y, penalty);
        double[] start = coefficients.clone();
        double share = 1;
        do {
            for (int i = 0; i < move.length; i++) {
                coefficients[i] = start[i] - share * move[i];
            }
            share /= 2;
        } while (share > 1e-10 && objective(x, y, penalty) > before - 0.5 * share * slope + 1e-12 * Math.abs(before));
    }

    private double objective(double[] x, double[] y, double penalty) {
        double sum = 0;
        double[] p = new double[scores];
        for (int row = 0; row < y.length; row++) {
            sum += loss(x, row, y[row], p);
        }
        for (double c : coefficients) {
            sum += penalty / 2 * c * c;
        }
        return sum;
    }

    private double loss(double[] x, int row, double y, double[] p) {
        if (classes == 1) {
            double away = score(x, row, 0) - y;
            return away * away / 2;
        }
        if (classes == 2) {
            double s = y == 1 ? score(x, row, 0) : -score(x, row, 0);
            return s > 0 ? Math.log1p(Math.exp(-s)) : Math.log1p(Math.exp(s)) - s;
        }
        predict(x, row, p);
        return -Math.log(Math.max(p[(int) y], Double.MIN_NORMAL));
    }

    private double score(double[] x, int row, int c) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            sum += coefficients[c * d + j] * x[row * d + j];
        }
        return sum;
    }

    /** The predicted number, the probability of class 1 of two, or that of every class. */
    private void predict(double[] x, int row, double[] p) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores; c++) {
            p[c] = score(x, row, c);
            most = Math.max(most, p[c]);
        }
        if (classes == 2) {
            p[0] = 1 / (1 + Math.exp(-p[0]));
        } else if (classes > 2) {
            double sum = 0;
            for (int c = 0; c < scores; c++) {
                p[c] = Math.exp(p[c] - most);
                sum += p[c];
            }
            for (int c = 0; c < scores; c++) {
                p[c] /= sum;
            }
        }
    }

    /** How many numbers a gradient has. */
    int parameters() {
        return coefficients.length;
    }

    /**
     * The gradient of the loss of one row by the coefficients, without the penalty.
     *
     * @param gradient receives scores x d
     */
    void gradient(double[] x, int row, double y, double[] gradient) {
        double[] p = new double[scores];
        predict(x, row, p);
        for (int c = 0; c < scores; c++) {
            double target = classes <= 2 ? y : y == c ? 1 : 0;
            for (int j = 0; j < d; j++) {
                gradient[c * d + j] = (p[c] - target) * x[row * d + j];
            }
        }
    }

    private double[] gradient(double[] x, double[] y, double penalty) {
        double[] sum = Arrays.stream(coefficients).map(c -> penalty * c).toArray();
        double[] one = new double[sum.length];
        for (int row = 0; row < y.length; row++) {
            gradient(x, row, y[row], one);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i];
            }
        }
        return sum;
    }

    private double[] hessian(double[] x, int n, double penalty) {
        int size = scores * d;
        double[] h = new double[size * size];
        double[] p = new double[scores];
        for (int row = 0; row < n; row++) {
            predict(x, row, p);
            for (int c = 0; c < scores; c++) {
                for (int e = 0; e <= c; e++) {
                    double curvature = curvature(p, c, e);
                    for (int j = 0; j < d; j++) {
                        double factor = curvature * x[row * d + j];
                        int at = (c * d + j) * size + e * d;
                        for (int k = 0; k < d; k++) {
                            h[at + k] += factor * x[row * d + k];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            h[i * size + i] += penalty;
        }
        return h;
    }

    private double curvature(double[] p, int c, int e) {
        if (classes == 1) {
            return 1;
        }
        return classes == 2 ? p[0] * (1 - p[0]) : (c == e ? p[c] : 0) - p[c] * p[e];
    }

    /** Replaces a gradient by the inverse Hessian of the whole objective times it. */
    void solve(double[] gradient) {
        hessian.solve(gradient);
    }
}
