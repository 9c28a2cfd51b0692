package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import org.junit.jupiter.api.Test;

class LaplacianTest {

    /** (0, 0) and (3, 4) differ by 7 in sum; with a length of 7 that is exp(-1/2). */
    @Test
    void byHand() {
        Matrix two = Matrix.of(2, 2, new double[] {0, 0, 3, -4});
        Laplacian kernel = new Laplacian(2, 7, 0.05);
        double[] scaled = kernel.scaled(two);
        double apart = Math.exp(-0.5);
        assertArrayEquals(new double[] {1, apart, apart, 1}, kernel.covariances(scaled, 2, scaled, 2), 1e-12);
        assertArrayEquals(new double[] {1, 1}, kernel.variances(scaled, 2));
        assertThrows(IllegalArgumentException.class, () -> new Laplacian(2, 0, 0.05));
        assertThrows(IllegalArgumentException.class, () -> new Laplacian(2, 1, 0));
    }

    /** Of five points, two the same: 1 1 2 9, 0 1 8, 1 8, 7. Without the 0 and in order 1 1 1 1 2 7 8 8 9. */
    @Test
    void theLengthIsTheMedianSumOfDifferences() {
        Matrix points = Matrix.of(5, 2, new double[] {0, 0, 1, 0, 1, 0, 1, 1, 5, 4});
        assertEquals(2, KernelFit.medianCityBlockDistance(points, new Seed(1)));
    }
}
