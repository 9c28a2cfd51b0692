package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.LoadLine;
import org.junit.jupiter.api.Test;

/** Golden values of the prototype, in another language, that section 5.5 of our specification lists for its base car. */
class BaseCarTest {

    @Test
    void agreesWithThePrototypeAtTenMicroseconds() {
        CarCriteria car = BaseCar.criteria(BaseCar.PARAMETERS, 10e-6);
        LoadLine load = BaseCar.load(BaseCar.PARAMETERS, 10e-6).line();

        assertEquals(28.93, car.maximum(), 0.005);
        assertEquals(652.7, prototypeCrush(car, 10e-6), 0.05);
        assertEquals(71.22, 1000 * car.timeToZeroVelocity(), 0.01);
        assertEquals(2.894, car.rebound(), 0.001);
        assertEquals(28.72, car.slidingMean(), 0.005);
        assertEquals(30.62, car.olc().deceleration(), 0.005);
        assertEquals(21.42, 1000 * load.startTime(), 0.01);
        assertEquals(91.69, 1000 * load.endTime(), 0.02);
        assertEquals(26.74, load.deceleration(), 0.01);
        assertEquals(42.25, BaseCar.chestClip(BaseCar.PARAMETERS, 10e-6), 0.01);
    }

    @Test
    void agreesWithThePrototypeAtFiftyMicroseconds() {
        assertEquals(653.0, prototypeCrush(BaseCar.criteria(BaseCar.PARAMETERS, 50e-6), 50e-6), 0.05);
        assertEquals(26.75, BaseCar.rolc(BaseCar.PARAMETERS), 0.015);
    }

    /**
     * In mm. The prototype summed each step's first speed times the step, which is half a step at initial speed more than
     * the trapezoid rule of our criteria: 652.60 mm at either step.
     */
    private static double prototypeCrush(CarCriteria car, double step) {
        return 1000 * (car.dynamicCrush() + car.initialSpeed() * step / 2);
    }
}
