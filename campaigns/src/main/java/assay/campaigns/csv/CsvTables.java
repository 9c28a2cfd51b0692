package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Encoding;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.acquisition.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads tables of experiments: UTF-8 with or without byte order mark, plain or gzip, RFC 4180 with a header. Blank lines
 * do not count. A cell that is empty, {@code ?}, {@code NA} or {@code N/A} is missing. Numbers are finite and decimal,
 * with a point. Nothing is guessed: semicolons, decimal commas, {@code NaN} and the like are errors that say what to do.
 * {@link Inference} has the rules by which kinds and roles are inferred.
 */
public final class CsvTables {

    private static final Set<Role> UNIQUE = Set.of(Role.ID, Role.TIME, Role.TARGET, Role.COST);

    /** Columns that were read, before they are known to be right. */
    private record Reading(Header header, List<TypedColumn> columns, int[] lines) {

        /** The columns as a schema, if names and roles are such that there is one. */
        Optional<Schema> schema() {
            Set<Role> once = new HashSet<>();
            boolean unique = columns.stream()
                    .map(c -> c.column().role())
                    .filter(UNIQUE::contains)
                    .allMatch(once::add);
            return unique && header.problems().isEmpty()
                    ? Optional.of(
                            new Schema(columns.stream().map(TypedColumn::column).toList()))
                    : Optional.empty();
        }

        TableFile file(Path file, Optional<TaskKind> task, List<Problem> warnings) {
            Table table = Table.owning(
                    schema().orElseThrow(),
                    lines.length,
                    columns.stream().map(TypedColumn::numbers).toList(),
                    columns.stream().map(TypedColumn::texts).toList());
            return new TableFile(file, table, lines, task, warnings);
        }
    }

    private CsvTables() {}

    /**
     * Reads a file that defines the columns, usually the history.
     *
     * @throws InvalidDataException with all problems of the file
     */
    public static TableFile read(Path file, Declaration declaration) {
        ProblemList problems = new ProblemList();
        Reading reading = read(file, declaration, problems);
        problems.throwIfErrors();
        return reading.file(file, declaration.task(), problems.toList());
    }

    /**
     * Reads the names of the columns, without units, and nothing else.
     *
     * @throws InvalidDataException if there is no usable header
     */
    public static List<String> columnNames(Path file) {
        return RawTable.header(file).names().stream().map(Header.Name::name).toList();
    }

    /**
     * Whether a file has a column of that name, with or without its unit.
     *
     * @throws InvalidDataException if there is no usable header
     */
    public static boolean hasColumn(Path file, String reference) {
        return RawTable.header(file).find(reference).isPresent();
    }

    /**
     * Refuses a file without a column of that name.
     *
     * @param use what the column is needed for
     * @throws InvalidDataException that lists the columns, and the nearest one
     */
    public static void requireColumn(Path file, String reference, String use) {
        Header header = RawTable.header(file);
        if (header.find(reference).isEmpty()) {
            throw new InvalidDataException(List.of(header.unknown(reference, use)));
        }
    }

    /** Reads a file like {@link #read(Path, Declaration)}, and says all about it instead of failing. */
    public static Inspection inspect(Path file, Declaration declaration) {
        ProblemList problems = new ProblemList();
        try {
            Reading reading = read(file, declaration, problems);
            List<ColumnSummary> columns =
                    reading.columns().stream().map(ColumnSummary::of).toList();
            return new Inspection(reading.lines().length, columns, reading.schema(), problems.toList());
        } catch (InvalidDataException e) {
            return new Inspection(0, List.of(), Optional.empty(), e.problems());
        }
    }

