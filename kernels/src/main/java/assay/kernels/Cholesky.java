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
}
