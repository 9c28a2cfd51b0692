package assay.crash.criteria;

import assay.crash.Signal;

/**
 * The head injury criterion: the largest (t2 - t1) (mean of a over t1 .. t2)^2.5 of all windows up to a length, with a the
 * resultant acceleration of the head in g.
 *
 * <p>The maximum over all pairs of samples, with the integral by the trapezoid rule. Windows that cannot reach the best one so
 * far are passed over: too short for the largest sample, or too long for all that their start has before it. At most
 * n w square roots for n samples and windows of w samples, on real heads a small part of it.
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
        if (!(longest >= interval * (1 - 1e-6))) {
            throw new IllegalArgumentException(
                    "longest window (%s s) must be at least the sampling interval (%s s)".formatted(longest, interval));
        }
        int steps = (int) Math.min(resultant.size() - 1, Math.floor(longest / interval + 1e-6));
        double[] integral = new double[resultant.size()];
        for (int k = 0; k < integral.length; k++) {
            boolean begins = k == 0 || Double.isNaN(resultant.sample(k - 1));
            double area = begins ? 0 : interval / 2 * (resultant.sample(k - 1) + resultant.sample(k));
            integral[k] = Double.isNaN(resultant.sample(k)) ? Double.NaN : (begins ? 0 : integral[k - 1]) + area;
        }
        return worst(resultant, integral, steps);
    }

    private static HeadInjury worst(Signal resultant, double[] integral, int steps) {
        double interval = resultant.interval();
        double[] scale = new double[steps + 1];
        for (int d = 1; d <= steps; d++) {
            scale[d] = Math.pow(d * interval, -1.5);
        }
        // A window of d intervals is worth at most d * interval * highest^2.5.
        double fastest = power(highest(resultant)) * interval;
        int[] unbroken = endsOfRuns(integral);
        double largest = Double.NaN;
        int start = 0;
        int length = 0;
        // The longest windows first: the best of them lets most of the others be passed over.
        for (int i = 0; i < integral.length; i++) {
            int d = Math.min(unbroken[i], i + steps) - i;
            double value = d > 0 ? power(integral[i + d] - integral[i]) * scale[d] : Double.NaN;
            if (value > largest || Double.isNaN(largest)) {
                largest = value;
                start = i;
                length = d;
            }
        }
        for (int i = 0; i < integral.length; i++) {
            int last = Math.min(unbroken[i], i + steps);
            double most = power(integral[last] - integral[i]);
            int first = largest > 0 ? (int) Math.max(1, Math.floor(largest / fastest * (1 - 1e-9))) : 1;
            for (int d = first; d < last - i && !(most * scale[d] < largest); d++) {
                double value = power(integral[i + d] - integral[i]) * scale[d];
                if (value > largest) {
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

    private static double power(double area) {
        return area * area * Math.sqrt(area);
    }

    private static double highest(Signal resultant) {
        double highest = 0;
        for (int k = 0; k < resultant.size(); k++) {
            if (resultant.sample(k) < 0) {
                throw new IllegalArgumentException(
                        "a resultant must not be negative, but sample %d is %s. Maybe it is a single axis?"
                                .formatted(k, resultant.sample(k)));
            }
            if (resultant.sample(k) > highest) {
                highest = resultant.sample(k);
            }
        }
        return highest;
    }

    /** For every sample the last one that can be reached without a gap; a missing sample reaches itself. */
    private static int[] endsOfRuns(double[] integral) {
        int[] ends = new int[integral.length];
        for (int k = integral.length - 1; k >= 0; k--) {
            boolean goesOn = k + 1 < integral.length && !Double.isNaN(integral[k]) && !Double.isNaN(integral[k + 1]);
            ends[k] = goesOn ? ends[k + 1] : k;
        }
        return ends;
    }
}