    private static Reading read(Path file, Declaration declaration, ProblemList problems) {
        List<SchemaFile.Entry> schema =
                declaration.schemaFile().map(SchemaFile::read).orElse(List.of());
        RawTable raw = RawTable.read(file, problems);
        List<Expectation> expectations = Expectations.declared(raw.header(), declaration, schema, problems);
        Set<Role> declared = new HashSet<>();
        expectations.forEach(e -> e.role().ifPresent(declared::add));
        Inference inference = new Inference(raw, declaration.task(), declared, problems);
        List<TypedColumn> columns = new ArrayList<>();
        for (int c = 0; c < expectations.size(); c++) {
            columns.add(inference.column(c, expectations.get(c)));
            raw.forget(c);
        }
        Reading reading = kept(raw, columns, declaration.missing(), problems);
        if (reading.lines().length > 0) {
            new TableChecks(file.toString(), reading.columns(), reading.lines(), problems)
                    .history(declaration.task(), declaration.missing());
        }
        return reading;
    }

    private static Reading kept(RawTable raw, List<TypedColumn> columns, MissingPolicy missing, ProblemList problems) {
        int[] kept = TableChecks.keptRows(raw.file().toString(), columns, raw.rows(), missing, problems);
        int[] lines = raw.lines();
        return kept.length == lines.length
                ? new Reading(raw.header(), columns, lines)
                : new Reading(
                        raw.header(),
                        columns.stream().map(c -> c.select(kept)).toList(),
                        IntStream.of(kept).map(row -> lines[row]).toArray());
    }

    /** Reads a file like {@link #readLike(Path, Schema, Set, MissingPolicy)}, and keeps rows with missing cells. */
    public static TableFile readLike(Path file, Schema history, Set<Role> requiredRoles) {
        return readLike(file, history, requiredRoles, MissingPolicy.IMPUTE);
    }

    /**
     * Reads a file that must match the history: tests to validate on, or candidates. Columns are found by name, in any
     * order, and read as the kind they have in the history.
     *
     * @param requiredRoles of which every column must be there: CONFIGURABLE for candidates, CONFIGURABLE, MEASURED and
     *     TARGET for tests. Columns of role ID, TIME and COST are read if they are there; all others are left out, with a
     *     warning, and nothing looks at them
     * @throws InvalidDataException with all problems of the file
     */
    public static TableFile readLike(Path file, Schema history, Set<Role> requiredRoles, MissingPolicy missing) {
        ProblemList problems = new ProblemList();
        RawTable raw = RawTable.read(file, header -> shelves(header, history, Optional.empty()), problems);
        return readLike(raw, history, requiredRoles, missing, problems);
    }

    /**
     * Reads a file like {@link #readLike(Path, Schema, Set, MissingPolicy)}, in one pass, where what it must match depends on how
     * the file itself names and prices its rows.
     *
     * @param declaration of the file; what it says of the price counts
     * @param history what it must match in any case
     * @param extended from the columns of the file that would have the role ID or COST if it stood alone to those that it must match
     */
    public static TableFile readLike(
            Path file,
            Declaration declaration,
            Schema history,
            Function<List<Column>, Schema> extended,
            Set<Role> requiredRoles,
            MissingPolicy missing) {
        ProblemList problems = new ProblemList();
        RawTable raw = RawTable.read(file, header -> shelves(header, history, declaration.cost()), problems);
        Schema like = extended.apply(namesAndPrices(raw, declaration));
        return readLike(raw, like, requiredRoles, missing, problems);
    }

