package assay.surrogate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1, lowest first; ties share the average of theirs. */
final class Ranks {

    private Ranks() {}

    /** @param values n numbers, none of them NaN */
    static double[] average(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[n];
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * Ranks less their mean, divided by their length: the product of two such is Spearman's correlation. All NaN if the
     * values are constant.
     */
    static double[] unit(double[] values) {
        double[] ranks = average(values);
        double mean = (values.length + 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] -= mean;
            squares += ranks[i] * ranks[i];
        }
        double length = squares > 0 ? Math.sqrt(squares) : Double.NaN;
        return Arrays.stream(ranks).map(r -> r / length).toArray();
    }
}
