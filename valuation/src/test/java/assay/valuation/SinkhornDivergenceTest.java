package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SinkhornDivergenceTest {

    private static final double[] X = {0, 0, 1, 0, 0, 2};
    private static final double[] Y = {0, 1, 1, 1};
    private static final double DIAMETER = 1.1 * Math.sqrt(2);

    /** Golden values of geomloss 0.2.6: SamplesLoss("sinkhorn", p=2, blur=.05, diameter=1.1*sqrt(2), potentials=True). */
    @Test
    void agreesWithGeomlossOnUnequalMasses() {
        SinkhornDivergence divergence = new SinkhornDivergence(Y, new double[] {1, 1}, 2);

        assertEquals(3.8797736240, divergence.solve(X, new double[] {1, .5, 2}, 3, DIAMETER), 1e-9);
        assertArrayEquals(new double[] {1.8242047846, 1.5379910956, 1.8250712186}, potentials(divergence, 3), 1e-9);
        assertEquals(-1.32557805, divergence.potentialOfY(0), 1e-8);
        assertEquals(-1.0379910956, divergence.potentialOfY(1), 1e-8);
    }

    @Test
    void agreesWithGeomlossOnEqualMasses() {
        SinkhornDivergence divergence = new SinkhornDivergence(Y, new double[] {.5, .5}, 2);

        assertEquals(.6020276471, divergence.solve(X, new double[] {1 / 3.5, .5 / 3.5, 2 / 3.5}, 3, DIAMETER), 1e-9);
        assertArrayEquals(new double[] {.3561205309, .069906842, .3569869649}, potentials(divergence, 3), 1e-9);
        assertEquals(.1425062037, divergence.potentialOfY(0), 1e-9);
        assertEquals(.430093158, divergence.potentialOfY(1), 1e-9);
    }

    private static double[] potentials(SinkhornDivergence divergence, int n) {
        double[] potentials = new double[n];
        for (int i = 0; i < n; i++) {
            potentials[i] = divergence.potential(i);
        }
        return potentials;
    }
}