    /** Numbers of the history are kept as numbers, other columns of it as they are written, and the rest not at all. */
    private static List<Cells> shelves(Header header, Schema history, Optional<String> cost) {
        Set<Integer> numbers = new HashSet<>();
        Set<Integer> texts = new HashSet<>();
        for (Column column : history.columns()) {
            header.find(column.name()).ifPresent((column.kind() == Kind.NUMERIC ? numbers : texts)::add);
        }
        cost.flatMap(header::find).ifPresent(texts::add);
        List<Cells> shelves = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            if (texts.contains(c) || Inference.mayNameOrPrice(header.name(c))) {
                shelves.add(new PackedCells());
            } else {
                shelves.add(numbers.contains(c) ? new NumberCells() : new UnreadCells());
            }
        }
        return shelves;
    }

    /** The columns that have, or would be inferred to have, the role ID or COST. */
    private static List<Column> namesAndPrices(RawTable raw, Declaration declaration) {
        ProblemList unheard = new ProblemList();
        Declaration price = declaration.cost().map(Declaration.NONE::withCost).orElse(Declaration.NONE);
        List<Expectation> expectations = Expectations.declared(raw.header(), price, List.of(), unheard);
        Set<Role> declared = new HashSet<>();
        expectations.forEach(e -> e.role().ifPresent(declared::add));
        Inference inference = new Inference(raw, Optional.empty(), declared, unheard);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < expectations.size(); c++) {
            if (expectations.get(c).role().isPresent()
                    || Inference.mayNameOrPrice(raw.header().name(c))) {
                columns.add(inference.column(c, expectations.get(c)).column());
            }
        }
        columns.removeIf(c -> c.role() != Role.ID && c.role() != Role.COST);
        return columns;
    }

    private static TableFile readLike(
            RawTable raw, Schema history, Set<Role> requiredRoles, MissingPolicy missing, ProblemList problems) {
        Path file = raw.file();
        Map<Integer, Expectation> expectations = Expectations.like(raw.header(), history, requiredRoles, problems);
        Inference inference = new Inference(raw, Optional.empty(), Set.of(), problems);
        List<TypedColumn> columns = new ArrayList<>();
        for (int c = 0; c < raw.header().size(); c++) {
            if (expectations.containsKey(c)) {
                columns.add(inference.column(c, expectations.get(c)));
            }
            raw.forget(c);
        }
        Reading reading = kept(raw, columns, missing, problems);
        new TableChecks(file.toString(), reading.columns(), reading.lines(), problems).like(missing);
        problems.throwIfErrors();
        return reading.file(file, Optional.empty(), problems.toList());
    }

    /**
     * Words that the training rows did not have: an encoding shows models nothing in their place. Classes of the target
     * are checked too. Inputs that were constant in training are not, as models do not see them.
     *
     * @return one error per column and word, with the first line that has it
     */
    public static List<Problem> unseenLevels(TableFile file, Encoding encoding) {
        List<Problem> problems = new ArrayList<>();
        for (int c = 0; c < file.schema().columns().size(); c++) {
            Column column = file.schema().columns().get(c);
            List<String> known = List.of();
            if (column.role().isInput() && column.kind() == Kind.CATEGORICAL) {
                known = encoding.levels(column.name());
            } else if (column.role() == Role.TARGET && encoding.task() instanceof Task.Classification classes) {
                known = classes.classes();
            }
            if (!known.isEmpty()) {
                problems.addAll(unseen(file, c, known));
            }
        }
        return problems;
    }

    private static List<Problem> unseen(TableFile file, int column, List<String> known) {
        Map<String, Integer> first = new LinkedHashMap<>();
        Map<String, Integer> count = new HashMap<>();
        Set<String> seen = new HashSet<>(known);
        for (int row = 0; row < file.table().size(); row++) {
            String level = file.table().text(row, column);
            if (!seen.contains(level)) {
                first.putIfAbsent(level, row);
                count.merge(level, 1, Integer::sum);
            }
        }
        List<String> words = known.stream().filter(l -> !l.isEmpty()).toList();
        return first.entrySet().stream()
                .map(e -> Problem.inCell(
                        file.file().toString(),
                        file.lineOf(e.getValue()),
                        file.schema().columns().get(column).name(),
                        (e.getKey().isEmpty() ? "a missing cell" : Cell.quote(e.getKey()))
                                + (count.get(e.getKey()) > 1 ? " (in %,d rows)".formatted(count.get(e.getKey())) : ""),
                        "one of the words of the history: " + Header.some(words),
                        NearestName.cure(e.getKey(), words)))
                .toList();
    }
}
