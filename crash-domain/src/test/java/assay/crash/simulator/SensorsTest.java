package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.crash.Signal;
import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Bias;
import assay.crash.signal.Motion;
import assay.crash.signal.Preparation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensorsTest {

    private static final Crash CRASH = Crash.of(BaseCar.PARAMETERS);
    private static final double SPEED = BaseCar.PARAMETERS.car().speed();

    private static Sensors sensors(Fault fault, int number) {
        return Sensors.of(CRASH, fault, new Seed(3).derive(number));
    }

    private static CarCriteria criteria(Sensors sensors) {
        return CarCriteria.of(Motion.of(Preparation.CAR.apply(sensors.car()), SPEED));
    }

    private static RealOccupantLoad.Finding finding(Sensors sensors) {
        return RealOccupantLoad.ROLC_P
                .of(
                        Motion.of(Preparation.CAR.apply(sensors.car()), SPEED),
                        Motion.of(Preparation.CHEST.apply(sensors.chest()), SPEED))
                .finding();
    }

    @Test
    void recordsBeforeAndAfter() {
        for (int i = 0; i < 20; i++) {
            Signal car = sensors(Fault.NONE, i).car();
            double end = car.time(car.size() - 1);

            assertTrue(car.interval() == 80e-6 || car.interval() == 100e-6);
            assertTrue(car.time(0) <= -0.0199 && car.time(0) >= -0.0501);
            assertEquals(0.160, end, 1e-4);
            assertEquals(Bias.Finding.MEASURED, Bias.of(car, 3).finding());
        }
    }

    /** Four real sensors of one car: crush 733 to 750 mm, OLC 29.3 to 30.1 g. */
    @Test
    void sensorsOfOneCarDifferAsRealOnesDo() {
        double[] crush = new double[200];
        double[] olc = new double[200];
        for (int i = 0; i < 200; i++) {
            CarCriteria criteria = criteria(sensors(Fault.NONE, i));
            crush[i] = 1000 * criteria.dynamicCrush();
            olc[i] = criteria.olc().deceleration();
        }

        assertEquals(652.6, Arrays.stream(crush).average().orElseThrow(), 1);
        assertEquals(7, deviation(crush), 3);
        assertEquals(30.6, Arrays.stream(olc).average().orElseThrow(), 0.1);
        assertEquals(0.33, deviation(olc), 0.15);
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /** Seen by such a sensor the car is as fast as the chest from the beginning, or faster. */
    @Test
    void deadAndFlippedSensorsGiveNoResult() {
        for (int i = 0; i < 20; i++) {
            assertEquals(RealOccupantLoad.Finding.FOUND, finding(sensors(Fault.NONE, i)));
            assertEquals(RealOccupantLoad.Finding.TOO_SHORT, finding(sensors(Fault.DEAD, i)));
            assertEquals(RealOccupantLoad.Finding.TOO_SHORT, finding(sensors(Fault.FLIPPED, i)));
        }
    }

    /** By less than the clock is late, as the speed that was lost in the first milliseconds is not seen. */
    @Test
    void aLateClockShiftsTimes() {
        for (int i = 0; i < 20; i++) {
            double right = criteria(sensors(Fault.NONE, i)).timeToZeroVelocity();
            double late = criteria(sensors(Fault.LATE, i)).timeToZeroVelocity();

            assertTrue(right - late > 0.001 && right - late < 0.007, right + " " + late);
            assertEquals(RealOccupantLoad.Finding.FOUND, finding(sensors(Fault.LATE, i)));
        }
    }

    @Test
    void aSaturatedSensorShowsSixtyG() {
        Crash hard = Crash.of(BaseCar.PARAMETERS.with(BaseCar.PARAMETERS.car().withSecondPlateau(90)));
        Sensors sensors = Sensors.of(hard, Fault.SATURATED, new Seed(4));
        double strongest = Arrays.stream(sensors.car().samples()).min().orElseThrow();

        assertTrue(Arrays.stream(hard.car().samples()).min().orElseThrow() < -70);
        assertTrue(strongest < -59 && strongest > -62, "shows " + strongest);
    }

    @Test
    void faultsAreRareAndAlikeInNumber() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        Draw draw = new Draw(new Seed(5).generator());
        for (int i = 0; i < 100_000; i++) {
            counts.merge(Fault.drawn(draw), 1, Integer::sum);
        }

        assertEquals(99_000, counts.get(Fault.NONE), 150);
        for (Fault fault : Fault.values()) {
            assertTrue(fault == Fault.NONE || Math.abs(counts.get(fault) - 250) < 60, fault + " " + counts);
        }
    }
}
