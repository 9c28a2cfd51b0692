package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    /** Differences 1, 2, 3: mean 2, sd 1, s.e. 1/sqrt(3); Student's t with 2 degrees of freedom at 97.5 %: 4.302653. */
    @Test
    void intervalIsStudents() {
        PairedDifference difference = PairedDifference.of(new double[] {11, 22, 33}, new double[] {10, 20, 30});

        assertEquals(2, difference.mean(), 1e-12);
        assertEquals(1 / Math.sqrt(3), difference.standardError(), 1e-12);
        assertEquals(2 - 4.302653 / Math.sqrt(3), difference.lower(), 1e-6);
        assertEquals(2 + 4.302653 / Math.sqrt(3), difference.upper(), 1e-6);
    }

    @Test
    void onePairHasNoInterval() {
        PairedDifference difference = PairedDifference.of(new double[] {3}, new double[] {1});

        assertEquals(2, difference.mean());
        assertTrue(Double.isNaN(difference.standardError()) && Double.isNaN(difference.lower()));
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
    void unequalArmsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[2], new double[3]));
    }
}
