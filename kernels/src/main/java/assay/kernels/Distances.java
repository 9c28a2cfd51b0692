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
}
