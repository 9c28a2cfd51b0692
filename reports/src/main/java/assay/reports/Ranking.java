package assay.reports;

import assay.acquisition.Pick;
import assay.acquisition.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The ranked table.
 *
 * @param settings the columns in which the rows differ
 * @param shared one sentence about the settings that all rows share and that have no column, empty if none
 * @param left sentence about predictions that the strategy does not make and that have no column, empty if none
 * @param costLabel heading of the costs, with the currency
 */
record Ranking(
        List<Setting> settings,
        String shared,
        String left,
        boolean hasExpected,
        boolean hasProbability,
        String costLabel,
        List<Row> rows) {

    /** Settings that all rows share get a column each up to this many columns. */
    private static final int MANY_SETTINGS = 6;

    /** A line of the table; {@code settings} are as many as the table's. */
    record Row(
            int rank,
            String id,
            List<Cell> settings,
            Cell expected,
            String interval,
            String copy,
            Optional<Bar> bar,
            Cell probability,
            Cell nearest,
            Cell distance,
            Cell cost,
            String reason) {}

    static Ranking of(RankingReport report, List<Setting> all, List<Pick> picks, int firstRank) {
        Table pool = report.candidates();
        List<Setting> shared = picks.size() < 2 || all.size() <= MANY_SETTINGS
                ? List.of()
                : all.stream().filter(s -> isShared(pool, s, picks)).toList();
        List<Setting> shown = all.stream().filter(s -> !shared.contains(s)).toList();
        boolean hasExpected = anyKnown(picks, Pick::expectedValue);
        boolean hasProbability = anyKnown(picks, Pick::probabilityInBatch);
        Decimals money = Decimals.ofMoney(picks.stream().mapToDouble(Pick::cost).toArray());
        List<Row> rows = new ArrayList<>();
        for (Pick pick : picks) {
            List<Cell> cells = shown.stream()
                    .map(s -> Cell.of(pool, pick.candidate(), s.inCandidates()))
                    .toList();
            rows.add(row(pick, firstRank + rows.size(), cells, money));
        }
        return new Ranking(
                shown,
                sharedSentence(pool, shared, picks),
                leftOut(picks, hasExpected, hasProbability),
                hasExpected,
                hasProbability,
                report.currency().isEmpty() ? "Cost" : "Cost [" + report.currency() + "]",
                List.copyOf(rows));
    }

    private static Row row(Pick pick, int rank, List<Cell> settings, Decimals money) {
        Cell expected = Cell.of(pick.expectedValue(), Decimals.TWO);
        Cell lower = Cell.of(pick.lower(), Decimals.TWO);
        Cell upper = Cell.of(pick.upper(), Decimals.TWO);
        return new Row(
                rank,
                pick.id(),
                settings,
                expected,
                expected.key().isEmpty() ? "" : lower.text() + " to " + upper.text(),
                String.join("\t", expected.key(), lower.key(), upper.key()),
                expected.key().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Bar(
                                0, 1, pick.lower(), pick.expectedValue(), pick.upper(), OptionalDouble.empty())),
                Cell.of(pick.probabilityInBatch(), Decimals.TWO),
                Cell.of(pick.nearestPast()),
                Cell.of(pick.distance(), Decimals.TWO),
                Cell.of(pick.cost(), money),
                pick.reason());
    }

    private static boolean isShared(Table pool, Setting setting, List<Pick> picks) {
        return picks.stream()
                        .map(pick -> Cell.of(pool, pick.candidate(), setting.inCandidates()))
                        .distinct()
                        .count()
                == 1;
    }

    private static String sharedSentence(Table pool, List<Setting> shared, List<Pick> picks) {
        List<String> parts = shared.stream()
                .map(s -> s.column().label() + " = "
                        + Cell.of(pool, picks.get(0).candidate(), s.inCandidates())
                                .text())
                .toList();
        return parts.isEmpty() ? "" : "The same in all of these: " + String.join(", ", parts) + ".";
    }

    private static String leftOut(List<Pick> picks, boolean hasExpected, boolean hasProbability) {
        if (picks.isEmpty() || hasExpected && hasProbability) {
            return "";
        }
        return hasExpected
                ? "This strategy gives no probability of being in the batch."
                : hasProbability
                        ? "This strategy expects no values."
                        : "This strategy expects no values and gives no probability of being in the batch.";
    }

    private static boolean anyKnown(List<Pick> picks, ToDoubleFunction<Pick> number) {
        return picks.stream().mapToDouble(number).anyMatch(Double::isFinite);
    }
}
