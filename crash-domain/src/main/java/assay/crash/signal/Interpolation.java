package assay.crash.signal;

import assay.crash.Signal;

/** Straight lines between the samples of a signal. */
public final class Interpolation {

    private static final double ROUNDING = 1e-9;

    private Interpolation() {}

    /** The signal at {@code time}, in seconds after first contact; NaN outside the record and beside a gap. */
    public static double at(Signal signal, double time) {
        double position = time / signal.interval() - signal.firstIndex();
        double nearest = Math.rint(position);
        if (Math.abs(position - nearest) < ROUNDING * Math.max(1, Math.abs(time / signal.interval()))) {
            position = nearest;
        }
        if (!(position >= 0 && position <= signal.size() - 1)) {
            return Double.NaN;
        }
        int k = (int) position;
        double fraction = position - k;
        return fraction == 0
                ? signal.sample(k)
                : signal.sample(k) + fraction * (signal.sample(k + 1) - signal.sample(k));
    }

    /**
     * The time at which a line from ({@code k - 1}, {@code before}) to ({@code k}, {@code after}) passes {@code level}, in
     * seconds after first contact.
     */
    public static double crossing(Signal clock, int k, double before, double after, double level) {
        return clock.time(k - 1) + clock.interval() * (level - before) / (after - before);
    }
}
