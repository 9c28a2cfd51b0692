package assay.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrategiesTest {

    @Test
    void namesAreExplainedWithAndWithoutSpreadingOut() {
        assertEquals("entropy (where the class is most open)", Strategies.explain("entropy"));
        assertEquals(
                "entropy+coreset (where the class is most open, spread out)", Strategies.explain("entropy+coreset"));
        assertEquals(
                "random-prefilter+coreset (drawn at random, as a control, spread out)",
                Strategies.explain("random-prefilter+coreset"));
    }

    @Test
    void whatIsNotKnownHereKeepsItsName() {
        assertEquals("value:lossval", Strategies.explain("value:lossval"));
        assertTrue(Strategies.ranksByValue("value:lossval+coreset"));
        assertFalse(Strategies.ranksByValue("ads"));
    }
}
