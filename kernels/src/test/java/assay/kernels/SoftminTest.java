package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftminTest {

    @Test
    void theExponentialIsAccurateOverItsRange() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = -700 * Math.pow(random.nextDouble(), 4);
            double exact = Math.exp(x);
            assertTrue(Math.abs(Exponential.inRange(x) - exact) <= 1e-13 * exact, () -> "exp(" + x + ")");
        }
        assertEquals(1, Exponential.inRange(0));
    }

    /** By hand: -1/2 ln(e^0 + e^(-2)) and -1/2 ln(e^(1 - 8) + e^(-4)). */
    @Test
    void agreesWithAHandComputedCase() {
        double[] out = new double[2];
        Softmin.rows(new double[] {0, 1, 4, 2}, 2, 2, new double[] {0, 0}, 0.5, out);
        assertArrayEquals(
                new double[] {-.5 * Math.log(1 + Math.exp(-2)), -.5 * Math.log(Math.exp(-8) + Math.exp(-4))},
                out,
                1e-13);
    }

    /** As the temperature falls, the smoothed minimum becomes the minimum. */
    @Test
    void tendsToTheMinimum() {
        double[] out = new double[1];
        Softmin.rows(new double[] {3, 1, 2}, 1, 3, new double[3], 1e-6, out);
        assertEquals(1, out[0], 1e-5);
    }

    @Test
    void survivesMassesOfZero() {
        double[] out = new double[1];
        Softmin.rows(new double[] {0, 1}, 1, 2, new double[] {-100_000, 0}, 1, out);
        assertEquals(1, out[0], 1e-12);
    }
}
