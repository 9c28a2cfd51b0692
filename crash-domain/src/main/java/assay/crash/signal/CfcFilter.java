package assay.crash.signal;

import assay.crash.Signal;
import java.util.Arrays;

/**
 * The phaseless four-pole Butterworth filter of a channel frequency class: SAE J211-1, appendix C, and ISO 6487. A
 * two-pole filter runs forward and then backward; both ends are first prolonged by point reflection over 10 ms, at least
 * 100 samples, as in ISO 6487.
 *
 * <p>Both standards aim at -3 dB at CFC / 0.6. We take J211's constant 2.0775 in the corner frequency; ISO 6487 writes
 * 1.25 / 0.6, which is 0.28 % more.
 *
 * @param channelFrequencyClass in Hz: 60, 180, 600 and 1000 are usual, 20 occurs
 */
public record CfcFilter(double channelFrequencyClass) {

    /** Car structure: pulse, peaks and their integrals. */
    public static final CfcFilter CFC_60 = new CfcFilter(60);
    /** Chest acceleration and deflection; car structure where only integrals are taken. */
    public static final CfcFilter CFC_180 = new CfcFilter(180);
    /** Femur forces. */
    public static final CfcFilter CFC_600 = new CfcFilter(600);
    /** Head acceleration. */
    public static final CfcFilter CFC_1000 = new CfcFilter(1000);

    private static final double CORNER = 2.0775;
    private static final double SLOWEST_SAMPLING = 10;
    private static final double REFLECTED_SECONDS = 0.010;
    private static final int REFLECTED_SAMPLES = 100;
    private static final int STARTING_SAMPLES = 10;

    /** Checks that the class is a frequency. */
    public CfcFilter {
        if (!(channelFrequencyClass > 0) || Double.isInfinite(channelFrequencyClass)) {
            throw new IllegalArgumentException(
                    "channel frequency class (%s) must be above 0".formatted(channelFrequencyClass));
        }
    }

    /** Whether the signal is sampled at 10 times the class or faster, as J211 asks. */
    public boolean suits(Signal signal) {
        return 1 / signal.interval() >= SLOWEST_SAMPLING * channelFrequencyClass * (1 - 1e-9);
    }

    /**
     * Filters the unbroken run of samples around first contact, or the first unbroken run where the record starts later;
     * samples before and after that run come out missing, since a recursive filter cannot step over a gap.
     *
     * @throws IllegalArgumentException if the signal is sampled slower than 10 times the class
     */
    public Signal apply(Signal signal) {
        if (!suits(signal)) {
            throw new IllegalArgumentException(
                    ("a signal sampled at %.0f Hz cannot be filtered with CFC %.0f, which needs at least %.0f Hz. "
                                    + "Maybe it was thinned out, or its time step is not in seconds?")
                            .formatted(
                                    1 / signal.interval(),
                                    channelFrequencyClass,
                                    SLOWEST_SAMPLING * channelFrequencyClass));
        }
        double[] samples = signal.samples();
        Run run = Run.aroundContact(samples, signal.firstIndex());
        double[] filtered = new double[samples.length];
        Arrays.fill(filtered, Double.NaN);
        if (run.length() > 0) {
            double[] part = Arrays.copyOfRange(samples, run.from(), run.to());
            System.arraycopy(bothWays(part, signal.interval()), 0, filtered, run.from(), part.length);
        }
        return Signal.of(signal.interval(), signal.firstIndex(), filtered);
    }

    private double[] bothWays(double[] x, double interval) {
        int n = x.length;
        int margin = Math.min(n - 1, Math.max(REFLECTED_SAMPLES, (int) Math.round(REFLECTED_SECONDS / interval)));
        double[] y = new double[n + 2 * margin];
        System.arraycopy(x, 0, y, margin, n);
        for (int k = 1; k <= margin; k++) {
            y[margin - k] = 2 * x[0] - x[k];
            y[margin + n - 1 + k] = 2 * x[n - 1] - x[n - 1 - k];
        }
        Coefficients coefficients = coefficients(interval);
        coefficients.run(y);
        reverse(y);
        coefficients.run(y);
        reverse(y);
        return Arrays.copyOfRange(y, margin, margin + n);
    }

    private static void reverse(double[] y) {
        for (int i = 0, j = y.length - 1; i < j; i++, j--) {
            double swap = y[i];
            y[i] = y[j];
            y[j] = swap;
        }
    }

    Coefficients coefficients(double interval) {
        double corner = StrictMath.tan(Math.PI * channelFrequencyClass * CORNER * interval);
        double square = corner * corner;
        double diagonal = Math.sqrt(2) * corner;
        double scale = 1 + diagonal + square;
        return new Coefficients(corner, square / scale, -2 * (square - 1) / scale, (-1 + diagonal - square) / scale);
    }

    /**
     * y[k] = a0 (x[k] + 2 x[k-1] + x[k-2]) + b1 y[k-1] + b2 y[k-2].
     *
     * @param corner the prewarped corner frequency, tan(pi f T)
     */
    record Coefficients(double corner, double a0, double b1, double b2) {

        /** One pass in place, started at the mean of the first ten samples. */
        void run(double[] x) {
            int starting = Math.min(STARTING_SAMPLES, x.length);
            double start = Arrays.stream(x, 0, starting).average().orElseThrow();
            double x2 = x[0];
            double x1 = x.length > 1 ? x[1] : x[0];
            double y2 = start;
            double y1 = start;
            x[0] = start;
            if (x.length > 1) {
                x[1] = start;
            }
            for (int k = 2; k < x.length; k++) {
                double y = a0 * (x[k] + 2 * x1 + x2) + b1 * y1 + b2 * y2;
                x2 = x1;
                x1 = x[k];
                y2 = y1;
                y1 = y;
                x[k] = y;
            }
        }
    }
}
