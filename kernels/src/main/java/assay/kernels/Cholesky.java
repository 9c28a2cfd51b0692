package assay.kernels;

/**
 * The Cholesky factor of a symmetric positive definite matrix, in double precision, for systems of some hundreds of
 * unknowns: p^3 / 3 multiply-adds to factor, p^2 for a solution. Immutable.
 */
public final class Cholesky {

    private final double[] factor;
    private final int p;

    private Cholesky(double[] factor, int p) {
        this.factor = factor;
        this.p = p;
    }

    /**
     * Factors a matrix.
     *
     * @param a p x p, row-major; its lower half is read
     * @throws ArithmeticException if it is not positive definite
     */
    public static Cholesky of(double[] a, int p) {
        double[] l = a.clone();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = l[i * p + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i * p + k] * l[j * p + k];
                }
                if (i > j) {
                    l[i * p + j] = sum / l[j * p + j];
                } else if (sum > 0) {
                    l[i * p + i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException(
                            "the matrix is not positive definite: pivot %d is %s. Maybe a larger penalty?"
                                    .formatted(i, sum));
                }
            }
        }
        return new Cholesky(l, p);
    }

    /**
     * Solves A x = b.
     *
     * @param b p numbers, replaced by x
     */
    public void solve(double[] b) {
        for (int i = 0; i < p; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * p + k] * b[k];
            }
            b[i] = sum / factor[i * p + i];
        }
        for (int i = p - 1; i >= 0; i--) {
            b[i] /= factor[i * p + i];
            for (int k = 0; k < i; k++) {
                b[k] -= factor[i * p + k] * b[i];
            }
        }
    }

    /** The natural logarithm of the determinant of A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            sum += 2 * Math.log(factor[i * p + i]);
        }
        return sum;
    }

    /**
     * Solves L X = B, where A = L L': p^2 / 2 multiply-adds per column.
     *
     * @param b p x columns, row-major, replaced by X
     */
    public void solveLower(double[] b, int columns) {
        for (int i = 0; i < p; i++) {
            int row = i * columns;
            for (int k = 0; k < i; k++) {
                double l = factor[i * p + k];
                int above = k * columns;
                for (int c = 0; c < columns; c++) {
                    b[row + c] -= l * b[above + c];
                }
            }
            double pivot = factor[i * p + i];
            for (int c = 0; c < columns; c++) {
                b[row + c] /= pivot;
            }
        }
    }

    /** The inverse of A, p x p: p^3 / 3 multiply-adds. */
    public double[] inverse() {
        // Row j is column j of the inverse of L.
        double[] u = new double[p * p];
        for (int j = 0; j < p; j++) {
            u[j * p + j] = 1 / factor[j * p + j];
            for (int i = j + 1; i < p; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= factor[i * p + k] * u[j * p + k];
                }
                u[j * p + i] = sum / factor[i * p + i];
            }
        }
        double[] inverse = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < p; k++) {
                    sum += u[i * p + k] * u[j * p + k];
                }
                inverse[i * p + j] = sum;
                inverse[j * p + i] = sum;
            }
        }
        return inverse;
    }
}
