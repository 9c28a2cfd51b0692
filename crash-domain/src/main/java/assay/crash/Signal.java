package assay.crash;

import java.util.function.DoubleUnaryOperator;

/**
 * Evenly sampled measurements: sample k was taken {@code (firstIndex + k) * interval} seconds after first contact.
 * A sample that was not taken is NaN. Immutable.
 */
public final class Signal {

    private final double interval;
    private final int firstIndex;
    private final double[] samples;

    private Signal(double interval, int firstIndex, double[] samples) {
        this.interval = interval;
        this.firstIndex = firstIndex;
        this.samples = samples;
    }

    /**
     * @param interval seconds between two samples, above 0
     * @param firstIndex index of the first sample, negative before first contact, 0 at first contact
     * @param samples at least one; copied
     */
    public static Signal of(double interval, int firstIndex, double[] samples) {
        if (!(interval > 0) || Double.isInfinite(interval)) {
            throw new IllegalArgumentException("interval (%s s) must be above 0".formatted(interval));
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException("a signal must have at least one sample");
        }
        return new Signal(interval, firstIndex, samples.clone());
    }

    /** Seconds between two samples. */
    public double interval() {
        return interval;
    }

    /** Index of the first sample; index 0 is first contact. */
    public int firstIndex() {
        return firstIndex;
    }

    /** Number of samples. */
    public int size() {
        return samples.length;
    }

    /** Sample {@code k}, counted from the first one. */
    public double sample(int k) {
        return samples[k];
    }

    /** Seconds after first contact at which sample {@code k} was taken. */
    public double time(int k) {
        return (firstIndex + k) * interval;
    }

    /** A copy of all samples. */
    public double[] samples() {
        return samples.clone();
    }

    /** The same times with other samples. */
    public Signal map(DoubleUnaryOperator function) {
        double[] mapped = new double[samples.length];
        for (int k = 0; k < mapped.length; k++) {
            mapped[k] = function.applyAsDouble(samples[k]);
        }
        return new Signal(interval, firstIndex, mapped);
    }
}
