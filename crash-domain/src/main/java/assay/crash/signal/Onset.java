package assay.crash.signal;

import assay.crash.Signal;

/** When something begins: a level is passed and not left again for a while. */
public final class Onset {

    private Onset() {}

    /**
     * The first time at which the signal, with straight lines between samples, rises to {@code level} and stays at or above
     * it for {@code lasting} seconds.
     *
     * @return seconds after first contact; the time of the first sample if the signal starts above; NaN if it never happens
     *     within the record
     */
    public static double of(Signal signal, double level, double lasting) {
        double begin = Double.NaN;
        for (int k = 0; k < signal.size(); k++) {
            double sample = signal.sample(k);
            if (!(sample >= level)) {
                begin = Double.NaN;
                continue;
            }
            if (Double.isNaN(begin)) {
                boolean rises = k > 0 && !Double.isNaN(signal.sample(k - 1));
                begin = rises ? Interpolation.crossing(signal, k, signal.sample(k - 1), sample, level) : signal.time(k);
            }
            if (signal.time(k) - begin >= lasting - 1e-12) {
                return begin;
            }
        }
        return Double.NaN;
    }
}
