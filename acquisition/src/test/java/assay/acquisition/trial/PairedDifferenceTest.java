package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void unequalArmsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[2], new double[3]));
    }
}
