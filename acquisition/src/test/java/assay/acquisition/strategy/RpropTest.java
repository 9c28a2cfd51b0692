package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RpropTest {

    /** f = (x - 1)^2 + 100 (y + 2)^2 + (x - 1)(y + 2) has its minimum at (1, -2). */
    private static double bowl(double[] x, double[] gradient) {
        double a = x[0] - 1;
        double b = x[1] + 2;
        gradient[0] = 2 * a + b;
        gradient[1] = 200 * b + a;
        return a * a + 100 * b * b + a * b;
    }

    @Test
    void findsTheBottomOfABowl() {
        assertArrayEquals(new double[] {1, -2}, Rprop.minimise(RpropTest::bowl, new double[] {-1, 1}, 10, 100), 0.02);
    }

    @Test
    void staysWithinReach() {
        double[] found = Rprop.minimise(RpropTest::bowl, new double[] {-1, -2}, 0.5, 100);
        assertEquals(-0.5, found[0], 1e-12);
    }

    @Test
    void neverReturnsWorseThanTheStart() {
        double[] start = {1, -2};
        assertArrayEquals(start, Rprop.minimise(RpropTest::bowl, start, 10, 7), 0);
    }
}
