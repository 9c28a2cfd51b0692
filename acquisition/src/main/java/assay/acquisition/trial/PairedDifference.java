package assay.acquisition.trial;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * Two arms of an experiment, compared pair by pair.
 *
 * @param mean of arm minus control
 * @param lower lower end of its 95 % interval, by Student's t over the pairs
 * @param upper upper end
 * @param deviation standard deviation of the differences
 * @param pairs how many
 */
public record PairedDifference(double mean, double lower, double upper, double deviation, int pairs) {

    private static final double CONFIDENCE = 0.95;

    /**
     * @param arm at least 2 results
     * @param control as many, each from the same circumstances as the result of the arm at its position
     */
    public static PairedDifference of(double[] arm, double[] control) {
        if (arm.length != control.length || arm.length < 2) {
            throw new IllegalArgumentException(
                    "a paired comparison needs two results or more of both, but got %d of the arm and %d of the control"
                            .formatted(arm.length, control.length));
        }
        StreamingStatistics differences = new StreamingStatistics();
        for (int i = 0; i < arm.length; i++) {
            differences.addValue(arm[i] - control[i]);
        }
        int n = arm.length;
        double half = new TDistribution(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                * differences.getStandardDeviation()
                / Math.sqrt(n);
        double mean = differences.getMean();
        return new PairedDifference(mean, mean - half, mean + half, differences.getStandardDeviation(), n);
    }
}
