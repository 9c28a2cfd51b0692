package assay.reports;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A point with its interval on a short rail, for a line of text. What lies beyond the rail is drawn at its end.
 *
 * @param from left end of the rail
 * @param to right end
 * @param lower lower end of the interval; NaN if unknown
 * @param middle the point
 * @param upper upper end of the interval; NaN if unknown
 * @param limit a mark on the rail that the point, or the interval, should be above
 */
record Bar(double from, double to, double lower, double middle, double upper, OptionalDouble limit) {

    private static final double LEFT = 6;
    private static final double LENGTH = 108;

    boolean hasInterval() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    String atLower() {
        return at(lower);
    }

    String atMiddle() {
        return at(middle);
    }

    String atUpper() {
        return at(upper);
    }

    String atLimit() {
        return at(limit.orElseThrow());
    }

    private String at(double value) {
        double share = Math.min(1, Math.max(0, (value - from) / (to - from)));
        return String.format(Locale.ROOT, "%.1f", LEFT + LENGTH * share);
    }
}
