package assay.acquisition.trial;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Adjusts p values for there being several: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scand. J. Stat. 6, 1979. */
final class Holm {

    private Holm() {}

    /**
     * Each is to be compared with the level that holds for all together. Those that are NaN stay so, and do not count.
     *
     * @param pValues in any order
     * @return in the same order
     */
    static double[] adjusted(double[] pValues) {
        List<Integer> order = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = pValues.clone();
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int i = order.get(rank);
            largest = Math.max(largest, Math.min(1, (order.size() - rank) * pValues[i]));
            adjusted[i] = largest;
        }
        return adjusted;
    }
}
