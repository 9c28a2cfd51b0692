package assay.campaigns.cli;

import assay.acquisition.Column;
import assay.acquisition.Encoding;
import assay.acquisition.Kind;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.campaigns.csv.TableFile;
import assay.kernels.Distances;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The tests that a pick is most like, in plain units: {@code like T017, but mass +120 kg, airbag none instead of standard}. Near and far as
 * everywhere: Euclidean distance in encoded configurable features.
 */
final class Likeness {

    private static final int SHOWN = 4;
    private static final double SAME = 1e-9;

    /**
     * The nearest test of one kind.
     *
     * @param id its name
     * @param distance in encoded configurable features
     * @param text how the pick differs, in the units of the columns
     */
    record Neighbour(String id, double distance, String text) {}

    /**
     * What a pick is like.
     *
     * @param past the nearest known test
     * @param pending the nearest test under way; absent if there is none
     * @param batch the nearest other pick; absent if there is none
     */
    record Neighbours(Neighbour past, Optional<Neighbour> pending, Optional<Neighbour> batch) {

        /** All of it, to be put behind a reason. */
        String describe() {
            List<String> parts = new ArrayList<>();
            if (past.distance() >= SAME) {
                parts.add("like %s, but %s".formatted(past.id(), past.text()));
            }
            pending.ifPresent(test -> parts.add(told("pending " + test.id(), test)));
            batch.ifPresent(test -> parts.add(told(test.id() + " of this plan", test)));
            return String.join("; ", parts);
        }

        private static String told(String name, Neighbour test) {
            return test.distance() < SAME ? "same settings as " + name : "like %s, but %s".formatted(name, test.text());
        }
    }

    private final Encoding encoding;
    private final Table known;
    private final Optional<TableFile> pending;
    private final Table candidates;
    private final Matrix features;

    Likeness(KnownTests tests, PoolFile pool, Optional<TableFile> pending) {
        this.encoding = tests.encoding();
        this.known = tests.file().table();
        this.pending = pending;
        this.candidates = pool.file().table();
        this.features = pool.pool().features();
    }

    /** Of each pick, in their order. */
    List<Neighbours> of(Plan plan) {
        Matrix past = encoding.candidates(known).features();
        Optional<Matrix> underway =
                pending.map(file -> encoding.candidates(file.table()).features());
        int[] batch = plan.picks().stream().mapToInt(Pick::candidate).toArray();
        Matrix together = features.select(batch);
        return IntStream.range(0, batch.length)
                .mapToObj(i -> new Neighbours(
                        nearest(batch[i], past, known, row -> true).orElseThrow(),
                        underway.flatMap(matrix ->
                                nearest(batch[i], matrix, pending.orElseThrow().table(), row -> true)),
                        nearest(batch[i], together, candidates.select(batch), row -> row != i)))
                .toList();
    }

    private Optional<Neighbour> nearest(int candidate, Matrix tests, Table table, IntPredicate which) {
        double[] own = features.row(candidate);
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < tests.rows(); row++) {
            double distance = which.test(row)
                    ? Distances.squared(own, 0, tests.row(row), 0, own.length)
                    : Double.POSITIVE_INFINITY;
            if (distance < least) {
                least = distance;
                nearest = row;
            }
        }
        return nearest < 0
                ? Optional.empty()
                : Optional.of(new Neighbour(
                        table.ids().get(nearest), Math.sqrt(least), differences(candidate, table, nearest)));
    }

    /** A difference and how much of the distance it is. */
    private record Difference(double weight, String text) {}

    private String differences(int candidate, Table table, int row) {
        List<Difference> differences = new ArrayList<>();
        for (Column column : candidates.schema().columns(Role.CONFIGURABLE)) {
            int own = candidates.schema().indexOf(column.name()).orElseThrow();
            int other = table.schema().indexOf(column.name()).orElseThrow();
            if (!candidates.text(candidate, own).equals(table.text(row, other))) {
                differences.add(difference(column, candidate, own, table, row, other));
            }
        }
        List<String> texts = differences.stream()
                .sorted(Comparator.comparingDouble(difference -> -difference.weight()))
                .map(Difference::text)
                .toList();
        if (texts.isEmpty()) {
            return "no difference";
        }
        String some = String.join(", ", texts.subList(0, Math.min(SHOWN, texts.size())));
        return texts.size() > SHOWN ? some + " and %d more".formatted(texts.size() - SHOWN) : some;
    }

    private Difference difference(Column column, int candidate, int own, Table table, int row, int other) {
        boolean numbers =
                column.kind() == Kind.NUMERIC && !candidates.isMissing(candidate, own) && !table.isMissing(row, other);
        if (numbers) {
            double by = candidates.number(candidate, own) - table.number(row, other);
            String unit = column.unit().isEmpty() ? "" : " " + column.unit();
            return new Difference(
                    Math.abs(by) / spread(column), column.name() + (by > 0 ? " +" : " ") + plain(by) + unit);
        }
        return new Difference(
                Math.sqrt(2),
                "%s %s instead of %s"
                        .formatted(column.name(), word(candidates, candidate, own), word(table, row, other)));
    }

    private static String word(Table table, int row, int column) {
        return table.isMissing(row, column) ? "unknown" : table.text(row, column);
    }

    private static String plain(double number) {
        return new BigDecimal(number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Standard deviation over the known tests; 1 where they are all alike. */
    private double spread(Column column) {
        int position = known.schema().indexOf(column.name()).orElseThrow();
        double[] present = IntStream.range(0, known.size())
                .filter(row -> !known.isMissing(row, position))
                .mapToDouble(row -> known.number(row, position))
                .toArray();
        double mean = IntStream.range(0, present.length)
                .mapToDouble(i -> present[i])
                .average()
                .orElse(0);
        double squares = IntStream.range(0, present.length)
                .mapToDouble(i -> (present[i] - mean) * (present[i] - mean))
                .average()
                .orElse(0);
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
