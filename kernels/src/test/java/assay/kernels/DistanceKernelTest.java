package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistanceKernelTest {

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void agreesWithTheDefinition(KernelSet set) {
        for (int n : new int[] {1, 3, 4, 9}) {
            for (int d : new int[] {1, 2, 10, 33}) {
                for (int m : Both.sizes()) {
                    check(set.distances(), n, m, d);
                }
            }
        }
    }

    private static void check(DistanceKernel distances, int n, int m, int d) {
        float[] a = Both.floats(n * d, 1);
        float[] b = Both.floats(d * m, 2);
        double[] x = new double[n * d];
        double[] y = new double[d * m];
        for (int i = 0; i < x.length; i++) {
            x[i] = a[i];
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = b[i];
        }
        float[] single = new float[n * m + 1];
        double[] twice = new double[n * m + 1];
        single[n * m] = 5;
        twice[n * m] = 5;
        distances.squared(a, n, b, m, d, single);
        distances.squared(x, n, y, m, d, twice);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int p = 0; p < d; p++) {
                    sum += (x[i * d + p] - y[p * m + j]) * (x[i * d + p] - y[p * m + j]);
                }
                assertEquals(sum, twice[i * m + j], (d + 3) * 0x1p-52 * sum);
                assertEquals(sum, single[i * m + j], (d + 3) * 0x1p-24 * sum + Float.MIN_NORMAL);
            }
        }
        assertEquals(5, single[n * m]);
        assertEquals(5, twice[n * m]);
    }

    @Test
    void theDoorsAgree() {
        double[] a = Both.doubles(7 * 5, -1, 1, 1);
        double[] b = Both.doubles(11 * 5, -1, 1, 2);
        double[] columns = new double[5 * 11];
        double[] byRows = new double[7 * 11];
        double[] byColumns = new double[7 * 11];
        Distances.transpose(b, 11, 5, columns);
        Distances.squared(a, 7, b, 11, 5, byRows);
        Distances.squaredToColumns(a, 7, columns, 11, 5, byColumns);
        assertArrayEquals(byRows, byColumns, 1e-14);
    }
}
