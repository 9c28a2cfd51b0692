package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.kernels.Coupling;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkhornDivergenceTest {

    private static final double[] X = {0, 0, 1, 0, 0, 2};
    private static final double[] Y = {0, 1, 1, 1};
    private static final double[] COSTS = costs(X, 3, Y, 2, 2);
    private static final double DIAMETER = 1.1 * Math.sqrt(2);

    /** Golden values of geomloss 0.2.6: SamplesLoss("sinkhorn", p=2, blur=.05, diameter=1.1*sqrt(2), potentials=True). */
    @Test
    void agreesWithGeomlossOnUnequalMasses() {
        SinkhornDivergence divergence = new SinkhornDivergence(Y, new double[] {1, 1}, 2, 3);

        assertEquals(3.8797736240, divergence.solve(X, COSTS, new double[] {1, .5, 2}, 3, DIAMETER), 1e-9);
        assertArrayEquals(new double[] {1.8242047846, 1.5379910956, 1.8250712186}, potentials(divergence, 3), 1e-9);
        assertEquals(-1.32557805, divergence.potentialOfY(0), 1e-8);
        assertEquals(-1.0379910956, divergence.potentialOfY(1), 1e-8);
    }

    @Test
    void agreesWithGeomlossOnEqualMasses() {
        SinkhornDivergence divergence = new SinkhornDivergence(Y, new double[] {.5, .5}, 2, 3);

        assertEquals(
                .6020276471, divergence.solve(X, COSTS, new double[] {1 / 3.5, .5 / 3.5, 2 / 3.5}, 3, DIAMETER), 1e-9);
        assertArrayEquals(new double[] {.3561205309, .069906842, .3569869649}, potentials(divergence, 3), 1e-9);
        assertEquals(.1425062037, divergence.potentialOfY(0), 1e-9);
        assertEquals(.430093158, divergence.potentialOfY(1), 1e-9);
    }

    /**
     * A batch as LossVal has them, 32 against 100 points in ten dimensions. From geomloss 0.2.6 with torch 2.15.0, by
     * {@code benchmarks/peers/sinkhorn_golden.py}.
     */
    @Test
    void agreesWithGeomlossOnABatch() {
        double[] points = IntStream.range(0, 1320)
                .mapToDouble(i -> 2 * Math.sin(1.0 + i * i))
                .toArray();
        double[] x = Arrays.copyOf(points, 320);
        double[] masses =
                IntStream.range(0, 32).mapToDouble(i -> 1 + 0.5 * Math.sin(i)).toArray();
        double[] ones = new double[100];
        Arrays.fill(ones, 1);
        double[] y = Arrays.copyOfRange(points, 320, 1320);
        double[] costs = costs(x, 32, y, 100, 10);
        SinkhornDivergence divergence = new SinkhornDivergence(y, ones, 10, 32);

        double value = divergence.solve(x, costs, masses, 32, diameter(x, 32, y, 100, 10));

        assertEquals(10744.6252274143, value, 1e-5);
        assertEquals(-152.4223313821, divergence.potential(0), 1e-5);
        assertEquals(-153.4912435663, divergence.potential(31), 1e-5);
        assertEquals(-4841.2609851600, Arrays.stream(potentials(divergence, 32)).sum(), 1e-5);
        assertEquals(154.6760131356, divergence.potentialOfY(0), 1e-5);
        assertEquals(157.7194149153, divergence.potentialOfY(99), 1e-5);
    }

    /**
     * Points far apart on the scale of the blur: the divergence is the cost of the best plan, found by walking through
     * all basic solutions of the linear programme (all choices of n + m - 1 cells). With geomloss's coarse scaling it
     * falls short; cooled slowly it gets there.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void approachesTheBestTransportPlan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(6, -3, 3).toArray();
        double[] y = random.doubles(6, -3, 3).toArray();
        double[] a = shares(random);
        double[] b = shares(random);
        double best = TransportProgramme.cheapest(x, a, y, b);

        double[] costs = costs(x, 3, y, 3, 2);

        SinkhornDivergence slow = new SinkhornDivergence(y, b, 2, 3, 0.9995);
        assertEquals(best, slow.solve(x, costs, a, 3, diameter(x, 3, y, 3, 2)), 0.01 * best);

        SinkhornDivergence coarse = new SinkhornDivergence(y, b, 2, 3);
        double shortfall = 1 - coarse.solve(x, costs, a, 3, diameter(x, 3, y, 3, 2)) / best;
        assertTrue(shortfall > 0 && shortfall < 0.3, () -> "short of the optimum by " + shortfall);
    }

    private static HoldoutCosts holdoutCosts(double[] x, int n, double[] y, int m, int d) {
        return new HoldoutCosts(x, n, y, m, d, HoldoutCosts.MOST_KEPT);
    }

    private static double[] costs(double[] x, int n, double[] y, int m, int d) {
        double[] costs = new double[n * Coupling.padded(m)];
        holdoutCosts(x, n, y, m, d).gather(IntStream.range(0, n).toArray(), x, n, costs);
        return costs;
    }

    private static double diameter(double[] x, int n, double[] y, int m, int d) {
        return 1.1 * holdoutCosts(x, n, y, m, d).largestDistance();
    }

    private static double[] shares(SplittableRandom random) {
        double[] shares = random.doubles(3, .2, 1).toArray();
        double total = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(s -> s / total).toArray();
    }

    private static double[] potentials(SinkhornDivergence divergence, int n) {
        double[] potentials = new double[n];
        for (int i = 0; i < n; i++) {
            potentials[i] = divergence.potential(i);
        }
        return potentials;
    }
}
