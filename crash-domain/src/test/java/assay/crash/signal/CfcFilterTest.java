package assay.crash.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Signal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfcFilterTest {

    /** SAE J211-1 appendix C, worked out by hand; the last column is the gain of both passes at CFC / 0.6 in dB. */
    @ParameterizedTest
    @CsvSource({
        "100,   60, 0.03917998, 0.0014523675, 1.8893432242, -0.8951526941, -3.0085",
        "100,  180, 0.11802332, 0.0117962711, 1.6701174633, -0.7173025477, -2.9936",
        "100,  600, 0.41292594, 0.0971846253, 0.9455740091, -0.3343125102, -2.8188",
        "100, 1000, 0.76441946, 0.2192314172, 0.3118965450, -0.1888222139, -2.4470",
        " 80,   60, 0.03133821, 0.0009395224, 1.9114454204, -0.9152035100, -3.0092",
        " 80,  180, 0.09426159, 0.0077791233, 1.7354619811, -0.7665784742, -2.9996",
        " 50,   60, 0.01958248, 0.0003730006, 1.9446330455, -0.9461250480, -3.0099",
        " 50,  180, 0.05880758, 0.0031826362, 1.8341964219, -0.8469269669, -3.0062",
    })
    void coefficientsAndGainAgreeWithTheStandard(
            double microseconds, double cfc, double corner, double a0, double b1, double b2, double decibels) {
        double interval = microseconds * 1e-6;
        CfcFilter.Coefficients c = new CfcFilter(cfc).coefficients(interval);

        assertEquals(corner, c.corner(), 1e-8);
        assertEquals(a0, c.a0(), 1e-9);
        assertEquals(b1, c.b1(), 1e-9);
        assertEquals(b2, c.b2(), 1e-9);
        assertEquals(1, 4 * c.a0() + c.b1() + c.b2(), 1e-12);
        assertEquals(decibels, 20 * Math.log10(gain(c, cfc / 0.6, interval)), 1e-4);
    }

    /** A sine keeps its phase and is scaled by the gain of both passes, away from the ends. */
    @Test
    void isPhaseless() {
        double frequency = 100;
        Signal sine = signal(-500, 3500, t -> Math.sin(2 * Math.PI * frequency * t));

        Signal filtered = CfcFilter.CFC_60.apply(sine);

        double gain = gain(CfcFilter.CFC_60.coefficients(1e-4), frequency, 1e-4);
        for (int k = 500; k < 2500; k++) {
            assertEquals(gain * sine.sample(k), filtered.sample(k), 1e-9);
        }
    }

    @Test
    void keepsConstantsEverywhereAndSlopesInside() {
        Signal constant = CfcFilter.CFC_180.apply(signal(-200, 1500, t -> -20));
        for (int k = 0; k < constant.size(); k++) {
            assertEquals(-20, constant.sample(k), 1e-10);
        }
        Signal slope = CfcFilter.CFC_180.apply(signal(-200, 1500, t -> 300 * t));
        for (int k = 200; k < 1300; k++) {
            assertEquals(300 * slope.time(k), slope.sample(k), 1e-9);
        }
    }

    /** Running the other way round first changes nothing away from the ends. */
    @Test
    void knowsNoDirectionOfTime() {
        SplittableRandom random = new SplittableRandom(7);
        double[] noise = random.doubles(3000, -10, 10).toArray();
        double[] mirrored =
                IntStream.range(0, 3000).mapToDouble(k -> noise[2999 - k]).toArray();

        Signal forward = CfcFilter.CFC_60.apply(Signal.of(1e-4, 0, noise));
        Signal backward = CfcFilter.CFC_60.apply(Signal.of(1e-4, 0, mirrored));

        for (int k = 400; k < 2600; k++) {
            assertEquals(forward.sample(k), backward.sample(2999 - k), 1e-9);
        }
    }

    @Test
    void filtersTheRunAroundContactAndLeavesTheRestMissing() {
        double[] samples = signal(-300, 2000, t -> Math.sin(40 * t)).samples();
        double[] run = Arrays.copyOfRange(samples, 50, 1500);
        samples[49] = Double.NaN;
        samples[1500] = Double.NaN;

        Signal filtered = CfcFilter.CFC_60.apply(Signal.of(1e-4, -300, samples));
        Signal alone = CfcFilter.CFC_60.apply(Signal.of(1e-4, -250, run));

        for (int k = 0; k < filtered.size(); k++) {
            boolean inside = k >= 50 && k < 1500;
            assertEquals(inside ? alone.sample(k - 50) : Double.NaN, filtered.sample(k), 0);
        }
    }

    @Test
    void refusesSlowSampling() {
        Signal tenKilohertz = signal(0, 500, t -> 1);
        Signal fiveKilohertz = Signal.of(2e-4, 0, new double[500]);

        assertTrue(CfcFilter.CFC_1000.suits(tenKilohertz));
        assertFalse(CfcFilter.CFC_1000.suits(fiveKilohertz));
        String message = assertThrows(IllegalArgumentException.class, () -> CfcFilter.CFC_1000.apply(fiveKilohertz))
                .getMessage();
        assertTrue(message.contains("5000 Hz") && message.contains("at least 10000 Hz"), message);
    }

    private static double gain(CfcFilter.Coefficients c, double frequency, double interval) {
        double w = 2 * Math.PI * frequency * interval;
        double re = 1 - c.b1() * Math.cos(w) - c.b2() * Math.cos(2 * w);
        double im = c.b1() * Math.sin(w) + c.b2() * Math.sin(2 * w);
        double numerator = c.a0() * (2 + 2 * Math.cos(w));
        return numerator * numerator / (re * re + im * im);
    }

    private static Signal signal(int first, int size, DoubleUnaryOperator f) {
        return Signals.of(1e-4, first, size, f);
    }
}
