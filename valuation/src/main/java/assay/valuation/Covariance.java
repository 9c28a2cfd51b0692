package assay.valuation;

import assay.acquisition.Matrix;

/**
 * The mean and the covariance of rows, with a little added to the variances so that it can be inverted. Immutable.
 */
final class Covariance {

    private static final double RIDGE = 1e-3;

    private final double[] mean;
    private final double[][] factor;

    private Covariance(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** @param rows at least 1, of columns with a standard deviation of about 1 */
    static Covariance of(Matrix rows) {
        int n = rows.rows();
        int d = rows.columns();
        double[] mean = new double[d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                mean[j] += rows.at(i, j) / n;
            }
        }
        double[][] covariance = new double[d][d];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < d; a++) {
                double first = rows.at(i, a) - mean[a];
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += first * (rows.at(i, b) - mean[b]) / n;
                }
            }
        }
        return new Covariance(mean, choleskyFactor(covariance));
    }

    /** The lower triangle L of L L' = C + ridge, in place. */
    private static double[][] choleskyFactor(double[][] c) {
        for (int a = 0; a < c.length; a++) {
            c[a][a] += RIDGE;
            for (int b = 0; b <= a; b++) {
                double rest = c[a][b];
                for (int k = 0; k < b; k++) {
                    rest -= c[a][k] * c[b][k];
                }
                c[a][b] = a == b ? Math.sqrt(rest) : rest / c[b][b];
            }
        }
        return c;
    }

    /** Mahalanobis distance from the mean, divided by the square root of the number of columns. */
    double distance(double[] x) {
        double[] z = new double[x.length];
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            double rest = x[a] - mean[a];
            for (int b = 0; b < a; b++) {
                rest -= factor[a][b] * z[b];
            }
            z[a] = rest / factor[a][a];
            sum += z[a] * z[a];
        }
        return Math.sqrt(sum / x.length);
    }
}
