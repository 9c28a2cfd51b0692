package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.kernels.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarianceReductionTest {

    private static final SquaredExponential KERNEL = new SquaredExponential(new double[] {0.8, 1.7}, 1.3, 0.07);

    private static Matrix points(int n, long seed) {
        return Matrix.of(n, 2, new Seed(seed).generator().doubles(2L * n, -2, 2).toArray());
    }

    private static double[] weights(int m, long seed) {
        double[] weights =
                new Seed(seed).derive("weights").generator().doubles(m).toArray();
        return Arrays.stream(weights).map(w -> w < 0.3 ? 0 : w).toArray();
    }

    /** The weighted sum of posterior variances, from the textbook formula: k(z, z) - k' (K + noise I)^-1 k. */
    private static double variances(Matrix seen, Matrix pool, double[] weights) {
        int n = seen.rows();
        double[] a = KERNEL.scaled(seen);
        double[] k = KERNEL.covariances(a, n, a, n);
        for (int i = 0; i < n; i++) {
            k[i * n + i] += KERNEL.noise();
        }
        Cholesky factor = Cholesky.of(k, n);
        double[] cross = KERNEL.covariances(KERNEL.scaled(pool), pool.rows(), a, n);
        double sum = 0;
        for (int z = 0; z < pool.rows(); z++) {
            double[] to = Arrays.copyOfRange(cross, z * n, (z + 1) * n);
            double[] solved = to.clone();
            factor.solve(solved);
            double variance = KERNEL.signal();
            for (int i = 0; i < n; i++) {
                variance -= to[i] * solved[i];
            }
            sum += weights[z] * variance;
        }
        return sum;
    }

    private static int best(VarianceReduction reduction, int m) {
        return IntStream.range(0, m)
                .boxed()
                .max((i, j) -> Double.compare(reduction.gain(i), reduction.gain(j)))
                .orElseThrow();
    }

    /** Nothing known, one candidate of weight 2: 2 s^2 / (s + noise). */
    @Test
    void oneCandidateByHand() {
        VarianceReduction one = new ExactReduction(KERNEL, points(0, 1), points(1, 2), new double[] {2});
        assertEquals(2 * 1.3, one.remaining(), 1e-12);
        assertEquals(2 * 1.3 * 1.3 / 1.37, one.gain(0), 1e-12);
        one.take(0);
        assertEquals(2 * (1.3 - 1.3 * 1.3 / 1.37), one.remaining(), 1e-12);
    }

    /** A gain is the textbook's sum of variances before, minus that after, at each of several picks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gainsAreDifferencesOfTextbookVariances(long seed) {
        Matrix seen = points(7, seed);
        Matrix pool = points(15, seed + 100);
        double[] weights = weights(15, seed);
        VarianceReduction reduction = new ExactReduction(KERNEL, seen, pool, weights);
        for (int pick = 0; pick < 4; pick++) {
            double before = variances(seen, pool, weights);
            assertEquals(before, reduction.remaining(), 1e-9);
            for (int i = 0; i < 15; i++) {
                Matrix with = seen.above(pool.select(new int[] {i}));
                assertEquals(before - variances(with, pool, weights), reduction.gain(i), 1e-9);
            }
            int best = best(reduction, 15);
            reduction.take(best);
            seen = seen.above(pool.select(new int[] {best}));
        }
    }

    /** With every candidate an inducing point nothing is lost but single precision. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inducingPointsEverywhereAreExact(long seed) {
        int m = 40;
        // A rough kernel: single precision has its limits where points are nearly dependent.
        SquaredExponential rough = new SquaredExponential(new double[] {0.3, 0.4}, 1.3, 0.07);
        Matrix pool = points(m, seed);
        double[] weights = IntStream.range(0, m).mapToDouble(i -> 1 + i % 3).toArray();
        Matrix seen = pool.select(new int[] {3, 17, 31, 31});
        VarianceReduction exact = new ExactReduction(rough, seen, pool, weights);
        VarianceReduction induced = new InducedReduction(rough, seen, pool, weights, m, new Seed(seed));
        for (int pick = 0; pick < 5; pick++) {
            assertEquals(exact.remaining(), induced.remaining(), 1e-4);
            for (int i = 0; i < m; i++) {
                assertEquals(exact.gain(i), induced.gain(i), 1e-4 * exact.gain(i) + 1e-5);
            }
            int best = best(exact, m);
            exact.take(best);
            induced.take(best);
        }
    }

    /** Twenty picks by 60 inducing points explain nearly as much as twenty exact ones, both measured exactly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fewInducingPointsLoseLittle(long seed) {
        int m = 400;
        Matrix pool = points(m, seed);
        Matrix seen = points(20, seed + 50);
        double[] ones = IntStream.range(0, m).mapToDouble(i -> 1).toArray();
        VarianceReduction greedy = new ExactReduction(KERNEL, seen, pool, ones);
        VarianceReduction followed = new ExactReduction(KERNEL, seen, pool, ones);
        VarianceReduction induced = new InducedReduction(KERNEL, seen, pool, ones, 60, new Seed(seed));
        double start = greedy.remaining();
        for (int pick = 0; pick < 20; pick++) {
            greedy.take(best(greedy, m));
            int chosen = best(induced, m);
            induced.take(chosen);
            followed.take(chosen);
        }
        double exact = start - greedy.remaining();
        double sparse = start - followed.remaining();
        assertTrue(sparse > 0.97 * exact, () -> sparse + " of " + exact);
    }

    /** Candidates that do not matter may be bought, but are not integrated over. */
    @Test
    void onlyWhatMattersIsIntegrated() {
        Matrix pool = Matrix.of(new double[] {0, 0}, new double[] {9, 9}, new double[] {9, 9.1});
        for (VarianceReduction reduction : List.of(
                new ExactReduction(KERNEL, points(0, 1), pool, new double[] {1, 0, 0}),
                new InducedReduction(KERNEL, points(0, 1), pool, new double[] {1, 0, 0}, 3, new Seed(1)))) {
            assertEquals(1.3, reduction.remaining(), 1e-6);
            assertEquals(1.3 * 1.3 / 1.37, reduction.gain(0), 1e-6);
            assertEquals(0, reduction.gain(1), 1e-9);
        }
    }
}
