package assay.crash.criteria;

import assay.crash.Signal;
import assay.crash.signal.Clip;
import assay.crash.signal.Motion;

/**
 * How a car stopped in a frontal impact: the features of appendix C.4 of the LossVal paper that follow from its
 * acceleration and speed. Whatever the record does not determine is NaN.
 *
 * @param initialSpeed m/s at first contact
 * @param maximum largest deceleration over 0 .. 130 ms, g
 * @param clip3ms contiguous 3 ms value of the deceleration over 0 .. 130 ms, g
 * @param average mean deceleration over 0 .. 130 ms, g
 * @param olc the occupant load criterion
 * @param slidingMean largest 25 ms mean of the deceleration, g ("SM25")
 * @param timeToZeroVelocity seconds ("TTZV")
 * @param deltaV initial speed minus lowest speed over 0 .. 150 ms, m/s
 * @param rebound speed backwards at most over 0 .. 150 ms, m/s
 * @param dynamicCrush largest path, m; not the static crush measured afterwards, which is 150 to 250 mm less
 */
public record CarCriteria(
        double initialSpeed,
        double maximum,
        double clip3ms,
        double average,
        LoadLine olc,
        double slidingMean,
        double timeToZeroVelocity,
        double deltaV,
        double rebound,
        double dynamicCrush) {

    /**
     * What the criteria look at.
     *
     * @param pulse seconds over which peaks and the average are taken
     * @param observation seconds within which the lowest speed and the sliding mean are sought
     * @param slidingWindow seconds of the sliding mean
     * @param occupantLoad the ways of OLC
     */
    public record Settings(double pulse, double observation, double slidingWindow, OccupantLoad occupantLoad) {

        /** 130 ms, 150 ms, 25 ms, 65 and 235 mm. */
        public static final Settings DEFAULT = new Settings(0.130, 0.150, 0.025, OccupantLoad.OLC);

        /** Checks the times. */
        public Settings {
            if (!(pulse > 0 && observation > 0 && slidingWindow > 0)) {
                throw new IllegalArgumentException(
                        "pulse (%s s), observation (%s s) and sliding window (%s s) must be above 0"
                                .formatted(pulse, observation, slidingWindow));
            }
        }
    }

    /** With the default settings. */
    public static CarCriteria of(Motion car) {
        return of(car, Settings.DEFAULT);
    }

    /** @param car prepared with CFC 60; OLC after Euro NCAP wants CFC 180 */
    public static CarCriteria of(Motion car, Settings settings) {
        double lowest = PulseShape.lowestSpeed(car, settings.observation());
        double maximum = PulseShape.maximum(car, settings.pulse());
        return new CarCriteria(
                car.initialSpeed(),
                maximum,
                Double.isNaN(maximum) ? Double.NaN : clip(car, settings.pulse()),
                PulseShape.average(car, settings.pulse()),
                settings.occupantLoad().of(car),
                PulseShape.slidingMean(car, settings.slidingWindow(), settings.observation()),
                PulseShape.timeToZeroVelocity(car),
                car.initialSpeed() - lowest,
                Double.isNaN(lowest) ? Double.NaN : Math.max(0, -lowest),
                PulseShape.dynamicCrush(car));
    }

    private static double clip(Motion car, double end) {
        Signal acceleration = car.acceleration();
        Signal deceleration = acceleration.map(a -> -a);
        int n = (int) Math.min(acceleration.size(), Math.floor(end / acceleration.interval() + 1e-6) + 1);
        double[] pulse = new double[n];
        for (int k = 0; k < n; k++) {
            pulse[k] = deceleration.sample(k);
        }
        return Clip.THREE_MILLISECONDS.contiguous(Signal.of(acceleration.interval(), 0, pulse));
    }

    /**
     * Mean crash deceleration in g as the mean over time until the car stands: v0 / TTZV. The name is ambiguous; this is the
     * one we use as a feature, since it follows the name.
     */
    public double meanDecelerationByTime() {
        return initialSpeed / timeToZeroVelocity / Motion.GRAVITY;
    }

    /** Mean crash deceleration in g as the mean over the crush: v0^2 / (2 dynamic crush). */
    public double meanDecelerationByDistance() {
        return initialSpeed * initialSpeed / (2 * dynamicCrush) / Motion.GRAVITY;
    }

    /** Energy of motion at first contact in J; NaN if the mass is. */
    public double kineticEnergy(double massInKilograms) {
        return massInKilograms * initialSpeed * initialSpeed / 2;
    }
}
