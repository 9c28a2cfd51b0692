package assay.kernels;

/** Euclidean distances between rows of flat, row-major matrices. */
public final class Distances {

    private Distances() {}

    /**
     * Squared distance between one row of a and one row of b.
     *
     * @param a any x d
     * @param b any x d
     */
    public static double squared(double[] a, int rowOfA, double[] b, int rowOfB, int d) {
        int p = rowOfA * d;
        int q = rowOfB * d;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double difference = a[p + j] - b[q + j];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * Squared distances of all pairs.
     *
     * @param a n x d
     * @param b m x d
     * @param out n x m, overwritten
     */
    public static void squared(double[] a, int n, double[] b, int m, int d, double[] out) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                out[i * m + j] = squared(a, i, b, j, d);
            }
        }
    }

    /**
     * Squared distances of all pairs, where one side is given by columns: the fast form. The bits are those of
     * {@link #squared(double[], int, double[], int, int)}; relative error of an element at most (d + 3) 2^-53.
     *
     * @param a n x d
     * @param b d x m: point j is column j
     * @param out n x m, overwritten
     */
    public static void squaredToColumns(double[] a, int n, double[] b, int m, int d, double[] out) {
        Kernels.DISTANCES.squared(a, n, b, m, d, out);
    }

    /**
     * Squared distances of all pairs in single precision, where one side is given by columns. Relative error of an
     * element at most (d + 3) 2^-24.
     *
     * @param a n x d
     * @param b d x m: point j is column j
     * @param out n x m, overwritten
     */
    public static void squaredToColumns(float[] a, int n, float[] b, int m, int d, float[] out) {
        Kernels.DISTANCES.squared(a, n, b, m, d, out);
    }

    /**
     * The transpose: points by rows become points by columns.
     *
     * @param a m x n
     * @param t n x m, overwritten
     */
    public static void transpose(double[] a, int m, int n, double[] t) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                t[j * m + i] = a[i * n + j];
            }
        }
    }
}
