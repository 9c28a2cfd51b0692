package assay.campaigns.csv;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What must hold between the cells of typed columns: unique ids, a target that varies, prices, no missing cells. */
final class TableChecks {

    private static final int MANY_CLASSES = 50;

    private final String file;
    private final List<TypedColumn> columns;
    private final int[] lines;
    private final ProblemList problems;

    TableChecks(String file, List<TypedColumn> columns, int[] lines, ProblemList problems) {
        this.file = file;
        this.columns = columns;
        this.lines = lines;
        this.problems = problems;
    }

    /** Rows that a policy keeps, in order; a warning says how many it leaves out. */
    static int[] keptRows(
            String file, List<TypedColumn> columns, int rows, MissingPolicy policy, ProblemList problems) {
        int[] all = IntStream.range(0, rows).toArray();
        if (policy != MissingPolicy.DROP) {
            return all;
        }
        List<TypedColumn> needed = columns.stream()
                .filter(c -> c.column().role().isInput() || c.is(Role.TARGET))
                .toList();
        int[] kept = IntStream.of(all)
                .filter(row -> needed.stream().noneMatch(c -> c.isMissing(row)))
                .toArray();
        if (kept.length < rows) {
            List<String> where = needed.stream()
                    .filter(c -> c.missing() > 0)
                    .map(c -> "%s (%d)".formatted(c.name(), c.missing()))
                    .toList();
            Problem problem = Problem.ofFile(
                    file,
                    "%d of %d rows with a missing cell: %s".formatted(rows - kept.length, rows, Header.some(where)),
                    "a cell in every input and target",
                    kept.length == 0
                            ? "No row is left: exclude the emptiest columns, or impute"
                            : "These rows are left out");
            problems.add(kept.length == 0 ? problem : problem.asWarning());
        }
        return kept;
    }

    /** Checks a file that defines the columns: the history. */
    void history(Optional<TaskKind> task, MissingPolicy policy) {
        rolesThatNeedEveryCell();
        for (TypedColumn column : columns) {
            if (column.is(Role.TARGET)) {
                target(column, task);
            }
        }
        inputs(policy);
        constantInputs();
        repeatedRows();
        boolean target = columns.stream().anyMatch(c -> c.is(Role.TARGET));
        if (target && columns.stream().noneMatch(c -> c.column().role().isInput())) {
            problems.add(Problem.ofFile(
                    file, "no input column", "at least one numeric or categorical column beside the target", ""));
        }
    }

    /** Checks a file that must be like the history: further tests, or candidates. */
    void like(MissingPolicy policy) {
        rolesThatNeedEveryCell();
        for (TypedColumn column : columns) {
            if (column.is(Role.TARGET)) {
                everyCell(column, "Leave out the row, or use --missing drop");
            }
        }
        inputs(policy);
    }

    private void rolesThatNeedEveryCell() {
        for (TypedColumn column : columns) {
            if (column.is(Role.ID)) {
                everyCell(column, "Name every test, or leave out --id");
                unique(column);
            } else if (column.is(Role.TIME)) {
                everyCell(column, "Say when the test was run, or leave out --time");
            } else if (column.is(Role.COST)) {
                cost(column);
            }
        }
    }

