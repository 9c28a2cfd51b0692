package assay.kernels;

import assay.kernels.SoftminKernel.Update;

/**
 * Smoothed minima over the rows or columns of a cost matrix: the half step of Sinkhorn's algorithm.
 *
 * <p>The form by columns is the fast one, in which every lane works on a column of its own; for a minimum over rows of C,
 * give it the transpose of C. Either is an exact log-sum-exp of the terms, of which those below e^-40 (single precision:
 * e^-25) of the largest are left out. Error in double precision: at most 4e-16 (|out| + max |cost| + eps |h|) + 1e-14 eps;
 * in single precision 2e-7 (|out| + max |cost| + eps |h|) + 1e-6 eps, for up to some hundreds of terms. Terms of minus
 * infinity count nothing; a minimum of no terms but such is plus infinity.
 *
 * <p>A method that averages may be called for both potentials in turn, as long as both {@code h} were made before.
 */
public final class Softmin {

    private Softmin() {}

    /**
     * {@code out[i] = -eps ln sum_j exp(h[j] - cost[i][j] / eps)}.
     *
     * @param cost rows x columns, row-major
     * @param h columns
     * @param eps temperature, greater than 0
     * @param out receives rows values
     */
    public static void rows(double[] cost, int rows, int columns, double[] h, double eps, double[] out) {
        Kernels.SOFTMIN.rows(cost, rows, columns, h, eps, Update.REPLACE, out);
    }

    /** As {@link #rows(double[], int, int, double[], double, double[])}, but {@code out} becomes the mean of what it was and this. */
    public static void averageRows(double[] cost, int rows, int columns, double[] h, double eps, double[] out) {
        Kernels.SOFTMIN.rows(cost, rows, columns, h, eps, Update.AVERAGE, out);
    }

    /**
     * {@code out[j] = -eps ln sum_i exp(h[i] - cost[i][j] / eps)}.
     *
     * @param cost rows x columns, row-major
     * @param h rows
     * @param eps temperature, greater than 0
     * @param out receives columns values
     */
    public static void columns(double[] cost, int rows, int columns, double[] h, double eps, double[] out) {
        Kernels.SOFTMIN.columns(cost, rows, columns, h, eps, Update.REPLACE, out);
    }

    /** As {@link #columns(double[], int, int, double[], double, double[])}, but {@code out} becomes the mean of what it was and this. */
    public static void averageColumns(double[] cost, int rows, int columns, double[] h, double eps, double[] out) {
        Kernels.SOFTMIN.columns(cost, rows, columns, h, eps, Update.AVERAGE, out);
    }

    /** {@link #rows(double[], int, int, double[], double, double[])} in single precision. */
    public static void rows(float[] cost, int rows, int columns, float[] h, float eps, float[] out) {
        Kernels.FLOAT_SOFTMIN.rows(cost, rows, columns, h, eps, Update.REPLACE, out);
    }

    /** {@link #averageRows(double[], int, int, double[], double, double[])} in single precision. */
    public static void averageRows(float[] cost, int rows, int columns, float[] h, float eps, float[] out) {
        Kernels.FLOAT_SOFTMIN.rows(cost, rows, columns, h, eps, Update.AVERAGE, out);
    }

    /** {@link #columns(double[], int, int, double[], double, double[])} in single precision. */
    public static void columns(float[] cost, int rows, int columns, float[] h, float eps, float[] out) {
        Kernels.FLOAT_SOFTMIN.columns(cost, rows, columns, h, eps, Update.REPLACE, out);
    }

    /** {@link #averageColumns(double[], int, int, double[], double, double[])} in single precision. */
    public static void averageColumns(float[] cost, int rows, int columns, float[] h, float eps, float[] out) {
        Kernels.FLOAT_SOFTMIN.columns(cost, rows, columns, h, eps, Update.AVERAGE, out);
    }

    /**
     * {@code h[j] = logMasses[j] + dual[j] / eps}, what the other methods take.
     *
     * @param n how many leading elements
     */
    public static void tilt(double[] logMasses, double[] dual, int n, double eps, double[] h) {
        for (int j = 0; j < n; j++) {
            h[j] = logMasses[j] + dual[j] / eps;
        }
    }

    /** {@link #tilt(double[], double[], int, double, double[])} in single precision. */
    public static void tilt(float[] logMasses, float[] dual, int n, float eps, float[] h) {
        for (int j = 0; j < n; j++) {
            h[j] = logMasses[j] + dual[j] / eps;
        }
    }
}
