package assay.kernels;

/** Plain loops; both forms take the terms of a sum in the same order. */
final class ScalarSoftmin extends SoftminKernel {

    @Override
    void rows(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out) {
        for (int i = 0; i < rows; i++) {
            out[i] = combine(update, out[i], softmin(cost, i * columns, 1, h, columns, eps));
        }
    }

    @Override
    void columns(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out) {
        for (int j = 0; j < columns; j++) {
            out[j] = combine(update, out[j], softmin(cost, j, columns, h, rows, eps));
        }
    }

    private static double softmin(double[] cost, int from, int stride, double[] h, int terms, double eps) {
        double inverse = 1 / eps;
        double largest = Double.NEGATIVE_INFINITY;
        for (int t = 0, at = from; t < terms; t++, at += stride) {
            largest = Math.max(largest, h[t] - cost[at] * inverse);
        }
        double sum = 0;
        for (int t = 0, at = from; t < terms; t++, at += stride) {
            double x = h[t] - cost[at] * inverse - largest;
            if (x > NEGLIGIBLE) {
                sum += Exponential.inRange(x);
            }
        }
        return -eps * (largest + Math.log(sum));
    }
}
