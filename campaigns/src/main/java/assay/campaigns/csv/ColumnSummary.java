package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column at a glance.
 *
 * @param column as declared and inferred
 * @param distinct how many different cells there are, without missing ones
 * @param missing how many cells are missing
 * @param range of a NUMERIC column with a filled cell
 * @param levels of a CATEGORICAL column, the most frequent first, at most 50; else empty
 */
public record ColumnSummary(Column column, int distinct, int missing, Optional<Range> range, List<Level> levels) {

    private static final int LEVELS = 50;

    /** Where numbers lie, in the unit of their column. */
    public record Range(double min, double mean, double max) {}

    /** A word, and how many rows have it. */
    public record Level(String name, int rows) {}

    static ColumnSummary of(TypedColumn typed) {
        return new ColumnSummary(typed.column(), typed.distinct(), typed.missing(), range(typed), levels(typed));
    }

    private static Optional<Range> range(TypedColumn typed) {
        double[] present = typed.column().kind() == Kind.NUMERIC
                ? Arrays.stream(typed.numbers()).filter(x -> !Double.isNaN(x)).toArray()
                : new double[0];
        return present.length == 0
                ? Optional.empty()
                : Optional.of(new Range(
                        Arrays.stream(present).min().getAsDouble(),
                        Arrays.stream(present).average().getAsDouble(),
                        Arrays.stream(present).max().getAsDouble()));
    }

    private static List<Level> levels(TypedColumn typed) {
        if (typed.column().kind() != Kind.CATEGORICAL) {
            return List.of();
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String text : typed.texts()) {
            if (!text.isEmpty()) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Level(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Level::rows).reversed().thenComparing(Level::name))
                .limit(LEVELS)
                .toList();
    }
}
