package assay.acquisition.trial;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * How much one arm of an experiment is ahead of another, when both were tried on the same draws.
 *
 * @param mean of the differences, first arm minus second
 * @param standardError of that mean; NaN for a single pair
 * @param lower lower end of its 95 % interval (Student's t); NaN for a single pair
 * @param upper upper end
 */
public record PairedDifference(double mean, double standardError, double lower, double upper) {

    private static final double CONFIDENCE = 0.95;

    /**
     * @param first at least one result
     * @param second the results of the other arm on the same draws, in the same order
     */
    public static PairedDifference of(double[] first, double[] second) {
        if (first.length == 0 || first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need as many results of one arm as of the other, but got %d and %d"
                            .formatted(first.length, second.length));
        }
        StreamingStatistics differences = new StreamingStatistics();
        for (int i = 0; i < first.length; i++) {
            differences.addValue(first[i] - second[i]);
        }
        double mean = differences.getMean();
        if (first.length < 2) {
            return new PairedDifference(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double error = differences.getStandardDeviation() / Math.sqrt(first.length);
        double half = new TDistribution(first.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2) * error;
        return new PairedDifference(mean, error, mean - half, mean + half);
    }
}
