package assay.valuation.detection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;

/**
 * Experiments in the order in which values call them spoiled, the lowest value first. Experiments of equal value have no
 * order: what they contribute is the mean over all orders of theirs, so no figure depends on the order of rows. Immutable.
 */
final class LowestFirst {

    private final int n;
    private final int bad;
    private final double[] found;

    /**
     * @param values n, no NaN
     * @param spoiled positions, at least one and not all
     */
    LowestFirst(double[] values, Set<Integer> spoiled) {
        this.n = values.length;
        this.bad = spoiled.size();
        if (bad < 1 || bad >= n || !spoiled.stream().allMatch(row -> row >= 0 && row < n)) {
            throw new IllegalArgumentException(
                    "spoiled rows (%d) must be rows of the valuation, at least 1 and fewer than all %d"
                            .formatted(bad, n));
        }
        this.found = found(values, spoiled);
    }

    private static double[] found(double[] values, Set<Integer> spoiled) {
        int n = values.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] found = new double[n + 1];
        for (int from = 0; from < n; ) {
            int to = from;
            int hits = 0;
            while (to < n && values[order[to]] == values[order[from]]) {
                hits += spoiled.contains(order[to]) ? 1 : 0;
                to++;
            }
            for (int k = from + 1; k <= to; k++) {
                found[k] = found[from] + hits * (double) (k - from) / (to - from);
            }
            from = to;
        }
        return found;
    }

    int size() {
        return n;
    }

    int spoiled() {
        return bad;
    }

    /** How many of the k lowest are spoiled, on average over the orders of equal values. */
    double found(int k) {
        return found[k];
    }

    /** Probability that a spoiled experiment has a lower value than a sound one, ties counting half. */
    double auroc() {
        double area = 0;
        for (int k = 1; k <= n; k++) {
            double hits = found[k] - found[k - 1];
            // A step right by the sound share of this place, under the mean height of the curve there.
            area += (1 - hits) * (found[k] + found[k - 1]) / 2;
        }
        return area / ((double) bad * (n - bad));
    }

    /**
     * Mean over the places of the precision there, weighted by the spoiled rows found there. Of equal values the precision
     * is that at the end of the tie, as scikit-learn's {@code average_precision_score} has it.
     */
    double averagePrecision(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double before = 0;
        for (int k = 1; k <= n; k++) {
            if (k == n || sorted[k] != sorted[k - 1]) {
                sum += (found[k] - before) * found[k] / k;
                before = found[k];
            }
        }
        return sum / bad;
    }
}
