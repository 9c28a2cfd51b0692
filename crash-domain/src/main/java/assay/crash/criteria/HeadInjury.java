package assay.crash.criteria;

import assay.crash.Signal;

/**
 * The head injury criterion: the largest (t2 - t1) (mean of a over t1 .. t2)^2.5 of all windows up to a length, with a the
 * resultant acceleration of the head in g.
 *
 * <p>Every pair of samples is tried, with the integral by the trapezoid rule; for n samples and windows of w, n w square roots.
 *
 * @param value the criterion, in s g^2.5; NaN if the record holds no unbroken interval
 * @param start seconds after first contact
 * @param end seconds after first contact
 */
public record HeadInjury(double value, double start, double end) {

    /** Longest window of HIC15, in seconds. */
    public static final double HIC15 = 0.015;
    /** Longest window of HIC36, in seconds. */
    public static final double HIC36 = 0.036;

    /**
     * Searches the worst window.
     *
     * @param resultant of the head in g, CFC 1000
     * @param longest seconds of the longest window
     */
    public static HeadInjury of(Signal resultant, double longest) {
        double interval = resultant.interval();
        int steps = (int) Math.floor(longest / interval + 1e-6);
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "longest window (%s s) must be at least the sampling interval (%s s)".formatted(longest, interval));
        }
        double[] integral = new double[resultant.size()];
        for (int k = 0; k < integral.length; k++) {
            boolean begins = k == 0 || Double.isNaN(resultant.sample(k - 1));
            double area = begins ? 0 : interval / 2 * (resultant.sample(k - 1) + resultant.sample(k));
            integral[k] = Double.isNaN(resultant.sample(k)) ? Double.NaN : (begins ? 0 : integral[k - 1]) + area;
        }
        return worst(resultant, integral, steps);
    }

    private static HeadInjury worst(Signal resultant, double[] integral, int steps) {
        double[] scale = new double[steps + 1];
        for (int d = 1; d <= steps; d++) {
            scale[d] = Math.pow(d * resultant.interval(), -1.5);
        }
        double largest = Double.NaN;
        int start = 0;
        int length = 0;
        for (int i = 0; i < integral.length; i++) {
            for (int d = 1; d <= steps && i + d < integral.length; d++) {
                double area = integral[i + d] - integral[i];
                if (Double.isNaN(area)) {
                    break;
                }
                double value = area * area * Math.sqrt(Math.max(0, area)) * scale[d];
                if (!(value <= largest)) {
                    largest = value;
                    start = i;
                    length = d;
                }
            }
        }
        return Double.isNaN(largest)
                ? new HeadInjury(Double.NaN, Double.NaN, Double.NaN)
                : new HeadInjury(largest, resultant.time(start), resultant.time(start + length));
    }
}
