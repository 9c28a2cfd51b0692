package assay.crash.signal;

import assay.crash.Signal;

/**
 * A check of the time of first contact: the first acceleration beyond 0.5 g that lasts 1 ms should begin between 2 ms
 * before and 10 ms after it; sensors far behind the bumper see the impact 2 to 5 ms late. Only reported: nothing is shifted.
 *
 * @param onset seconds after first contact at which the pulse begins; NaN if it never does
 */
public record TimeZero(double onset) {

    private static final double THRESHOLD = 0.5;
    private static final double LASTING = 0.001;
    private static final double EARLIEST = -0.002;
    private static final double LATEST = 0.010;

    /** @param acceleration in g, prepared */
    public static TimeZero of(Signal acceleration) {
        Signal magnitude = acceleration.map(Math::abs);
        return new TimeZero(Onset.of(magnitude, THRESHOLD, LASTING));
    }

    /** Whether the pulse begins where it should. */
    public boolean isPlausible() {
        return onset >= EARLIEST && onset <= LATEST;
    }
}
