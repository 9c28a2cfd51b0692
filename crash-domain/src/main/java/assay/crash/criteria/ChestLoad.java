package assay.crash.criteria;

import assay.crash.Signal;
import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;

/** Criteria of the driver's chest beside ROLC_p and the 3 ms value, for which see {@code assay.crash.signal.Clip}. */
public final class ChestLoad {

    private ChestLoad() {}

    /**
     * The chest severity index: the integral of a^2.5 over the record from first contact on, in s g^2.5.
     *
     * @param resultant of the chest in g, CFC 180
     * @return NaN if the record has a gap
     */
    public static double severityIndex(Signal resultant) {
        double sum = 0;
        for (int k = Math.max(1, 1 - resultant.firstIndex()); k < resultant.size(); k++) {
            sum += resultant.interval() / 2 * (power(resultant.sample(k - 1)) + power(resultant.sample(k)));
        }
        return sum;
    }

    private static double power(double a) {
        return a * a * Math.sqrt(Math.abs(a));
    }

    /**
     * The share of the occupant's energy that the car's crush takes up while the restraint couples both: 2 / v0^2 times the
     * integral of chest deceleration times car speed up to {@code end} (Huang et al. 1995).
     *
     * @param end seconds after first contact at which chest and car have the same speed: B of ROLC_p
     * @return between 0 and 1 as a rule; NaN if {@code end} is, or lies outside the record
     */
    public static double ridedownEfficiency(Motion car, Motion chest, double end) {
        Signal acceleration = chest.acceleration();
        double sum = 0;
        double before = power(car, chest, 0);
        double time = 0;
        for (int k = 1; k < acceleration.size() && acceleration.time(k) < end; k++) {
            double power = power(car, chest, acceleration.time(k));
            sum += (acceleration.time(k) - time) * (before + power) / 2;
            time = acceleration.time(k);
            before = power;
        }
        sum += (end - time) * (before + power(car, chest, end)) / 2;
        return 2 * sum / (car.initialSpeed() * car.initialSpeed());
    }

    /** Chest deceleration times car speed, in W per kg. */
    private static double power(Motion car, Motion chest, double time) {
        return -Motion.GRAVITY * Interpolation.at(chest.acceleration(), time) * Interpolation.at(car.speed(), time);
    }
}
