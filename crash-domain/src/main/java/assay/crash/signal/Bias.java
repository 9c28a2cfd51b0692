package assay.crash.signal;

import assay.crash.Signal;

/**
 * What a sensor showed while nothing happened: the mean of the samples earlier than 5 ms before first contact.
 *
 * @param value in the signal's unit; 0 where {@code finding} is {@link Finding#UNKNOWN}
 * @param finding whether it was measured, and is believable
 */
public record Bias(double value, Finding finding) {

    /** What became of the search for a zero level. */
    public enum Finding {
        /** Measured over at least 10 ms. */
        MEASURED,
        /** The record holds less than 10 ms earlier than 5 ms before contact; nothing is subtracted. */
        UNKNOWN,
        /** Beyond the limit: the sensor, its scale or the time of first contact is wrong. */
        TOO_LARGE
    }

    private static final double QUIET_UNTIL = -0.005;
    private static final double SHORTEST = 0.010;

    /**
     * Measures the zero level of an unfiltered signal.
     *
     * @param limit largest magnitude to believe, in the signal's unit; 3 for accelerations in g
     */
    public static Bias of(Signal signal, double limit) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < signal.size() && signal.time(k) < QUIET_UNTIL - 1e-9; k++) {
            if (!Double.isNaN(signal.sample(k))) {
                sum += signal.sample(k);
                count++;
            }
        }
        if (count * signal.interval() < SHORTEST - 1e-9) {
            return new Bias(0, Finding.UNKNOWN);
        }
        double mean = sum / count;
        return new Bias(mean, Math.abs(mean) > limit ? Finding.TOO_LARGE : Finding.MEASURED);
    }

    /** The signal without this bias. Samples before first contact are kept, not zeroed. */
    public Signal removedFrom(Signal signal) {
        return signal.map(sample -> sample - value);
    }
}
