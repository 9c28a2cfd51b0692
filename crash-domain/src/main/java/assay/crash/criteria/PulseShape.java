package assay.crash.criteria;

import assay.crash.Signal;
import assay.crash.signal.Interpolation;
import assay.crash.signal.Motion;

/** The single readings of a car's motion. Each takes one pass and is NaN where the record does not determine it. */
final class PulseShape {

    private static final double GRAZING = 1e-4;

    private PulseShape() {}

    /** Number of samples at times below {@code end}, or 0 if the record stops or has a gap before. */
    private static int covered(Signal signal, double end) {
        int needed = (int) Math.ceil(end / signal.interval() - 1e-6);
        if (signal.size() < needed) {
            return 0;
        }
        for (int k = 0; k < needed; k++) {
            if (Double.isNaN(signal.sample(k))) {
                return 0;
            }
        }
        return needed;
    }

    /** Largest deceleration before {@code end}, in g. */
    static double maximum(Motion car, double end) {
        int n = covered(car.acceleration(), end);
        double largest = Double.NaN;
        for (int k = 0; k < n; k++) {
            largest = k == 0
                    ? -car.acceleration().sample(k)
                    : Math.max(largest, -car.acceleration().sample(k));
        }
        return largest;
    }

    /** Mean deceleration over 0 .. {@code end}, in g: speed lost by time. */
    static double average(Motion car, double end) {
        double lost = car.initialSpeed() - Interpolation.at(car.speed(), lastTime(car, end));
        return lost / lastTime(car, end) / Motion.GRAVITY;
    }

    /** {@code end}, or the last sample before it where the record stops within one interval of it; else NaN. */
    private static double lastTime(Motion car, double end) {
        int n = covered(car.speed(), end);
        if (n == 0) {
            return Double.NaN;
        }
        return Double.isNaN(Interpolation.at(car.speed(), end)) ? car.speed().time(n - 1) : end;
    }

    /** Lowest speed before {@code end}, in m/s. */
    static double lowestSpeed(Motion car, double end) {
        int n = covered(car.speed(), end);
        double lowest = Double.NaN;
        for (int k = 0; k < n; k++) {
            lowest = k == 0
                    ? car.speed().sample(k)
                    : Math.min(lowest, car.speed().sample(k));
        }
        return lowest;
    }

    /**
     * The first time of speed 0. A pulse that stops the car without rebound may graze zero by a rounding error: if speed
     * never reaches 0 but comes below 1e-4 of the initial speed, the first time of its minimum.
     */
    static double timeToZeroVelocity(Motion car) {
        Signal speed = car.speed();
        int lowest = 0;
        for (int k = 1; k < speed.size(); k++) {
            if (speed.sample(k) <= 0) {
                return Interpolation.crossing(speed, k, speed.sample(k - 1), speed.sample(k), 0);
            }
            if (speed.sample(k) < speed.sample(lowest)) {
                lowest = k;
            }
        }
        return speed.sample(lowest) <= GRAZING * car.initialSpeed() ? speed.time(lowest) : Double.NaN;
    }

    /** Largest path in m; NaN if the car does not stop within the record, since it may then crush further. */
    static double dynamicCrush(Motion car) {
        if (Double.isNaN(timeToZeroVelocity(car))) {
            return Double.NaN;
        }
        double largest = 0;
        for (int k = 0; k < car.path().size(); k++) {
            if (car.path().sample(k) > largest) {
                largest = car.path().sample(k);
            }
        }
        return largest;
    }

    /** Largest mean deceleration of any window inside 0 .. {@code end}, in g. */
    static double slidingMean(Motion car, double window, double end) {
        double last = lastTime(car, end);
        double largest = Double.NaN;
        for (int k = 0; car.speed().time(k) + window <= last + 1e-9; k++) {
            double lost = car.speed().sample(k)
                    - Interpolation.at(car.speed(), car.speed().time(k) + window);
            double mean = lost / window / Motion.GRAVITY;
            largest = Double.isNaN(largest) ? mean : Math.max(largest, mean);
        }
        return largest;
    }
}