    private void everyCell(TypedColumn column, String cure) {
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                problems.add(Problem.inCell(
                        file,
                        lines[row],
                        column.name(),
                        "a missing cell",
                        "a filled cell in every row of the "
                                + Words.of(column.column().role()) + " column",
                        cure));
            }
        }
    }

    private void unique(TypedColumn column) {
        if (!column.isNumbers() && areDifferent(hashes(column.texts()))) {
            return;
        }
        Map<String, Integer> first = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                String id = column.isNumbers() ? Cell.text(column.numbers()[row]) : column.texts()[row];
                Integer before = first.putIfAbsent(id, row);
                if (before != null) {
                    problems.add(Problem.inCell(
                            file,
                            lines[row],
                            column.name(),
                            "%s again, as in line %d".formatted(Cell.quote(id), lines[before]),
                            "a different id in every row",
                            "Rename one; if it is the same test twice, remove one row"));
                }
            }
        }
    }

    private void cost(TypedColumn column) {
        String cure =
                "Give the price of the test; if %1$s is no price, use --exclude %1$s or role: measured in a schema file"
                        .formatted(column.name());
        everyCell(column, cure);
        for (int row = 0; row < column.size(); row++) {
            if (column.numbers()[row] <= 0) {
                problems.add(Problem.inCell(
                        file,
                        lines[row],
                        column.name(),
                        Cell.text(column.numbers()[row]),
                        "a cost greater than 0",
                        cure));
            }
        }
    }

    private void target(TypedColumn column, Optional<TaskKind> task) {
        everyCell(column, "Leave out the row, or use --missing drop");
        boolean numeric = column.column().kind() == Kind.NUMERIC;
        boolean classes = task.map(t -> t == TaskKind.CLASSIFICATION).orElse(!numeric);
        int distinct = column.distinct();
        if (distinct == 1) {
            problems.add(Problem.ofColumn(
                    file,
                    column.name(),
                    classes ? "a single class" : "the same number in every row",
                    "a target that varies",
                    "Maybe another column is the target?"));
        } else if (classes && distinct > Math.min(MANY_CLASSES, column.size() / 2)) {
            problems.add(Problem.ofColumn(
                            file,
                            column.name(),
                            "%d classes in %d rows".formatted(distinct, column.size()),
                            "a few classes with many rows each",
                            numeric ? "Maybe --task regression?" : "Maybe another column is the target?")
                    .asWarning());
        } else if (numeric && task.isEmpty() && distinct == 2) {
            problems.add(Problem.ofColumn(
                            file,
                            column.name(),
                            "two different numbers",
                            "many, as it is taken for a regression",
                            "Say --task classification if they are classes")
                    .asWarning());
        }
    }

    private void inputs(MissingPolicy policy) {
        for (TypedColumn column : columns) {
            if (!column.column().role().isInput()) {
                continue;
            }
            if (policy == MissingPolicy.REFUSE) {
                everyCell(column, "Fill it, or use --missing impute or drop");
            }
            boolean words = column.column().kind() == Kind.CATEGORICAL;
            int distinct = words ? column.distinct() : 0;
            if (distinct > MANY_CLASSES && 2 * distinct > column.size()) {
                problems.add(Problem.ofColumn(
                                file,
                                column.name(),
                                "%d different words in %d rows".formatted(distinct, column.size()),
                                "words that occur again and again",
                                "Nothing can be learnt from a word that occurs once: maybe exclude the column?")
                        .asWarning());
            }
        }
    }

    private void constantInputs() {
        List<String> constant = columns.stream()
                .filter(c -> c.column().role().isInput() && c.size() > 1 && c.isConstant())
                .map(TypedColumn::name)
                .toList();
        if (!constant.isEmpty()) {
            problems.add(Problem.ofColumn(
                            file,
                            Header.some(constant),
                            "the same in every row",
                            "an input that varies",
                            "Nothing can be learnt from it")
                    .asWarning());
        }
    }

    private void repeatedRows() {
        long[] hashes = new long[lines.length];
        List<TypedColumn> seen = columns.stream()
                .filter(c -> c.column().role().isInput() || c.is(Role.TARGET))
                .toList();
        if (seen.isEmpty()) {
            return;
        }
        for (TypedColumn column : seen) {
            for (int row = 0; row < hashes.length; row++) {
                long cell =
                        column.isNumbers() ? Double.doubleToLongBits(column.numbers()[row]) : hash(column.texts()[row]);
                hashes[row] = mix(hashes[row] ^ mix(cell));
            }
        }
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int repeats = 0;
        int example = -1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeats++;
                example = i;
            }
        }
        if (repeats > 0) {
            long hash = sorted[example];
            int[] same = IntStream.range(0, hashes.length)
                    .filter(row -> hashes[row] == hash)
                    .limit(2)
                    .toArray();
            problems.add(Problem.ofFile(
                            file,
                            "%,d %s equal to an earlier one in all inputs and target, such as lines %d and %d"
                                    .formatted(repeats, repeats == 1 ? "row" : "rows", lines[same[0]], lines[same[1]]),
                            "every test once",
                            "They are kept; remove them if they are no repeated tests")
                    .asWarning());
        }
    }

    static long[] hashes(String[] texts) {
        long[] hashes = new long[texts.length];
        Arrays.setAll(hashes, row -> mix(hash(texts[row])));
        return hashes;
    }

    /** Whether no two are equal. Sorts them. */
    static boolean areDifferent(long[] hashes) {
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x5DEECE66DL + text.charAt(i);
        }
        return hash;
    }

    /** The finaliser of SplitMix64: every bit depends on every bit. Steele et al., OOPSLA 2014. */
    static long mix(long z) {
        long a = (z + 0x9E3779B97F4A7C15L);
        long b = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
        long c = (b ^ (b >>> 27)) * 0x94D049BB133111EBL;
        return c ^ (c >>> 31);
    }
}
