package assay.crash.signal;

import assay.crash.Signal;
import java.util.function.IntToDoubleFunction;

/**
 * A part of the car or of a dummy that moves along x from first contact on: acceleration, and by the trapezoid rule at the
 * full sampling rate its speed and path. Where acceleration is missing, speed and path are missing from there on.
 * Immutable.
 */
public final class Motion {

    /** Standard gravity in m/s^2: what 1 g of acceleration is. */
    public static final double GRAVITY = 9.80665;

    private final double initialSpeed;
    private final Signal acceleration;
    private final Signal speed;
    private final Signal path;

    private Motion(double initialSpeed, Signal acceleration, Signal speed, Signal path) {
        this.initialSpeed = initialSpeed;
        this.acceleration = acceleration;
        this.speed = speed;
        this.path = path;
    }

    /**
     * Integrates an acceleration from first contact on.
     *
     * @param acceleration in g, braking negative, prepared; must hold first contact
     * @param initialSpeed at first contact, in m/s: the vehicle's speed, not the initial velocity of a channel
     */
    public static Motion of(Signal acceleration, double initialSpeed) {
        int contact = -acceleration.firstIndex();
        if (contact < 0 || contact >= acceleration.size()) {
            throw new IllegalArgumentException(
                    ("first contact (index 0) must be inside the record, which holds indices %d to %d. "
                                    + "Maybe the record was cut?")
                            .formatted(acceleration.firstIndex(), acceleration.firstIndex() + acceleration.size() - 1));
        }
        if (!Double.isFinite(initialSpeed)) {
            throw new IllegalArgumentException("initial speed (%s m/s) must be a number".formatted(initialSpeed));
        }
        int n = acceleration.size() - contact;
        double[] a = new double[n];
        for (int k = 0; k < n; k++) {
            a[k] = acceleration.sample(contact + k);
        }
        double interval = acceleration.interval();
        double[] v = integral(initialSpeed, n, interval, k -> GRAVITY * a[k]);
        double[] s = integral(0, n, interval, k -> v[k]);
        return new Motion(
                initialSpeed, Signal.of(interval, 0, a), Signal.of(interval, 0, v), Signal.of(interval, 0, s));
    }

    private static double[] integral(double start, int n, double interval, IntToDoubleFunction rate) {
        double[] integral = new double[n];
        integral[0] = Double.isNaN(rate.applyAsDouble(0)) ? Double.NaN : start;
        for (int k = 1; k < n; k++) {
            integral[k] = integral[k - 1] + interval / 2 * (rate.applyAsDouble(k - 1) + rate.applyAsDouble(k));
        }
        return integral;
    }

    /** Speed at first contact in m/s. */
    public double initialSpeed() {
        return initialSpeed;
    }

    /** In g, braking negative, from first contact on. */
    public Signal acceleration() {
        return acceleration;
    }

    /** In m/s, from first contact on. */
    public Signal speed() {
        return speed;
    }

    /** In m, from first contact on. */
    public Signal path() {
        return path;
    }
}
