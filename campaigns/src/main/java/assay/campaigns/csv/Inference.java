package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds out kind and role of columns, and reads their cells accordingly. What is declared always holds; the rest is
 * inferred from the cells that are not missing, by the first rule that applies.
 *
 * <p>Kind:
 *
 * <ol>
 *   <li>the ID is TEXT, so that {@code 007} stays as it is; the COST is NUMERIC; the target of a declared regression is
 *       NUMERIC, that of a declared classification is NUMERIC only if all cells are numbers, else CATEGORICAL;
 *   <li>NUMERIC if at least 80 % of the cells are meant as numbers; numbers with a decimal comma, {@code NaN} and the like
 *       are meant as numbers too, and every cell that is not a finite decimal number is an error;
 *   <li>DATE if at least 80 % of the cells are ISO 8601 dates, with or without a time, or if the column is declared the
 *       TIME; every other cell is an error;
 *   <li>CATEGORICAL if it is declared the target or an input, or has at most 50 different cells and at most half as many
 *       as it has rows, unless most look like dates of another notation;
 *   <li>TEXT.
 * </ol>
 *
 * <p>Role:
 *
 * <ol>
 *   <li>ID: called {@code id}, {@code test_id}, {@code testId} or the like, and no cell is missing or occurs twice; the
 *       first such column, unless an ID is declared. Further ones are IGNORED, and so are those in which a few cells occur
 *       twice (at least 90 % are different): an identifier is no input;
 *   <li>TIME: a DATE called {@code date}, {@code time}, {@code test_date} or the like without missing cells; the first
 *       such column, unless one is declared. Other DATE columns are IGNORED;
 *   <li>COST: a NUMERIC column called {@code cost} or {@code price}; the first one, unless one is declared;
 *   <li>MEASURED: other NUMERIC and CATEGORICAL columns;
 *   <li>IGNORED: TEXT.
 * </ol>
 *
 * <p>Whatever is IGNORED without being asked for comes with a warning. Remembers which roles are taken; not thread-safe.
 */
final class Inference {

    /** Share of the filled cells that decides on the kind. */
    private static final int MOST_PERCENT = 80;

    private static final int FEW_LEVELS = 50;
    private static final double ALMOST_UNIQUE = 0.9;
    private static final Pattern ID_NAME = Pattern.compile("(?i:id|.*[_\\- ]id)|.*\\p{Ll}I[dD]");
    private static final Pattern TIME_NAME =
            Pattern.compile("(?i)(.*[_\\- ])?(date|time|datetime|timestamp)|date([_\\- ].*)?");
    private static final Pattern COST_NAME = Pattern.compile("(?i)cost|costs|price");

    private final RawTable raw;
    private final Optional<TaskKind> task;
    private final ProblemList problems;
    private final Set<Role> taken = new HashSet<>();
    private final int[] lines;

    /** @param declared roles that only one column can have, and that a column has */
    Inference(RawTable raw, Optional<TaskKind> task, Set<Role> declared, ProblemList problems) {
        this.raw = raw;
        this.task = task;
        this.problems = problems;
        this.taken.addAll(declared);
        this.lines = raw.lines();
    }

    /** How many cells of a column are filled, and how many of these are numbers or meant as numbers. */
    private record Count(double[] numbers, int filled, int numeric, int numberLike) {

