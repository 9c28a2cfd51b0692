package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginalLikelihoodTest {

    private static final double[] CENTRE = {1.5, 2, 0.7};

    private static MarginalLikelihood problem(int n, int responses, long seed) {
        RandomGenerator random = new Seed(seed).generator();
        Matrix x = Matrix.of(n, 3, random.doubles(3L * n, -1, 1).toArray());
        List<double[]> y = IntStream.range(0, responses)
                .mapToObj(r -> random.doubles(n, -2, 2).toArray())
                .toList();
        return new MarginalLikelihood(x, y, CENTRE, 0.6);
    }

    /**
     * One result y under signal s and noise v: 1/2 ln(s + v) + 1/2 y^2 / (s + v); at the centre of the lengths and the noise their
     * priors add nothing, and the signal's adds (ln s / 0.5)^2 / 2.
     */
    @Test
    void oneResultByHand() {
        MarginalLikelihood likelihood = new MarginalLikelihood(
                Matrix.of(1, 1, new double[] {3}), List.of(new double[] {1.2}), new double[] {2}, 1);
        double[] at = likelihood.start();
        at[1] = Math.log(1.45);
        double expected = Math.log(1.5) / 2 + 1.44 / 1.5 / 2 + Math.pow(Math.log(1.45) / 0.5, 2) / 2;
        assertEquals(expected, likelihood.evaluate(at, new double[3]), 1e-12);
    }

    /** The lengths' prior, alone since no kernel of one point depends on them: shifts a, b of covariance [[1.36, 1], [1, 1.36]]. */
    @Test
    void lengthsShareAShift() {
        MarginalLikelihood likelihood = new MarginalLikelihood(
                Matrix.of(1, 2, new double[2]), List.of(new double[1]), new double[] {1, 1}, 0.6);
        double[] at = likelihood.start();
        double none = likelihood.evaluate(at, new double[4]);
        double a = 0.7;
        double b = -0.4;
        at[0] = a;
        at[1] = b;
        double determinant = 1.36 * 1.36 - 1;
        double expected = (1.36 * a * a - 2 * a * b + 1.36 * b * b) / determinant / 2;
        assertEquals(expected, likelihood.evaluate(at, new double[4]) - none, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gradientsAreFiniteDifferences(long seed) {
        MarginalLikelihood likelihood = problem(12, seed % 2 == 0 ? 1 : 3, seed);
        double[] at = likelihood.start();
        RandomGenerator random = new Seed(seed).derive("parameters").generator();
        for (int j = 0; j < at.length; j++) {
            at[j] += random.nextDouble(-0.8, 0.8);
        }
        double[] gradient = new double[5];
        likelihood.evaluate(at, gradient);
        double[] numeric = new double[5];
        for (int j = 0; j < 5; j++) {
            double h = 1e-5;
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += h;
            down[j] -= h;
            numeric[j] = (likelihood.evaluate(up, new double[5]) - likelihood.evaluate(down, new double[5])) / (2 * h);
        }
        assertArrayEquals(numeric, gradient, 1e-6);
    }

    /** Duplicated rows with contradicting results need noise; without noise the covariance has no factor at all. */
    @Test
    void contradictionsAreNoise() {
        Matrix x = Matrix.of(8, 1, new double[] {0, 0, 1, 1, 2, 2, 3, 3});
        double[] y = {1, -1, 1, -1, 1, -1, 1, -1};
        MarginalLikelihood likelihood = new MarginalLikelihood(x, List.of(y), new double[] {1}, 1);
        double[] quiet = likelihood.start();
        double[] loud = likelihood.start();
        loud[2] = 0;
        assertTrue(likelihood.evaluate(loud, new double[3]) < likelihood.evaluate(quiet, new double[3]));
    }
}
