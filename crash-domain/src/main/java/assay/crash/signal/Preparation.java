package assay.crash.signal;

import assay.crash.Signal;

/**
 * A recorded acceleration made ready to be read: its zero level taken off, then filtered.
 *
 * @param filter the channel frequency class
 * @param biasLimit largest zero level to believe, in the signal's unit
 */
public record Preparation(CfcFilter filter, double biasLimit) {

    /** The largest zero level of an accelerometer that is believed, in g. */
    public static final double BIAS_LIMIT = 3;

    /** The car's acceleration: CFC 60. */
    public static final Preparation CAR = new Preparation(CfcFilter.CFC_60, BIAS_LIMIT);
    /** The dummy's chest acceleration: CFC 180. */
    public static final Preparation CHEST = new Preparation(CfcFilter.CFC_180, BIAS_LIMIT);
    /** The dummy's head acceleration: CFC 1000. */
    public static final Preparation HEAD = new Preparation(CfcFilter.CFC_1000, BIAS_LIMIT);

    /** Checks that the limit is a magnitude. */
    public Preparation {
        if (!(biasLimit > 0)) {
            throw new IllegalArgumentException("bias limit (%s) must be above 0".formatted(biasLimit));
        }
    }

    /** The same with another filter. */
    public Preparation withFilter(CfcFilter other) {
        return new Preparation(other, biasLimit);
    }

    /**
     * The signal without its bias, filtered. A bias that could not be measured is not subtracted; ask {@link Bias#of}
     * whether that was so.
     *
     * @throws IllegalArgumentException if the bias is beyond the limit, or the sampling too slow for the filter
     */
    public Signal apply(Signal recorded) {
        Bias bias = Bias.of(recorded, biasLimit);
        if (bias.finding() == Bias.Finding.TOO_LARGE) {
            throw new IllegalArgumentException(("zero level before contact (%.2f) must be between -%s and %s. "
                            + "Maybe the sensor was off, its scale is wrong, or time zero is not first contact?")
                    .formatted(bias.value(), biasLimit, biasLimit));
        }
        return filter.apply(bias.removedFrom(recorded));
    }
}
