package assay.crash.criteria;

import assay.crash.signal.Motion;

/**
 * An occupant's way from one speed to another at constant deceleration: the idea behind OLC and ROLC_p.
 *
 * @param startTime seconds after first contact
 * @param startSpeed m/s
 * @param endTime seconds after first contact
 * @param endSpeed m/s
 */
public record LoadLine(double startTime, double startSpeed, double endTime, double endSpeed) {

    /** A line that the record does not determine. */
    public static final LoadLine MISSING = new LoadLine(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The deceleration in g; NaN if the line is missing. */
    public double deceleration() {
        return (startSpeed - endSpeed) / (endTime - startTime) / Motion.GRAVITY;
    }

    public boolean isMissing() {
        return Double.isNaN(deceleration());
    }
}
