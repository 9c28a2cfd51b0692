package assay.crash.signal;

import assay.crash.Signal;
import java.util.Arrays;

/**
 * The level that a signal exceeds for 3 ms: "3 ms clip", "a3ms".
 *
 * <p>For a single hump the forms agree; otherwise the cumulative value is the larger one. Both interpolated forms are found
 * by bisection of the level, to rounding; a call costs about 100 passes over the signal. A half-sine of peak P and length D
 * has P cos(pi 3 ms / (2 D)). Values are of the signal as it is: give the deceleration, or a resultant.
 *
 * @param duration seconds above the level
 */
public record Clip(double duration) {

    /** The usual 3 ms. */
    public static final Clip THREE_MILLISECONDS = new Clip(0.003);

    private static final int BISECTIONS = 100;
    private static final double ROUNDING = 1e-12;

    /** Checks the duration. */
    public Clip {
        if (!(duration > 0)) {
            throw new IllegalArgumentException("duration (%s s) must be above 0".formatted(duration));
        }
    }

    /**
     * The largest level that the signal, with straight lines between samples, stays at or above throughout one interval of
     * the duration: NHTSA's Clip, Euro NCAP's "single peak".
     *
     * @return NaN if no unbroken part of the record is that long
     */
    public double contiguous(Signal signal) {
        return highest(signal, Clip::longestAbove);
    }

    /**
     * The largest level that the signal, with straight lines between samples, is at or above for the duration in total:
     * FMVSS 208, ECE regulations.
     *
     * @return NaN if the record is shorter
     */
    public double cumulative(Signal signal) {
        return highest(signal, Clip::totalAbove);
    }

    /** The contiguous value on samples alone: the largest minimum of as many samples as span the duration. */
    public double contiguousOfSamples(Signal signal) {
        int steps = steps(signal);
        double largest = Double.NaN;
        for (int k = 0; k + steps < signal.size(); k++) {
            double smallest = signal.sample(k);
            for (int i = k + 1; i <= k + steps; i++) {
                smallest = Math.min(smallest, signal.sample(i));
            }
            largest = Double.isNaN(largest) || smallest > largest ? smallest : largest;
        }
        return largest;
    }

    /** The cumulative value on samples alone: in falling order, the sample after as many as make up the duration. */
    public double cumulativeOfSamples(Signal signal) {
        int steps = steps(signal);
        double[] rising = Arrays.stream(signal.samples())
                .filter(s -> !Double.isNaN(s))
                .sorted()
                .toArray();
        return steps < rising.length ? rising[rising.length - 1 - steps] : Double.NaN;
    }

    private int steps(Signal signal) {
        return (int) Math.round(duration / signal.interval());
    }

    private double highest(Signal signal, TimeAbove time) {
        double[] finite =
                Arrays.stream(signal.samples()).filter(s -> !Double.isNaN(s)).toArray();
        double low = Arrays.stream(finite).min().orElse(Double.NaN);
        double high = Arrays.stream(finite).max().orElse(Double.NaN);
        double needed = duration - ROUNDING;
        if (!(time.above(signal, low) >= needed)) {
            return Double.NaN;
        }
        if (time.above(signal, high) >= needed) {
            return high;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = low + (high - low) / 2;
            if (time.above(signal, middle) >= needed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private interface TimeAbove {
        double above(Signal signal, double level);
    }

    private static double totalAbove(Signal signal, double level) {
        double total = 0;
        for (int k = 1; k < signal.size(); k++) {
            total += share(signal.sample(k - 1), signal.sample(k), level);
        }
        return total * signal.interval();
    }

    private static double longestAbove(Signal signal, double level) {
        double longest = 0;
        double current = 0;
        for (int k = 1; k < signal.size(); k++) {
            double before = signal.sample(k - 1);
            double after = signal.sample(k);
            double share = share(before, after, level);
            current = before >= level ? current + share : share;
            longest = Math.max(longest, current);
            if (!(after >= level)) {
                current = 0;
            }
        }
        return longest * signal.interval();
    }

    /** The part of one interval in which the line is at or above the level; 0 beside a gap. */
    private static double share(double before, double after, double level) {
        if (Double.isNaN(before) || Double.isNaN(after)) {
            return 0;
        }
        if (before >= level && after >= level) {
            return 1;
        }
        if (before < level && after < level) {
            return 0;
        }
        double above = Math.max(before, after) - level;
        return above / Math.abs(after - before);
    }
}
