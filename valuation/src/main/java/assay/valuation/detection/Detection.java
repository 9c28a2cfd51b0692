package assay.valuation.detection;

import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;

/**
 * How well low values point at spoiled experiments.
 *
 * @param f1 of calling the lower cluster of {@link TwoMeans} spoiled
 * @param auroc probability that a spoiled experiment has a lower value than a sound one, ties counting half
 */
public record Detection(double f1, double auroc) {

    /**
     * @param spoiled rows that were spoiled, at least one and not all
     */
    public static Detection of(Valuation valuation, Set<Integer> spoiled) {
        double[] values = valuation.values();
        long hits = Arrays.stream(TwoMeans.lowerCluster(values))
                .filter(spoiled::contains)
                .count();
        int called = TwoMeans.lowerCluster(values).length;
        return new Detection(2.0 * hits / (called + spoiled.size()), auroc(values, spoiled));
    }

    private static double auroc(double[] values, Set<Integer> spoiled) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double rankSum = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (spoiled.contains(order[i])) {
                    rankSum += rank;
                }
            }
            from = to;
        }
        double bad = spoiled.size();
        double good = values.length - bad;
        return 1 - (rankSum - bad * (bad + 1) / 2) / (bad * good);
    }
}
