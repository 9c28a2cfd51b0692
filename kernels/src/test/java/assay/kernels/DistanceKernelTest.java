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

    /** To the bit, for full vectors, for an overlapping one, and for fewer columns than lanes. */
    @Test
    void theDoorsAgree() {
        for (int m : Both.sizes()) {
            agree(7, m, 5);
        }
    }

    private static void agree(int n, int m, int d) {
        double[] a = Both.doubles(n * d, -1, 1, 1);
        double[] b = Both.doubles(m * d, -1, 1, 2);
        double[] columns = new double[d * m];
        double[] byRows = new double[n * m];
        double[] byColumns = new double[n * m];
        Distances.transpose(b, m, d, columns);
        Distances.squared(a, n, b, m, d, byRows);
        Distances.squaredToColumns(a, n, columns, m, d, byColumns);
        assertArrayEquals(byRows, byColumns);
    }
}
