package assay.kernels;

/** Smoothed minima over the rows of a cost matrix: the half step of Sinkhorn's algorithm. */
public final class Softmin {

    /** Terms smaller than the largest by this factor's exponential are below half a unit in the last place. */
    private static final double NEGLIGIBLE = -40;

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
        double inverse = 1 / eps;
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                largest = Math.max(largest, h[j] - cost[row + j] * inverse);
            }
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                double x = h[j] - cost[row + j] * inverse - largest;
                if (x > NEGLIGIBLE) {
                    sum += Exponential.ofNonPositive(x);
                }
            }
            out[i] = -eps * (largest + Math.log(sum));
        }
    }
}
