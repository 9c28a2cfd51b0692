package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    /** By hand, with the quantile of Student's t from a table. */
    @Test
    void agreesWithTheTableOfStudent() {
        PairedDifference difference = PairedDifference.of(new double[] {1.1, 2.3, 2.9, 4.2}, new double[] {1, 2, 3, 4});
        // Differences .1, .3, -.1, .2: sd sqrt(.0875 / 3), t(3, .975) = 3.182446.
        double half = 3.182446 * Math.sqrt(.0875 / 3 / 4);
        assertEquals(.125, difference.mean(), 1e-12);
        assertEquals(.125 - half, difference.lower(), 1e-6);
        assertEquals(.125 + half, difference.upper(), 1e-6);
        assertEquals(4, difference.pairs());
    }

    /** 95 % of intervals of pairs without a difference hold 0: of 2000, 1900 +- 3 sd of 9.7. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(7);
        int holds = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] arm = new double[10];
            double[] control = new double[10];
            for (int i = 0; i < 10; i++) {
                double common = random.nextGaussian(0, 5);
                arm[i] = common + random.nextGaussian();
                control[i] = common + random.nextGaussian();
            }
            PairedDifference difference = PairedDifference.of(arm, control);
            holds += difference.lower() <= 0 && difference.upper() >= 0 ? 1 : 0;
        }
        int count = holds;
        assertTrue(Math.abs(count - 1900) <= 29, () -> count + " of 2000");
    }

    @Test
    void refusesWhatHasNoPairs() {
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[1], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[2], new double[3]));
    }
}
