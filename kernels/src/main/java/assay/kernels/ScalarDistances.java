package assay.kernels;

import java.util.Arrays;

/** Plain loops along the rows of the result, which the compiler vectorises. */
final class ScalarDistances extends DistanceKernel {

    @Override
    void squared(double[] a, int n, double[] b, int m, int d, double[] out) {
        Arrays.fill(out, 0, n * m, 0);
        for (int i = 0; i < n; i++) {
            int row = i * m;
            for (int p = 0; p < d; p++) {
                double x = a[i * d + p];
                int from = p * m;
                for (int j = 0; j < m; j++) {
                    double difference = x - b[from + j];
                    out[row + j] += difference * difference;
                }
            }
        }
    }

    @Override
    void squared(float[] a, int n, float[] b, int m, int d, float[] out) {
        Arrays.fill(out, 0, n * m, 0);
        for (int i = 0; i < n; i++) {
            int row = i * m;
            for (int p = 0; p < d; p++) {
                float x = a[i * d + p];
                int from = p * m;
                for (int j = 0; j < m; j++) {
                    float difference = x - b[from + j];
                    out[row + j] += difference * difference;
                }
            }
        }
    }
}
