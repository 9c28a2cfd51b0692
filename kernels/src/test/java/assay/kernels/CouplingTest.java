package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouplingTest {

    /** A problem with everything padded; the padding of costs and potentials is not 0. */
    private static final class Case {

        final int n;
        final int m;
        final int stride;
        final double[] cost;
        final double[] f;
        final double[] g;
        final double[] a;
        final double[] b;
        final double[] rowSums;
        final double[] columnSums;

        Case(int n, int m) {
            this.n = n;
            this.m = m;
            this.stride = Coupling.padded(m);
            this.cost = Both.doubles(n * stride, 0, 20, 1);
            this.f = Both.doubles(Coupling.padded(n), -3, 3, 2);
            this.g = Both.doubles(stride, -3, 3, 3);
            this.a = masses(n, 4);
            this.b = masses(m, 5);
            this.rowSums = new double[Coupling.padded(n)];
            this.columnSums = new double[stride];
        }

        private static double[] masses(int count, long seed) {
            return Arrays.copyOf(Both.doubles(count, 0.1, 2, seed), Coupling.padded(count));
        }

        void marginals(KernelSet set, double eps) {
            set.coupling().marginals(cost, n, stride, f, g, a, b, eps, rowSums, columnSums, new double[Coupling.WIDTH]);
        }

        double coupling(int i, int j, double eps) {
            return Math.exp((f[i] + g[j] - cost[i * stride + j]) / eps);
        }
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void marginalsAgreeWithTheDefinition(KernelSet set) {
        for (int n : new int[] {1, 7, 8, 33}) {
            for (int m : Both.sizes()) {
                for (double eps : new double[] {1e6, 30, 1, 0.1}) {
                    check(set, new Case(n, m), eps);
                }
            }
        }
    }

    private static void check(KernelSet set, Case c, double eps) {
        c.marginals(set, eps);
        double bound = 1e-14 + 4e-16 * 26 / eps;
        for (int i = 0; i < c.n; i++) {
            double sum = 0;
            for (int j = 0; j < c.m; j++) {
                sum += c.b[j] * c.coupling(i, j, eps);
            }
            assertEquals(sum, c.rowSums[i], bound * sum, "row of %d, eps %g".formatted(c.m, eps));
        }
        for (int j = 0; j < c.m; j++) {
            double sum = 0;
            for (int i = 0; i < c.n; i++) {
                sum += c.a[i] * c.coupling(i, j, eps);
            }
            assertEquals(sum, c.columnSums[j], bound * sum, "column of %d, eps %g".formatted(c.n, eps));
        }
    }

    /** A sum that is cut off above or below, or not a number, is not passed off as one. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, -1000, 20000, -20000, 1e300, -1e300, Double.NaN})
    void saysWhenASumIsOutOfRange(double far) {
        for (int m : new int[] {3, 16}) {
            Case c = new Case(5, m);
            assertTrue(marginals(c, 1));
            c.f[2] = far;
            assertFalse(marginals(c, 1), () -> "a potential of " + far);
        }
    }

    /** Terms that are cut off below leave a sum alone as long as there are others. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void aPointTooFarAwayCountsNothing(KernelSet set) {
        Case near = new Case(4, 9);
        Case far = new Case(4, 9);
        for (int i = 0; i < 4; i++) {
            near.cost[i * near.stride + 6] = 700;
            far.cost[i * far.stride + 6] = 1e9;
        }
        near.marginals(set, 1);
        far.marginals(set, 1);
        for (int i = 0; i < 4; i++) {
            assertEquals(near.rowSums[i], far.rowSums[i], 1e-15 * near.rowSums[i]);
        }
    }

    private static boolean marginals(Case c, double eps) {
        return Coupling.marginals(
                c.cost, c.n, c.m, c.f, c.g, c.a, c.b, eps, c.rowSums, c.columnSums, new double[Coupling.WIDTH]);
    }

    @Test
    void sumsOfPaddingAreOne() {
        Case c = new Case(5, 11);
        assertTrue(marginals(c, 1));
        assertEquals(1, c.rowSums[5]);
        assertEquals(1, c.rowSums[7]);
        assertEquals(1, c.columnSums[11]);
        assertEquals(1, c.columnSums[15]);
    }

    /** A full step is the smoothed minimum, a step of half the factor goes half way. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void descendsToTheSmoothedMinimum(KernelSet set) {
        Case c = new Case(6, 19);
        double eps = 0.7;
        c.marginals(set, eps);
        double[] all = new double[Coupling.padded(6)];
        double[] half = new double[Coupling.padded(6)];
        Arrays.fill(c.rowSums, 6, 8, 1);
        set.coupling().descend(c.f, c.rowSums, eps, 8, all);
        set.coupling().descend(c.f, c.rowSums, eps / 2, 8, half);
        for (int i = 0; i < 6; i++) {
            double sum = 0;
            for (int j = 0; j < 19; j++) {
                sum += c.b[j] * Math.exp((c.g[j] - c.cost[i * c.stride + j]) / eps);
            }
            assertEquals(-eps * Math.log(sum), all[i], 1e-13);
            assertEquals((c.f[i] + all[i]) / 2, half[i], 1e-13);
        }
    }

    /** Over all the range that sums may have, powers of two and their neighbours among them. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void logarithmsAreRight(KernelSet set) {
        double[] zero = new double[Coupling.WIDTH];
        double[] x = new double[Coupling.WIDTH];
        double[] out = new double[Coupling.WIDTH];
        for (int exponent = -500; exponent <= 500; exponent++) {
            double power = Math.scalb(1.0, exponent);
            double[] factors = {1, Math.nextUp(1.0), Math.nextDown(1.0), Math.sqrt(2), Math.sqrt(0.5), 1.2, 1.7, 1.99};
            for (int i = 0; i < x.length; i++) {
                x[i] = power * factors[i];
            }
            set.coupling().descend(zero, x, -1, Coupling.WIDTH, out);
            for (int i = 0; i < x.length; i++) {
                double exact = Math.log(x[i]);
                assertEquals(exact, out[i], 4e-16 * (1 + Math.abs(exact)), "ln " + x[i]);
            }
        }
    }
}
