package assay.crash.criteria;

import static assay.crash.criteria.Pulses.G;
import static assay.crash.criteria.Pulses.V0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Signal;
import assay.crash.signal.Motion;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarCriteriaTest {

    private static DoubleUnaryOperator pulse(String name) {
        double ramp = 2 * V0 / 0.080 / G;
        return switch (name) {
            case "square" -> t -> t < V0 / (20 * G) ? 20 : 0;
            case "half-sine" -> Pulses.halfSine(0.080, 1);
            case "ramp" -> t -> Math.abs(t - 0.080) < 1e-9 ? ramp / 2 : t < 0.080 ? ramp * t / 0.080 : 0;
            case "triangle" -> t -> t < 0.080 ? ramp * (1 - Math.abs(t - 0.040) / 0.040) : 0;
            case "two-step" -> t -> t < 0.040 ? 12 : t < 0.040 + (V0 / G - 12 * 0.040) / 30 ? 30 : 0;
            case "rebound" -> Pulses.halfSine(0.075, 1.12);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Closed forms for v0 = 15.6 m/s, as worked out in the specification. */
    @ParameterizedTest
    @CsvSource({
        "square,    25.7452,  92.26, 23.9179, 20.0000, 79.5378, 620.41, 20,      20.000, 20.000",
        "half-sine, 32.782,   85.68, 30.072,  29.9951, 80,      624.0,  31.2344, 19.884, 19.884",
        "ramp,      43.0887, 102.04, 26.9845, 33.5550, 80,      832.0,  39.769,  19.884, 14.913",
        "triangle,  34.1995,  84.27, 31.770,  33.555,  80,      624.0,  39.769,  19.884, 19.884",
        "two-step,  33.2369,  99.01, 24.187,  30.0,    77.03,   731.5,  30,      20.65,  16.96",
        "rebound,   30.209,   79.14, 36.411,  35.633,  59.08,   534.5,  37.315,  26.93,  23.21",
    })
    void idealPulses(
            String name,
            double start,
            double end,
            double olc,
            double slidingMean,
            double stop,
            double crush,
            double peak,
            double byTime,
            double byDistance) {
        CarCriteria car = CarCriteria.of(Pulses.motion(pulse(name)));

        assertEquals(start, 1000 * car.olc().startTime(), 0.01);
        assertEquals(end, 1000 * car.olc().endTime(), 0.01);
        assertEquals(olc, car.olc().deceleration(), 0.01);
        assertEquals(slidingMean, car.slidingMean(), 0.01);
        assertEquals(stop, 1000 * car.timeToZeroVelocity(), 0.01);
        assertEquals(crush, 1000 * car.dynamicCrush(), 0.1);
        assertEquals(peak, car.maximum(), 0.01);
        assertEquals(byTime, car.meanDecelerationByTime(), 0.01);
        assertEquals(byDistance, car.meanDecelerationByDistance(), 0.01);
    }

    @Test
    void speedsOfAReboundingCar() {
        CarCriteria car = CarCriteria.of(Pulses.motion(pulse("rebound")));

        assertEquals(1.12 * V0, car.deltaV(), 1e-4);
        assertEquals(0.12 * V0, car.rebound(), 1e-4);
        assertEquals(1.12 * V0 / 0.130 / G, car.average(), 1e-4);
        assertEquals(37.315 * Math.cos(Math.PI * 3 / (2 * 75)), car.clip3ms(), 1e-3);
        // 1719 kg at 15.858 m/s would be 216 kJ; here 1/2 m 15.6^2
        assertEquals(1719 * 15.6 * 15.6 / 2, car.kineticEnergy(1719), 1e-6);
        assertTrue(Double.isNaN(car.kineticEnergy(Double.NaN)));
    }

    /** While a constant car deceleration still acts when both meet, A = a0 (1 + 2 * 0.065 / (2 * 0.235)). */
    @Test
    void occupantLoadOfAnEverBrakingCar() {
        LoadLine olc = OccupantLoad.OLC.of(Pulses.motion(t -> 20));

        assertEquals(20 * (1 + 0.065 * 2 / 0.47), olc.deceleration(), 1e-3);
        assertEquals(20 * 1.2766, olc.deceleration(), 1e-3);
    }

    /** If the car stands when both meet, A = v0^2 / (2 (crush + 0.300 - v0 t1)). */
    @Test
    void occupantLoadOfACarAtRest() {
        LoadLine olc = OccupantLoad.OLC.of(Pulses.motion(pulse("square")));

        assertEquals(V0 * V0 / (2 * (0.62041 + 0.300 - V0 * olc.startTime())) / G, olc.deceleration(), 1e-3);
    }

    /** 60 ms of a pulse of 80 ms: the car has not stopped, and nobody knows how it would have gone on. */
    @Test
    void whatAShortRecordDoesNotDetermineIsMissing() {
        CarCriteria car = CarCriteria.of(Pulses.motion(pulse("half-sine"), 0.060));

        assertTrue(car.olc().isMissing());
        double[] undetermined = {
            car.maximum(),
            car.clip3ms(),
            car.average(),
            car.slidingMean(),
            car.timeToZeroVelocity(),
            car.deltaV(),
            car.rebound(),
            car.dynamicCrush(),
            car.meanDecelerationByTime(),
            car.meanDecelerationByDistance()
        };
        for (double value : undetermined) {
            assertTrue(Double.isNaN(value));
        }
    }

    @Test
    void aGapIsNoMeasurement() {
        double[] samples = Pulses.motion(pulse("half-sine")).acceleration().samples();
        samples[(int) (0.090 / Pulses.INTERVAL)] = Double.NaN;
        CarCriteria car = CarCriteria.of(Motion.of(Signal.of(Pulses.INTERVAL, 0, samples), V0));

        // OLC ends at 85.68 ms, before the gap; the rest would need what follows.
        assertEquals(30.072, car.olc().deceleration(), 0.01);
        assertTrue(Double.isNaN(car.average()) && Double.isNaN(car.maximum()) && Double.isNaN(car.deltaV()));
    }

    @Test
    void olcPlusPlusIsLinear() {
        CarCriteria car = CarCriteria.of(Pulses.motion(pulse("square")));

        assertEquals(23.9179, new OlcPlusPlus(1, 0, 0, 0).of(car), 0.01);
        assertEquals(2 + 0.5 * 20 - 0.1 * 79.5378, new OlcPlusPlus(0, 0.5, -0.1, 2).of(car), 0.01);
    }
}