        static Count of(Cells cells) {
            double[] numbers = new double[cells.size()];
            int filled = 0;
            int numeric = 0;
            int numberLike = 0;
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = Double.NaN;
                if (!cells.isMissing(row)) {
                    numbers[row] = cells.number(row);
                    filled++;
                    if (!Double.isNaN(numbers[row])) {
                        numeric++;
                        numberLike++;
                    } else if (Cell.isNumberLike(cells.get(row))) {
                        numberLike++;
                    }
                }
            }
            return new Count(numbers, filled, numeric, numberLike);
        }
    }

    /** Whether a column of that name may be inferred to be the ID or the COST. */
    static boolean mayNameOrPrice(String name) {
        return ID_NAME.matcher(name).matches() || COST_NAME.matcher(name).matches();
    }

    /** Reads one column. */
    TypedColumn column(int index, Expectation expectation) {
        Cells cells = raw.cells(index);
        String name = raw.header().name(index);
        if (expectation.is(Role.ID) && expectation.kind().orElse(Kind.TEXT) == Kind.TEXT) {
            Column column = new Column(name, Kind.TEXT, Role.ID, expectation.unit());
            return TypedColumn.ofTexts(column, texts(cells, column));
        }
        if (expectation.role().isEmpty() && ID_NAME.matcher(name).matches() && cells.hasFilled()) {
            Optional<TypedColumn> id = identifier(cells, name, expectation);
            if (id.isPresent()) {
                return id.get();
            }
        }
        Count count = Count.of(cells);
        Kind kind = kind(cells, count, expectation);
        Optional<Role> declared = expectation.role();
        if (declared.filter(r -> r.isInput() || r == Role.TARGET).isPresent() && kind == Kind.DATE) {
            problems.add(Problem.ofColumn(
                    file(),
                    name,
                    "dates",
                    "numbers or words in a " + Words.of(declared.get()) + " column",
                    "Write a number instead, such as the days since the first test"));
            kind = Kind.TEXT;
            declared = Optional.of(Role.IGNORED);
        }
        Role role = declared.orElse(Role.IGNORED);
        if (declared.isEmpty()) {
            role = role(cells, count, name, kind);
            taken.add(role);
        }
        return read(cells, count, new Column(name, kind, role, expectation.unit()));
    }

    private Kind kind(Cells cells, Count count, Expectation expectation) {
        if (expectation.kind().isPresent()) {
            return expectation.kind().get();
        }
        boolean modelled =
                expectation.role().filter(r -> r.isInput() || r == Role.TARGET).isPresent();
        boolean target = expectation.is(Role.TARGET) && task.isPresent();
        boolean regression = target && task.get() == TaskKind.REGRESSION;
        if (expectation.is(Role.COST) || regression) {
            return Kind.NUMERIC;
        }
        if (count.filled() == 0) {
            return modelled ? Kind.NUMERIC : expectation.is(Role.TIME) ? Kind.DATE : Kind.TEXT;
        }
        if (target && count.numeric() < count.filled()) {
            return Kind.CATEGORICAL;
        }
        if (expectation.is(Role.IGNORED)) {
            return count.numeric() == count.filled() ? Kind.NUMERIC : Kind.TEXT;
        }
        if (isMost(count.numberLike(), count.filled())) {
            return Kind.NUMERIC;
        }
        if (expectation.is(Role.TIME) || most(cells, count, cell -> !Double.isNaN(Cell.date(cell)))) {
            return Kind.DATE;
        }
        if (modelled || hasFewLevels(cells) && !most(cells, count, Cell::isOtherDate)) {
            return Kind.CATEGORICAL;
        }
        return Kind.TEXT;
    }

    private static boolean most(Cells cells, Count count, Predicate<String> test) {
        int hits = 0;
        for (int row = 0; row < cells.size(); row++) {
            hits += !cells.isMissing(row) && test.test(cells.get(row)) ? 1 : 0;
        }
        return isMost(hits, count.filled());
    }

    private static boolean isMost(int hits, int filled) {
        return 100L * hits >= (long) MOST_PERCENT * filled;
    }

    private static boolean hasFewLevels(Cells cells) {
        Set<String> levels = new HashSet<>();
        int limit = Math.min(FEW_LEVELS, cells.size() / 2);
        for (int row = 0; row < cells.size() && levels.size() <= limit; row++) {
            if (!cells.isMissing(row)) {
                levels.add(cells.get(row));
            }
        }
        return levels.size() <= limit;
    }

    private Role role(Cells cells, Count count, String name, Kind kind) {
        if (count.filled() == 0) {
            if (cells.size() > 0) {
                ignored(name, "no filled cell", "at least two different cells", "It is ignored");
            }
            return Role.IGNORED;
        }
        if (kind == Kind.DATE) {
            boolean time = TIME_NAME.matcher(name).matches() && count.filled() == cells.size();
            if (time && !taken.contains(Role.TIME)) {
                return Role.TIME;
            }
            ignored(
                    name,
                    "dates",
                    "numbers or words in an input",
                    "It is ignored; say --time %s if it tells when a test was run".formatted(name));
            return Role.IGNORED;
        }
        if (kind == Kind.TEXT) {
            boolean dates = most(cells, count, Cell::isOtherDate);
            ignored(
                    name,
                    dates
                            ? "dates such as " + Cell.quote(firstFilled(cells))
                            : "free text or names, such as " + Cell.quote(firstFilled(cells)),
                    dates
                            ? "dates as ISO 8601, such as 2024-01-31"
                            : "numbers, or at most %d different words and twice as many rows".formatted(FEW_LEVELS),
                    dates
                            ? "It is ignored"
                            : "It is ignored; name it with --id if it names the tests, with --configurable if it is an input");
            return Role.IGNORED;
        }
        boolean cost = kind == Kind.NUMERIC && COST_NAME.matcher(name).matches();
        return cost && !taken.contains(Role.COST) ? Role.COST : Role.MEASURED;
    }

    /** The column as ID, or IGNORED, if it is called like one and nearly no cell occurs twice. */
    private Optional<TypedColumn> identifier(Cells cells, String name, Expectation expectation) {
        boolean unique = cells.areFilledAndDifferent();
        String repeat = "";
        if (!unique) {
            Map<String, Integer> first = new HashMap<>();
            int filled = 0;
            for (int row = 0; row < cells.size(); row++) {
                if (!cells.isMissing(row)) {
                    filled++;
                    Integer before = first.putIfAbsent(cells.get(row), row);
                    if (before != null && repeat.isEmpty()) {
                        repeat = "%s in lines %d and %d"
                                .formatted(Cell.quote(cells.get(row)), lines[before], lines[row]);
                    }
                }
            }
            if (first.size() < ALMOST_UNIQUE * filled) {
                return Optional.empty();
            }
            unique = filled == cells.size() && first.size() == filled;
        }
        Role role = unique && !taken.contains(Role.ID) ? Role.ID : Role.IGNORED;
        if (role == Role.IGNORED) {
            ignored(
                    name,
                    unique ? "a second identifier" : repeat.isEmpty() ? "missing identifiers" : repeat,
                    unique ? "one identifier" : "a different identifier in every row",
                    "It is ignored; say --id %1$s if it names the tests, --configurable %1$s if it is an input"
                            .formatted(name));
        }
        taken.add(role);
        Column column = new Column(name, expectation.kind().orElse(Kind.TEXT), role, expectation.unit());
        return Optional.of(
                column.kind() == Kind.TEXT
                        ? TypedColumn.ofTexts(column, texts(cells, column))
                        : read(cells, Count.of(cells), column));
    }

    private static String firstFilled(Cells cells) {
        int row = 0;
        while (cells.isMissing(row)) {
            row++;
        }
        return cells.get(row);
    }

    private void ignored(String name, String found, String expected, String cure) {
        problems.add(Problem.ofColumn(file(), name, found, expected, cure).asWarning());
    }

    private String file() {
        return raw.file().toString();
    }

    private TypedColumn read(Cells cells, Count count, Column column) {
        switch (column.kind()) {
            case NUMERIC -> {
                if (count.numeric() < count.filled() && column.role() != Role.IGNORED) {
                    reportNonNumbers(cells, count, column.name());
                }
                return TypedColumn.ofNumbers(column, count.numbers());
            }
            case DATE -> {
                return TypedColumn.ofNumbers(column, dates(cells, column));
            }
            default -> {
                return TypedColumn.ofTexts(column, texts(cells, column));
            }
        }
    }

    private void reportNonNumbers(Cells cells, Count count, String name) {
        for (int row = 0; row < cells.size(); row++) {
            if (!cells.isMissing(row) && Double.isNaN(count.numbers()[row])) {
                String cell = cells.get(row);
                problems.add(Problem.inCell(
                        file(), lines[row], name, Cell.quote(cell), "a number", Cell.numberCure(cell, name)));
            }
        }
    }

    private double[] dates(Cells cells, Column column) {
        double[] days = new double[cells.size()];
        for (int row = 0; row < days.length; row++) {
            String cell = cells.get(row);
            days[row] = Cell.date(cell);
            if (Double.isNaN(days[row]) && !cell.isEmpty() && column.role() != Role.IGNORED) {
                problems.add(Problem.inCell(
                        file(), lines[row], column.name(), Cell.quote(cell), "an ISO 8601 date", Cell.dateCure(cell)));
            }
        }
        return days;
    }

    /** The cells; equal words of a CATEGORICAL column share one object. */
    private String[] texts(Cells cells, Column column) {
        String[] texts = new String[cells.size()];
        Map<String, String> levels = new HashMap<>();
        for (int row = 0; row < texts.length; row++) {
            String cell = cells.get(row);
            texts[row] = column.kind() == Kind.CATEGORICAL ? levels.computeIfAbsent(cell, c -> c) : cell;
        }
        if (column.kind() == Kind.CATEGORICAL && column.role() != Role.IGNORED) {
            levels.keySet().stream()
                    .filter(Cell::isNotFinite)
                    .sorted()
                    .forEach(level -> problems.add(Problem.inCell(
                                    file(),
                                    lines[Arrays.asList(texts).indexOf(level)],
                                    column.name(),
                                    "the word " + Cell.quote(level),
                                    "an empty cell where a measurement is missing",
                                    "It is taken as a word like any other; "
                                            + Cell.EMPTY_IF_MISSING.toLowerCase(Locale.ROOT))
                            .asWarning()));
        }
        return texts;
    }
}
