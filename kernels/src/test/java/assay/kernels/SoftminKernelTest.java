package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.kernels.SoftminKernel.Update;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoftminKernelTest {

    private static final double[] TEMPERATURES = {1e6, 30, 1, 0.1, 0.0025, 1e-9};

    private static double reference(double[] cost, int from, int stride, double[] h, double eps) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < h.length; t++) {
            largest = Math.max(largest, h[t] - cost[from + t * stride] / eps);
        }
        double sum = 0;
        for (int t = 0; t < h.length; t++) {
            sum += Math.exp(h[t] - cost[from + t * stride] / eps - largest);
        }
        return -eps * (largest + Math.log(sum));
    }

    private static double magnitude(double[] cost, double[] h, double eps) {
        return Arrays.stream(cost).map(Math::abs).max().orElse(0)
                + eps * Arrays.stream(h).map(Math::abs).max().orElse(0);
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void rowsAndColumnsAgreeWithTheDefinition(KernelSet set) {
        for (int rows : new int[] {1, 2, 7, 33}) {
            for (int columns : Both.sizes()) {
                for (double eps : TEMPERATURES) {
                    double[] cost = Both.doubles(rows * columns, 0, 20, 1);
                    check(set, cost, rows, columns, eps, Update.REPLACE);
                    check(set, cost, rows, columns, eps, Update.AVERAGE);
                }
            }
        }
    }

    private static void check(KernelSet set, double[] cost, int rows, int columns, double eps, Update update) {
        double[] byRow = Both.doubles(rows, -3, 3, 2);
        double[] byColumn = Both.doubles(columns, -3, 3, 3);
        double[] out = new double[rows + 1];
        Arrays.fill(out, 5);
        set.softmin().rows(cost, rows, columns, byColumn, eps, update, out);
        double bound = magnitude(cost, byColumn, eps) * 4e-16 + 1e-14 * eps;
        for (int i = 0; i < rows; i++) {
            double exact = reference(cost, i * columns, 1, byColumn, eps);
            double expected = update == Update.AVERAGE ? (5 + exact) / 2 : exact;
            assertEquals(
                    expected, out[i], bound + 4e-16 * Math.abs(exact), "row of %d, eps %g".formatted(columns, eps));
        }
        assertEquals(5, out[rows]);
        out = new double[columns + 1];
        Arrays.fill(out, 5);
        set.softmin().columns(cost, rows, columns, byRow, eps, update, out);
        for (int j = 0; j < columns; j++) {
            double exact = reference(cost, j, columns, byRow, eps);
            double expected = update == Update.AVERAGE ? (5 + exact) / 2 : exact;
            assertEquals(
                    expected, out[j], bound + 4e-16 * Math.abs(exact), "column of %d, eps %g".formatted(rows, eps));
        }
        assertEquals(5, out[columns]);
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void singlePrecisionAgreesWithTheDefinition(KernelSet set) {
        int rows = 19;
        for (int columns : Both.sizes()) {
            for (double eps : TEMPERATURES) {
                float[] cost = Both.floats(Both.doubles(rows * columns, 0, 20, 1));
                float[] byColumn = Both.floats(Both.doubles(columns, -3, 3, 3));
                float[] byRow = Both.floats(Both.doubles(rows, -3, 3, 2));
                float[] out = new float[rows];
                float[] across = new float[columns];
                float e = (float) eps;
                set.floatSoftmin().rows(cost, rows, columns, byColumn, e, Update.REPLACE, out);
                set.floatSoftmin().columns(cost, rows, columns, byRow, e, Update.REPLACE, across);
                double bound = 2e-7 * magnitude(doubles(cost), doubles(byColumn), e) + 1e-6 * e;
                for (int i = 0; i < rows; i++) {
                    double exact = reference(doubles(cost), i * columns, 1, doubles(byColumn), e);
                    assertEquals(exact, out[i], bound + 2e-7 * Math.abs(exact), "row of " + columns);
                }
                for (int j = 0; j < columns; j++) {
                    double exact = reference(doubles(cost), j, columns, doubles(byRow), e);
                    assertEquals(exact, across[j], bound + 2e-7 * Math.abs(exact), "column " + j);
                }
                float[] mean = new float[columns];
                Arrays.fill(mean, 4);
                set.floatSoftmin().columns(cost, rows, columns, byRow, e, Update.AVERAGE, mean);
                for (int j = 0; j < columns; j++) {
                    assertEquals((4 + across[j]) / 2, mean[j], 1e-6 * Math.abs(mean[j]));
                }
            }
        }
    }

    private static double[] doubles(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void infinitiesCountNothingAndNanIsSeen(KernelSet set) {
        int n = 21;
        double[] cost = Both.doubles(n * n, 0, 1, 1);
        double[] h = new double[n];
        h[3] = Double.NEGATIVE_INFINITY;
        h[4] = -1e300;
        double[] without = new double[n];
        double[] big = h.clone();
        big[3] = -100_000;
        big[4] = -100_000;
        double[] expected = new double[n];
        set.softmin().columns(cost, n, n, h, 0.5, Update.REPLACE, without);
        set.softmin().columns(cost, n, n, big, 0.5, Update.REPLACE, expected);
        assertArrayEquals(expected, without);
        set.softmin().rows(cost, n, n, h, 0.5, Update.REPLACE, without);
        set.softmin().rows(cost, n, n, big, 0.5, Update.REPLACE, expected);
        assertArrayEquals(expected, without);

        Arrays.fill(h, Double.NEGATIVE_INFINITY);
        set.softmin().columns(cost, n, n, h, 0.5, Update.REPLACE, without);
        assertTrue(Arrays.stream(without).allMatch(x -> x == Double.POSITIVE_INFINITY));
        set.softmin().rows(cost, n, n, h, 0.5, Update.REPLACE, without);
        assertTrue(Arrays.stream(without).allMatch(x -> x == Double.POSITIVE_INFINITY));

        Arrays.fill(h, 0);
        h[20] = Double.NaN;
        set.softmin().columns(cost, n, n, h, 0.5, Update.REPLACE, without);
        assertTrue(Arrays.stream(without).allMatch(Double::isNaN));
        set.softmin().rows(cost, n, n, h, 0.5, Update.REPLACE, without);
        assertTrue(Arrays.stream(without).allMatch(Double::isNaN));
    }

    /** So that rows may be shared out among threads in any way, and columns of transposed costs. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void bitsDoNotDependOnTheNeighbours(KernelSet set) {
        int n = 29;
        double[] cost = Both.doubles(n * n, 0, 20, 1);
        double[] h = Both.doubles(n, -3, 3, 2);
        double[] whole = new double[n];
        set.softmin().columns(cost, n, n, h, 0.3, Update.REPLACE, whole);
        for (int j = 0; j < n; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = cost[i * n + j];
            }
            double[] alone = new double[1];
            set.softmin().columns(column, n, 1, h, 0.3, Update.REPLACE, alone);
            assertEquals(whole[j], alone[0]);
        }
    }
}
