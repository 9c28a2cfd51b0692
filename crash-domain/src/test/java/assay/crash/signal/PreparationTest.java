package assay.crash.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

    /** 20 ms of 0.4 g before contact; the 5 ms right before it may already belong to the impact. */
    @Test
    void takesTheZeroLevelFromTheQuietTime() {
        Signal signal = Signals.of(1e-4, -200, 1500, t -> t < -0.005 - 1e-9 ? 0.4 : t < 0 ? -7 : -20);

        Bias bias = Bias.of(signal, 3);

        assertEquals(Bias.Finding.MEASURED, bias.finding());
        assertEquals(0.4, bias.value(), 1e-12);
        assertEquals(-7.4, bias.removedFrom(signal).sample(199), 1e-12);
    }

    @Test
    void saysWhenThereIsNoQuietTime() {
        Bias bias = Bias.of(Signals.of(1e-4, -149, 1500, t -> 0.4), 3);

        assertEquals(new Bias(0, Bias.Finding.UNKNOWN), bias);
        assertEquals(
                Bias.Finding.MEASURED,
                Bias.of(Signals.of(1e-4, -150, 1500, t -> 0.4), 3).finding());
    }

    @Test
    void refusesAZeroLevelBeyondBelief() {
        Signal signal = Signals.of(1e-4, -500, 1500, t -> -3.1);

        assertEquals(Bias.Finding.TOO_LARGE, Bias.of(signal, 3).finding());
        String message = assertThrows(IllegalArgumentException.class, () -> Preparation.CAR.apply(signal))
                .getMessage();
        assertTrue(message.contains("-3.10"), message);
    }

    /** v = v0 - g a t and s = v0 t - g a t^2 / 2; the trapezoid rule is exact for a linear speed. */
    @Test
    void integratesAConstantDeceleration() {
        Motion motion = Motion.of(Signals.of(1e-4, -300, 1301, t -> -20), 15.6);

        double t = 0.1;
        assertEquals(1001, motion.speed().size());
        assertEquals(0, motion.speed().firstIndex());
        assertEquals(15.6 - 20 * 9.80665 * t, motion.speed().sample(1000), 1e-9);
        assertEquals(15.6 * t - 10 * 9.80665 * t * t, motion.path().sample(1000), 1e-9);
    }

    @Test
    void speedIsMissingFromAGapOn() {
        double[] samples = Signals.of(1e-4, 0, 100, t -> -1).samples();
        samples[60] = Double.NaN;

        Motion motion = Motion.of(Signal.of(1e-4, 0, samples), 10);

        assertFalse(Double.isNaN(motion.speed().sample(59)));
        for (int k = 60; k < 100; k++) {
            assertTrue(Double.isNaN(motion.speed().sample(k))
                    && Double.isNaN(motion.path().sample(k)));
        }
    }

    @Test
    void refusesARecordWithoutFirstContact() {
        assertThrows(IllegalArgumentException.class, () -> Motion.of(Signals.of(1e-4, 1, 100, t -> 0), 10));
        assertThrows(IllegalArgumentException.class, () -> Motion.of(Signals.of(1e-4, -100, 100, t -> 0), 10));
    }

    /** The grid falls between samples of 12.5 kHz; straight lines are exact on a straight line. */
    @Test
    void samplesTheGridByStraightLines() {
        double[] values = Grid.TWO_MILLISECONDS.sample(Signals.of(8e-5, -250, 2000, t -> 100 * t));

        assertEquals(65, values.length);
        for (int k = 0; k < 65; k++) {
            assertEquals(0.2 * k, values[k], 1e-12);
        }
    }

    @Test
    void theGridIsMissingOutsideTheRecord() {
        double[] values = new Grid(0.002, 4).sample(Signals.of(1e-4, 0, 41, t -> 1));

        assertArrayEquals(new double[] {1, 1, 1, Double.NaN}, values);
    }

    @Test
    void checksTimeZeroWithoutShifting() {
        TimeZero late = TimeZero.of(Signals.of(1e-4, -300, 1500, t -> t < 0.0037 ? 0 : -1000 * (t - 0.0037)));
        TimeZero early = TimeZero.of(Signals.of(1e-4, -300, 1500, t -> t < -0.004 ? 0 : -2));
        TimeZero never = TimeZero.of(Signals.of(1e-4, -300, 1500, t -> 0.4));

        assertEquals(0.0042, late.onset(), 1e-9);
        assertTrue(late.isPlausible());
        assertFalse(early.isPlausible());
        assertTrue(Double.isNaN(never.onset()) && !never.isPlausible());
    }

    /** A spike shorter than asked for is no onset. */
    @Test
    void anOnsetMustLast() {
        Signal signal = Signals.of(1e-4, 0, 1000, t -> t > 0.01995 && t < 0.02055 || t > 0.03995 ? 8 : 0);

        assertEquals(0.0399 + 1e-4 * 5 / 8, Onset.of(signal, 5, 0.001), 1e-9);
        assertEquals(0.0199 + 1e-4 * 5 / 8, Onset.of(signal, 5, 0.0004), 1e-9);
    }

    @Test
    void combinesOverTheCommonTime() {
        Signal x = Signal.of(1e-4, -1, new double[] {9, 3, 6, 5});
        Signal y = Signal.of(1e-4, 0, new double[] {4, 8, Double.NaN, 7});

        assertArrayEquals(
                new double[] {5, 10, Double.NaN},
                Combination.resultant(List.of(x, y)).samples(),
                1e-12);
        assertArrayEquals(
                new double[] {3.5, 7, Double.NaN},
                Combination.mean(List.of(x, y)).samples(),
                1e-12);
        assertEquals(0, Combination.mean(List.of(x, y)).firstIndex());
        assertThrows(
                IllegalArgumentException.class,
                () -> Combination.mean(List.of(x, Signal.of(8e-5, 0, new double[] {1}))));
    }
}
