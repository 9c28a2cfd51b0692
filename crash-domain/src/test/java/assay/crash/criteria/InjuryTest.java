package assay.crash.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Signal;
import assay.crash.signal.Motion;
import assay.crash.signal.Signals;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjuryTest {

    /** 15 ms of 60 g: 0.015 * 60^2.5. */
    @Test
    void headInjuryOfAConstant() {
        Signal constant = Signals.of(1e-4, 0, 1000, t -> t > 0.02 && t < 0.06 ? 60 : 0);

        HeadInjury hic = HeadInjury.of(constant, HeadInjury.HIC15);

        assertEquals(418.282, hic.value(), 1e-3);
        assertEquals(0.015, hic.end() - hic.start(), 1e-9);
        assertEquals(
                0.036 * Math.pow(60, 2.5),
                HeadInjury.of(constant, HeadInjury.HIC36).value(),
                1e-3);
    }

    /** Worked numerically in the specification: 829.29, window 13.4 ms. */
    @Test
    void headInjuryOfAHalfSine() {
        Signal pulse = Signals.of(1e-5, 0, 2001, t -> 100 * Math.sin(Math.PI * t / 0.020));

        HeadInjury hic = HeadInjury.of(pulse, HeadInjury.HIC15);

        assertEquals(829.29, hic.value(), 0.01);
        assertEquals(0.0134, hic.end() - hic.start(), 5e-5);
        assertEquals(0.020, hic.start() + hic.end(), 2e-5);
    }

    /** All windows by the definition, without the running integral. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheDefinition(long seed) {
        double[] a = new SplittableRandom(seed).doubles(120, 0, 80).toArray();
        double best = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length && j - i <= 15; j++) {
                double area = 0;
                for (int k = i + 1; k <= j; k++) {
                    area += 0.001 * (a[k - 1] + a[k]) / 2;
                }
                double length = (j - i) * 0.001;
                best = Math.max(best, length * Math.pow(area / length, 2.5));
            }
        }

        assertEquals(best, HeadInjury.of(Signal.of(0.001, -20, a), 0.015).value(), 1e-9 * best);
    }

    /** Every pair is tried unless it cannot win, which for these shapes leaves few: 110,000 samples take no time. */
    @Test
    void longRecordsAreSearchedQuickly() {
        Signal head = Signals.of(1e-6, -10_000, 110_000, t -> t > 0.02 && t < 0.05 ? 60 + 1000 * (t - 0.02) : 1);

        HeadInjury hic = assertTimeout(Duration.ofSeconds(5), () -> HeadInjury.of(head, HeadInjury.HIC15));

        assertEquals(0.015 * Math.pow(60 + 1000 * 0.0225, 2.5), hic.value(), 1);
    }

    @Test
    void aSingleAxisIsNoResultant() {
        assertThrows(
                IllegalArgumentException.class,
                () -> HeadInjury.of(Signal.of(1e-4, 0, new double[] {1, -2, 3}), HeadInjury.HIC15));
    }

    @Test
    void noWindowSpansAGap() {
        double[] a = {10, 10, Double.NaN, 40, 40, 40};

        HeadInjury hic = HeadInjury.of(Signal.of(0.001, 0, a), 0.015);

        assertEquals(0.002 * Math.pow(40, 2.5), hic.value(), 1e-9);
        assertEquals(0.003, hic.start(), 1e-12);
        assertTrue(Double.isNaN(HeadInjury.of(Signal.of(0.001, 0, new double[] {1, Double.NaN, 1}), 0.015)
                .value()));
    }

    /** 50 ms of 40 g: 0.05 * 40^2.5; what happened before first contact does not count. */
    @Test
    void severityIndexOfAConstant() {
        Signal chest = Signals.of(1e-4, -100, 601, t -> 40);

        assertEquals(0.05 * Math.pow(40, 2.5), ChestLoad.severityIndex(chest), 1e-6);
    }

    /** A chest that stops with the car has given all its energy to the crush: integral of a v = v0^2 / 2. */
    @Test
    void ridedownOfAChestBoltedToTheCarIsOne() {
        Motion car = Pulses.motion(Pulses.halfSine(0.080, 1));

        assertEquals(1, ChestLoad.ridedownEfficiency(car, car, 0.080), 1e-4);
        assertEquals(1 - 1 / 4.0, ChestLoad.ridedownEfficiency(car, car, 0.040), 1e-4);
        assertTrue(Double.isNaN(ChestLoad.ridedownEfficiency(car, car, Double.NaN)));
        assertTrue(Double.isNaN(ChestLoad.ridedownEfficiency(car, car, 0.2)));
    }

    /** A chest braked at a constant a against a car that stands still from the start rides down nothing. */
    @Test
    void ridedownAgainstAStandingCarIsNothing() {
        Motion car = Motion.of(Signals.of(1e-5, 0, 15_001, t -> t < 1e-5 ? -2 * 15.6 / 1e-5 / 9.80665 : 0), 15.6);

        assertEquals(0, ChestLoad.ridedownEfficiency(car, Pulses.motion(t -> t > 0.001 ? 20 : 0), 0.08), 1e-4);
    }
}
