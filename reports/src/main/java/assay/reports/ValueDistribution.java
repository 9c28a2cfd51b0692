package assay.reports;

import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.acquisition.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the values of the past tests are spread, and which tests lie at the ends.
 *
 * @param summary the middle of the distribution, in words
 * @param target heading of the measured result; empty if the history has none
 */
record ValueDistribution(
        Histogram histogram, String summary, List<Setting> settings, String target, List<Row> most, List<Row> least) {

    private static final int EXTREMES = 5;

    /** A past test; its settings are in the order of {@link ValueDistribution#settings()}. */
    record Row(int rank, String id, Cell value, Cell standardError, Cell target, List<Cell> settings) {}

    static ValueDistribution of(Valuation valuation, Table history, List<Setting> settings) {
        int n = valuation.size();
        double[] sorted = valuation.values();
        Arrays.sort(sorted);
        Decimals decimals = Decimals.fitting(sorted);
        int[] byRank = new int[n];
        for (int row = 0; row < n; row++) {
            byRank[valuation.rank(row) - 1] = row;
        }
        int ends = Math.min(EXTREMES, (n + 1) / 2);
        Optional<Integer> target = history.schema().indexOf(Role.TARGET);
        Map<String, Integer> rowOf = rows(history);
        List<Row> rows = IntStream.range(0, n)
                .filter(place -> place < ends || place >= Math.max(ends, n - ends))
                .mapToObj(place -> row(valuation, byRank[place], history, rowOf, target, settings, decimals))
                .toList();
        return new ValueDistribution(
                Histogram.of(sorted),
                n == 0
                        ? "No past test was valued."
                        : "%s past tests; half of the values lie between %s and %s, the median is %s."
                                .formatted(
                                        Decimals.WHOLE.write(n),
                                        decimals.write(quantile(sorted, 0.25)),
                                        decimals.write(quantile(sorted, 0.75)),
                                        decimals.write(quantile(sorted, 0.5))),
                settings,
                target.map(c -> history.schema().columns().get(c).label()).orElse(""),
                rows.stream().filter(row -> row.rank <= ends).toList(),
                rows.stream().filter(row -> row.rank > ends).toList());
    }

    private static Row row(
            Valuation valuation,
            int row,
            Table history,
            Map<String, Integer> rowOf,
            Optional<Integer> target,
            List<Setting> settings,
            Decimals decimals) {
        int known = rowOf.get(valuation.id(row));
        List<Cell> cells = new ArrayList<>();
        for (Setting setting : settings) {
            cells.add(Cell.of(history, known, setting.inHistory()));
        }
        return new Row(
                valuation.rank(row),
                valuation.id(row),
                Cell.of(valuation.value(row), decimals),
                Cell.of(valuation.standardError(row), decimals),
                target.map(c -> Cell.of(history, known, c)).orElse(Cell.of("")),
                List.copyOf(cells));
    }

    private static Map<String, Integer> rows(Table history) {
        Map<String, Integer> rows = new HashMap<>();
        List<String> ids = history.ids();
        for (int row = 0; row < ids.size(); row++) {
            rows.putIfAbsent(ids.get(row), row);
        }
        return rows;
    }

    /** Linear between order statistics. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
