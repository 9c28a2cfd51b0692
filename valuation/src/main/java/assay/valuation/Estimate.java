package assay.valuation;

import java.util.Arrays;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Values with standard errors, from so many pieces of work.
 *
 * @param values n; NaN where unknown yet
 * @param errors n; NaN where unknown
 * @param remarks what else is worth knowing, for people; may be empty
 */
record Estimate(double[] values, double[] errors, String remarks) {

    /**
     * Standard deviation of the true values: that of the estimates less what their errors add to it. 0 if the errors explain
     * all of it.
     */
    double spread() {
        double mean = 0;
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] / values.length;
            error += errors[i] * errors[i] / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(Math.max(0, squares / Math.max(1, values.length - 1) - error));
    }

    /** Share of the experiments whose standard error is at most {@code precision} times the spread of the values. */
    double shareWithin(double precision) {
        double bound = precision * spread();
        int within = 0;
        for (double error : errors) {
            within += error <= bound ? 1 : 0;
        }
        return (double) within / errors.length;
    }

    boolean isComplete() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Spearman's correlation with other values; NaN if either are constant or incomplete. */
    double rankCorrelation(Estimate other) {
        if (!isComplete() || !other.isComplete()) {
            return Double.NaN;
        }
        return new SpearmansCorrelation().correlation(values, other.values);
    }
}
