package assay.crash.criteria;

import assay.crash.signal.Motion;
import assay.crash.signal.Signals;
import java.util.function.DoubleUnaryOperator;

/** Idealised pulses from 15.6 m/s, whose criteria have closed forms. */
final class Pulses {

    static final double INTERVAL = 5e-6;
    static final double V0 = 15.6;
    static final double G = Motion.GRAVITY;

    private Pulses() {}

    /** 150 ms of a deceleration in g. */
    static Motion motion(DoubleUnaryOperator deceleration) {
        return motion(deceleration, 0.150);
    }

    static Motion motion(DoubleUnaryOperator deceleration, double seconds) {
        int samples = (int) Math.round(seconds / INTERVAL) + 1;
        return Motion.of(Signals.of(INTERVAL, 0, samples, t -> -deceleration.applyAsDouble(t)), V0);
    }

    /** A half-sine that takes {@code share} of the initial speed away. */
    static DoubleUnaryOperator halfSine(double length, double share) {
        double peak = Math.PI * share * V0 / (2 * length) / G;
        return t -> t < length ? peak * Math.sin(Math.PI * t / length) : 0;
    }
}
