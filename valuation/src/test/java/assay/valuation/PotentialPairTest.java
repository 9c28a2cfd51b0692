package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.kernels.Coupling;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialPairTest {

    private static final int N = 5;
    private static final int M = 11;

    /**
     * Steps written down from geomloss's description. A cold start at a temperature of 1e-5 times the costs leaves the range
     * of doubles; a start at the scale of the costs does not.
     */
    @ParameterizedTest
    @ValueSource(doubles = {50, 1, 1e-3, 1e-5})
    void stepsAreThoseOfSinkhornInAndOutOfRange(double eps) {
        SplittableRandom random = new SplittableRandom(3);
        int stride = Coupling.padded(M);
        double[] cost = random.doubles(N * stride, 0, 10).toArray();
        double[] a = Arrays.copyOf(random.doubles(N, .1, 1).toArray(), Coupling.padded(N));
        double[] b = Arrays.copyOf(random.doubles(M, .1, 1).toArray(), stride);
        a[3] = 0;
        PotentialPair pair = new PotentialPair(N, M);
        pair.begin(cost, N, M, a, b, eps);
        pair.average(eps);
        pair.average(eps / 4);
        pair.extrapolate(eps / 4);

        double[] f = rows(cost, stride, b, new double[M], eps);
        double[] g = columns(cost, stride, a, new double[N], eps);
        for (double temperature : new double[] {eps, eps / 4}) {
            double[] nextF = rows(cost, stride, b, g, temperature);
            double[] nextG = columns(cost, stride, a, f, temperature);
            Arrays.setAll(nextF, i -> (nextF[i] + f[i]) / 2);
            Arrays.setAll(nextG, j -> (nextG[j] + g[j]) / 2);
            System.arraycopy(nextF, 0, f, 0, N);
            System.arraycopy(nextG, 0, g, 0, M);
        }
        double[] lastF = rows(cost, stride, b, g, eps / 4);
        double[] lastG = columns(cost, stride, a, f, eps / 4);
        for (int i = 0; i < N; i++) {
            assertEquals(lastF[i], pair.ofRow(i), 1e-13 * (20 + eps));
        }
        for (int j = 0; j < M; j++) {
            assertEquals(lastG[j], pair.ofColumn(j), 1e-13 * (20 + eps));
        }
    }

    /** No mass at all: geomloss takes e^-100000 for each of them. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -2})
    void massesThatAreNotPositiveCountAsNothing(double mass) {
        double[] cost = new double[N * Coupling.padded(M)];
        double[] a = new double[Coupling.padded(N)];
        Arrays.fill(a, 0, N, mass);
        double[] b = new double[Coupling.padded(M)];
        Arrays.fill(b, 0, M, 1);
        PotentialPair pair = new PotentialPair(N, M);
        pair.begin(cost, N, M, a, b, 1);
        assertEquals(100_000 - Math.log(N), pair.ofColumn(4), 1e-9);
        assertEquals(-Math.log(M), pair.ofRow(2), 1e-12);
        pair.average(1);
        assertTrue(Double.isFinite(pair.ofColumn(4)));
    }

    private static double[] rows(double[] cost, int stride, double[] b, double[] g, double eps) {
        double[] f = new double[N];
        for (int i = 0; i < N; i++) {
            double[] terms = new double[M];
            for (int j = 0; j < M; j++) {
                terms[j] = Math.log(b[j]) + (g[j] - cost[i * stride + j]) / eps;
            }
            f[i] = -eps * logSum(terms);
        }
        return f;
    }

    private static double[] columns(double[] cost, int stride, double[] a, double[] f, double eps) {
        double[] g = new double[M];
        for (int j = 0; j < M; j++) {
            double[] terms = new double[N];
            for (int i = 0; i < N; i++) {
                terms[i] = (a[i] > 0 ? Math.log(a[i]) : -100_000) + (f[i] - cost[i * stride + j]) / eps;
            }
            g[j] = -eps * logSum(terms);
        }
        return g;
    }

    private static double logSum(double[] terms) {
        double largest = Arrays.stream(terms).max().orElseThrow();
        return largest
                + Math.log(Arrays.stream(terms).map(t -> Math.exp(t - largest)).sum());
    }
}
