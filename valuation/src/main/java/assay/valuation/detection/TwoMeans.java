package assay.valuation.detection;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Splits numbers into a lower and an upper cluster: the exact 2-means of a line, by trying every split of the sorted
 * numbers. The rule of OpenDataVal for calling experiments noisy. It depends on the scale of the values, not on their
 * order alone: one outlier can take a cluster for itself.
 */
public final class TwoMeans {

    private TwoMeans() {}

    /**
     * @param values at least 2
     * @return positions of the lower cluster, ascending; of equally good splits the one with the smallest lower cluster
     */
    public static int[] lowerCluster(double[] values) {
        int n = values.length;
        if (n < 2) {
            throw new IllegalArgumentException("two clusters need at least 2 values but got %d".formatted(n));
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double total = 0;
        double totalOfSquares = 0;
        for (double v : values) {
            total += v;
            totalOfSquares += v * v;
        }
        double sum = 0;
        double squares = 0;
        double best = Double.POSITIVE_INFINITY;
        int split = 1;
        for (int left = 1; left < n; left++) {
            double v = values[order[left - 1]];
            sum += v;
            squares += v * v;
            double right = total - sum;
            double cost = (squares - sum * sum / left) + (totalOfSquares - squares - right * right / (n - left));
            if (cost < best) {
                best = cost;
                split = left;
            }
        }
        int[] lower = new int[split];
        for (int i = 0; i < split; i++) {
            lower[i] = order[i];
        }
        Arrays.sort(lower);
        return lower;
    }
}
