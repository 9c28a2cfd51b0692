package assay.crash.criteria;

import static assay.crash.criteria.RealOccupantLoad.ROLC_P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.criteria.RealOccupantLoad.Finding;
import assay.crash.criteria.RealOccupantLoad.Result;
import assay.crash.signal.Motion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealOccupantLoadTest {

    private static final Motion CAR = Pulses.motion(Pulses.halfSine(0.075, 1.12));

    /** A chest that is braked evenly from 20 ms on has just that deceleration, whatever the car does. */
    @ParameterizedTest
    @ValueSource(doubles = {18, 20, 25, 30})
    void constantChestDecelerationIsTheCriterion(double deceleration) {
        Result rolc = ROLC_P.of(CAR, chest(0.020, deceleration));

        assertEquals(Finding.FOUND, rolc.finding());
        assertEquals(0.020, rolc.line().startTime(), 1e-5);
        assertEquals(deceleration, rolc.value(), 0.01);
    }

    /** Both speeds are known: 15.6 - 25 g (t - 20 ms) meets the rebound of 0.12 * 15.6 m/s. */
    @Test
    void endsAtCommonSpeed() {
        Result rolc = ROLC_P.of(CAR, chest(0.020, 25));

        assertEquals(-0.12 * Pulses.V0, rolc.line().endSpeed(), 1e-3);
        assertEquals(0.020 + 1.12 * Pulses.V0 / (25 * Pulses.G), rolc.line().endTime(), 1e-5);
    }

    @Test
    void saysWhyItIsMissing() {
        assertMissing(Finding.NO_COUPLING, chest(0.020, 4.9));
        assertMissing(Finding.NO_COUPLING, Pulses.motion(t -> t > 0.02 ? -25 : 0));
        assertMissing(Finding.LATE_COUPLING, chest(0.061, 25));
        assertMissing(Finding.NO_COMMON_SPEED, chest(0.020, 10));
        assertMissing(Finding.NO_COMMON_SPEED, Pulses.motion(t -> t > 0.02 ? 25 : 0, 0.080));
        assertMissing(Finding.TOO_SHORT, chest(0.040, 80));
    }

    private static void assertMissing(Finding finding, Motion chest) {
        Result rolc = ROLC_P.of(CAR, chest);
        assertEquals(finding, rolc.finding());
        assertTrue(Double.isNaN(rolc.value()) && rolc.line().isMissing());
    }

    @Test
    void theThresholdIsAParameter() {
        Motion chest = Pulses.motion(t -> t < 0.010 ? 0 : Math.min(25, 1000 * (t - 0.010)));

        assertEquals(0.015, ROLC_P.of(CAR, chest).line().startTime(), 1e-5);
        assertEquals(0.018, ROLC_P.withThreshold(8).of(CAR, chest).line().startTime(), 1e-5);
    }

    private static Motion chest(double from, double deceleration) {
        return Pulses.motion(t -> t > from - 1e-9 ? deceleration : 0);
    }
}
