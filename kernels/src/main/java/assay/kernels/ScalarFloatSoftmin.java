package assay.kernels;

import assay.kernels.SoftminKernel.Update;

/** {@link ScalarSoftmin} in single precision. */
final class ScalarFloatSoftmin extends FloatSoftminKernel {

    @Override
    void rows(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out) {
        for (int i = 0; i < rows; i++) {
            out[i] = combine(update, out[i], softmin(cost, i * columns, 1, h, columns, eps));
        }
    }

    @Override
    void columns(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out) {
        for (int j = 0; j < columns; j++) {
            out[j] = combine(update, out[j], softmin(cost, j, columns, h, rows, eps));
        }
    }

    private static float softmin(float[] cost, int from, int stride, float[] h, int terms, float eps) {
        float inverse = 1 / eps;
        float largest = Float.NEGATIVE_INFINITY;
        for (int t = 0, at = from; t < terms; t++, at += stride) {
            largest = Math.max(largest, h[t] - cost[at] * inverse);
        }
        float sum = 0;
        for (int t = 0, at = from; t < terms; t++, at += stride) {
            float x = h[t] - cost[at] * inverse - largest;
            if (x > NEGLIGIBLE) {
                sum += Exponential.of(x);
            }
        }
        return -eps * (largest + (float) Math.log(sum));
    }
}
