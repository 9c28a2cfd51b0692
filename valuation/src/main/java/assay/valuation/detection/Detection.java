package assay.valuation.detection;

import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.Set;

/**
 * How well low values point at spoiled experiments. All figures but the first depend on the order of the values alone, and
 * equal values count as if they stood in random order.
 *
 * @param f1 of calling the lower cluster of {@link TwoMeans} spoiled; random values reach about p / (p + 1/2) for a share p
 * @param auroc probability that a spoiled experiment has a lower value than a sound one, ties counting half
 * @param averagePrecision precision among the lowest values, averaged over the spoiled experiments; random values reach
 *     little more than the share of spoiled experiments
 * @param discoveryMean mean height of the {@link DiscoveryCurve}; random values reach 1/2
 */
public record Detection(double f1, double auroc, double averagePrecision, double discoveryMean) {

    /**
     * @param spoiled rows that were spoiled, at least one and not all
     */
    public static Detection of(Valuation valuation, Set<Integer> spoiled) {
        double[] values = valuation.values();
        LowestFirst order = new LowestFirst(values, spoiled);
        return new Detection(
                f1(values, spoiled),
                order.auroc(),
                order.averagePrecision(values),
                DiscoveryCurve.of(order).mean());
    }

    /**
     * Share of spoiled experiments among the k with the lowest values.
     *
     * @param k 1 .. n
     */
    public static double precisionAt(int k, Valuation valuation, Set<Integer> spoiled) {
        if (k < 1 || k > valuation.size()) {
            throw new IllegalArgumentException(
                    "k (%d) must be between 1 and the number of experiments (%d)".formatted(k, valuation.size()));
        }
        return new LowestFirst(valuation.values(), spoiled).found(k) / k;
    }

    private static double f1(double[] values, Set<Integer> spoiled) {
        int[] called = TwoMeans.lowerCluster(values);
        long hits = Arrays.stream(called).filter(spoiled::contains).count();
        return 2.0 * hits / (called.length + spoiled.size());
    }
}
