package assay.crash.signal;

import assay.crash.Signal;

/**
 * Evenly spaced times from first contact on, at which a pulse becomes features. Criteria are computed on the full signal,
 * never on a grid, which cuts peaks: by up to 1 g on real pulses.
 *
 * @param interval seconds between two values
 * @param size number of values, the first at first contact
 */
public record Grid(double interval, int size) {

    /** 130 ms every 2 ms with the end left out, as we read the LossVal paper: 65 values, the last at 128 ms. */
    public static final Grid TWO_MILLISECONDS = new Grid(0.002, 65);

    /** Checks both. */
    public Grid {
        if (!(interval > 0) || Double.isInfinite(interval)) {
            throw new IllegalArgumentException("interval (%s s) must be above 0".formatted(interval));
        }
        if (size < 1) {
            throw new IllegalArgumentException("size (%d) of a grid must be at least 1".formatted(size));
        }
    }

    /**
     * The signal at the times of this grid, by straight lines between samples; NaN outside the record. Filter it first,
     * or frequencies above half the grid's fold back.
     */
    public double[] sample(Signal signal) {
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            values[k] = Interpolation.at(signal, k * interval);
        }
        return values;
    }
}
