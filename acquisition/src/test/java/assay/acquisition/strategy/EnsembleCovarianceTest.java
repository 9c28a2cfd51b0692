package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleCovarianceTest {

    private static final SquaredExponential NEARNESS = SquaredExponential.isotropic(1, 2, 1, 0.05);

    /** Members that predict functions of the only feature. */
    private static EnsembleModel members(DoubleUnaryOperator... functions) {
        return features -> Arrays.stream(functions)
                .map(function -> Matrix.of(
                        features.rows(),
                        1,
                        IntStream.range(0, features.rows())
                                .mapToDouble(i -> function.applyAsDouble(features.at(i, 0)))
                                .toArray()))
                .toList();
    }

    private static Matrix points(double... x) {
        return Matrix.of(x.length, 1, x);
    }

    /**
     * Members x and -x: deviations of the points 1 and 3 are (1, -1) and (3, -3), squares 2 and 18, their mean 10. So covariances are
     * half of exp(-(difference / 2)^2 / 2) and half of 2/10, 6/10, 18/10.
     */
    @Test
    void byHand() {
        Matrix two = points(1, 3);
        EnsembleCovariance covariance = new EnsembleCovariance(NEARNESS, members(x -> x, x -> -x), two);
        double[] scaled = covariance.scaled(two);
        double near = Math.exp(-0.5);
        assertArrayEquals(
                new double[] {0.5 + 0.1, near / 2 + 0.3, near / 2 + 0.3, 0.5 + 0.9},
                covariance.covariances(scaled, 2, scaled, 2),
                1e-12);
        assertArrayEquals(new double[] {0.6, 1.4}, covariance.variances(scaled, 2), 1e-12);
        assertEquals(0.05, covariance.noise());
    }

    /** Every class counts: probabilities (p, 1 - p) of three members deviate as much in one class as in the other. */
    @Test
    void classesAddUp() {
        double[] p = {0.2, 0.5, 0.8};
        EnsembleModel classes = features -> Arrays.stream(p)
                .mapToObj(q -> Matrix.of(1, 2, new double[] {q, 1 - q}))
                .toList();
        EnsembleCovariance covariance = new EnsembleCovariance(NEARNESS, classes, points(0));
        double[] scaled = covariance.scaled(points(0));
        assertEquals(1 + 6, scaled.length);
        assertArrayEquals(new double[] {1}, covariance.variances(scaled, 1), 1e-12);
    }

    @Test
    void membersThatAgreeLeaveNearness() {
        Matrix pool = points(-1, 0, 0.5, 4);
        EnsembleCovariance covariance =
                new EnsembleCovariance(NEARNESS, members(Math::sin, Math::sin, Math::sin), pool);
        double[] scaled = covariance.scaled(pool);
        double[] near = NEARNESS.scaled(pool);
        double[] half = Arrays.stream(NEARNESS.covariances(near, 4, near, 4))
                .map(c -> c / 2)
                .toArray();
        assertArrayEquals(half, covariance.covariances(scaled, 4, scaled, 4), 1e-12);
    }

    /** Variances are the diagonal, and with every candidate an inducing point nothing is lost but single precision. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothReductionsAgree(long seed) {
        int m = 30;
        Matrix pool =
                Matrix.of(m, 1, new Seed(seed).generator().doubles(m, -20, 20).toArray());
        EnsembleCovariance covariance =
                new EnsembleCovariance(NEARNESS, members(Math::sin, Math::cos, x -> x / 9), pool);
        double[] scaled = covariance.scaled(pool);
        double[] all = covariance.covariances(scaled, m, scaled, m);
        double[] variances = covariance.variances(scaled, m);
        for (int i = 0; i < m; i++) {
            assertEquals(all[i * m + i], variances[i], 1e-12);
        }
        double[] ones = IntStream.range(0, m).mapToDouble(i -> 1).toArray();
        Matrix seen = pool.select(new int[] {2, 11, 20});
        VarianceReduction exact = new ExactReduction(covariance, seen, pool, ones);
        VarianceReduction induced = new InducedReduction(covariance, seen, pool, ones, m, new Seed(seed));
        assertEquals(exact.remaining(), induced.remaining(), 1e-3);
        for (int i = 0; i < m; i++) {
            assertEquals(exact.gain(i), induced.gain(i), 1e-3 * exact.gain(i) + 1e-4);
        }
    }

    /** Two groups as large and as far: the one the members quarrel about is asked first. */
    @Test
    void whatIsInDisputeIsAsked() {
        Matrix pool = points(-2.2, -2.1, -2, -1.9, -1.8, 1.8, 1.9, 2, 2.1, 2.2);
        Dataset known = Dataset.of(points(-0.1, 0, 0.1), new double[] {0, 0, 0}, new Task.Regression());
        Situation situation = Situation.of(
                known,
                new Candidates(
                        IntStream.range(0, 10).mapToObj(i -> "c" + i).toList(),
                        pool,
                        IntStream.range(0, 10).mapToDouble(i -> 1).toArray()),
                2);
        EnsembleModel.Trainer quarrel = (train, seed) -> members(x -> Math.max(0, x), x -> -Math.max(0, x));
        Strategy strategy = new IntegratedVariance(
                "test", KernelCommittee.plain().and(KernelCommittee.disputed(quarrel)), IntegratedVariance::alike);
        Preference preference = strategy.prefer(situation, new Seed(1));
        int first = preference.best(i -> true, i -> 1).orElseThrow().candidate();
        assertTrue(pool.at(first, 0) > 0);
        preference.take(first);
        assertTrue(pool.at(preference.best(i -> true, i -> 1).orElseThrow().candidate(), 0) < 0);
    }
}
