package assay.campaigns.cli;

import assay.acquisition.Candidates;
import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The candidates file: what could be bought, as far as it has not been run yet.
 *
 * @param file the candidates that are left, with their configurable columns, and id and cost if there are
 * @param pool the same, encoded
 * @param warnings what was odd, and which candidates were left out
 */
record PoolFile(TableFile file, Candidates pool, List<Problem> warnings) {

    /** What to do with a candidate whose category no known test has. */
    enum Unseen {
        /** Report it as an error: most are spelling mistakes. */
        REFUSE,
        /** Keep it: models see none of the known categories in its place. */
        ALLOW
    }

    /** What to do with a candidate that has the name of a known test. */
    enum Named {
        /** It has been run. */
        LEAVE_OUT,
        /** It may be run again. */
        KEEP
    }

    private static final int SHOWN = 5;

    /**
     * The columns of the history that a candidate has, in role CONFIGURABLE; unless some have that role already.
     *
     * @param names of the columns of the candidates file
     */
    static Schema configurableByPresence(Schema history, Set<String> names) {
        if (!history.columns(Role.CONFIGURABLE).isEmpty()) {
            return history;
        }
        return new Schema(history.columns().stream()
                .map(c -> c.role() == Role.MEASURED && names.contains(c.name()) ? c.withRole(Role.CONFIGURABLE) : c)
                .toList());
    }

    /**
     * Reads the candidates that match known tests.
     *
     * @param declaration whose cost column, if any, candidates must have; of the others what it says of missing cells and
     *     excluded columns
     * @throws InvalidDataException with all problems of the file
     * @throws NothingToDoException if every candidate has been run
     */
    static PoolFile read(Path path, KnownTests tests, Declaration declaration, Unseen unseen, Named named) {
        declaration.cost().ifPresent(cost -> CsvTables.requireColumn(path, cost, "price of every candidate"));
        TableFile all = CsvTables.readLike(
                path,
                declaration,
                tests.file().schema(),
                own -> withOwnColumns(tests.file().schema(), own, path, declaration),
                Set.of(Role.CONFIGURABLE),
                declaration.missing());
        List<Problem> warnings = new ArrayList<>(all.warnings());
        TableFile left = named == Named.KEEP ? all : withoutKnown(all, tests.file(), warnings);
        List<Problem> words = CsvTables.unseenLevels(left, tests.encoding());
        if (unseen == Unseen.REFUSE && !words.isEmpty()) {
            throw new InvalidDataException(words.stream()
                    .map(word -> withCure(word, "If it is meant, --unseen allow"))
                    .toList());
        }
        words.forEach(word -> warnings.add(withCure(word, "It is kept: models see none of the known words in its place")
                .asWarning()));
        warnings.addAll(imputed(left));
        warnings.addAll(neverVaried(left, tests));
        return new PoolFile(left, tests.encoding().candidates(left.table()), warnings);
    }

    private static Problem withCure(Problem problem, String cure) {
        return new Problem(
                problem.severity(),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.found(),
                problem.expected(),
                problem.cure().isEmpty() ? cure : problem.cure() + " " + cure);
    }

    /**
     * The history's columns, with the candidates' own id and price: those that only the candidates have, or that are
     * called otherwise there.
     */
    private static Schema withOwnColumns(Schema history, List<Column> ownColumns, Path path, Declaration declaration) {
        Set<String> names = new HashSet<>(CsvTables.columnNames(path));
        boolean ids = history.columns(Role.ID).stream().anyMatch(c -> names.contains(c.name()));
        boolean costs = declaration.cost().isEmpty()
                && history.columns(Role.COST).stream().anyMatch(c -> names.contains(c.name()));
        List<Column> columns = new ArrayList<>(history.columns());
        for (Column own : ownColumns) {
            boolean wanted = own.role() == Role.ID && !ids || own.role() == Role.COST && !costs;
            boolean excluded = declaration.excluded().contains(own.name())
                    || declaration.excluded().contains(own.label());
            if (wanted && !excluded && isFree(own, history)) {
                columns.removeIf(c -> c.role() == own.role() || c.name().equals(own.name()));
                columns.add(own);
            }
        }
        return new Schema(columns);
    }

    /** Whether the history has no other use for the column. */
    private static boolean isFree(Column own, Schema history) {
        return history.columns().stream()
                .noneMatch(c -> c.name().equals(own.name()) && c.role() != Role.IGNORED && c.role() != own.role());
    }

    /** Numbers that candidates lack: one warning per column. */
    private static List<Problem> imputed(TableFile candidates) {
        List<Problem> warnings = new ArrayList<>();
        List<Column> columns = candidates.schema().columns();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            int[] missing = IntStream.range(0, candidates.table().size())
                    .filter(row -> candidates.table().isMissing(row, column))
                    .toArray();
            boolean isNumber =
                    columns.get(c).role() == Role.CONFIGURABLE && columns.get(c).kind() == Kind.NUMERIC;
            if (isNumber && missing.length > 0) {
                warnings.add(Problem.inCell(
                                candidates.file().toString(),
                                candidates.lineOf(missing[0]),
                                columns.get(c).name(),
                                "a missing cell"
                                        + (missing.length > 1 ? " (in %,d rows)".formatted(missing.length) : ""),
                                "the settings of every candidate",
                                "The mean of the known tests takes its place; fill it in, or --missing drop")
                        .asWarning());
            }
        }
        return warnings;
    }

    /** Settings that are the same in all known tests but not among candidates: the widest gap, and no model can see it. */
    private static List<Problem> neverVaried(TableFile candidates, KnownTests tests) {
        List<Problem> warnings = new ArrayList<>();
        for (Column column : tests.encoding().constantColumns()) {
            if (column.role() != Role.CONFIGURABLE) {
                continue;
            }
            String known = tests.file()
                    .table()
                    .text(0, tests.file().schema().indexOf(column.name()).orElseThrow());
            int position = candidates.schema().indexOf(column.name()).orElseThrow();
            long others = IntStream.range(0, candidates.table().size())
                    .filter(row -> !candidates.table().text(row, position).equals(known))
                    .count();
            if (others > 0) {
                warnings.add(Problem.ofColumn(
                                candidates.file().toString(),
                                column.name(),
                                "%,d candidates with another cell than \"%s\", which all known tests have"
                                        .formatted(others, known),
                                "settings that were varied before",
                                "The plan cannot take it into account; plan one such test by hand")
                        .asWarning());
            }
        }
        return warnings;
    }

    /** Leaves out candidates with the id of a known test: they have been run. */
    private static TableFile withoutKnown(TableFile candidates, TableFile history, List<Problem> warnings) {
        boolean named = hasIds(candidates.table()) && hasIds(history.table());
        if (!named) {
            return candidates;
        }
        Set<String> known = new HashSet<>(history.table().ids());
        List<String> ids = candidates.table().ids();
        List<String> run = ids.stream().filter(known::contains).toList();
        if (run.isEmpty()) {
            return candidates;
        }
        int[] left = IntStream.range(0, ids.size())
                .filter(row -> !known.contains(ids.get(row)))
                .toArray();
        if (left.length == 0) {
            throw new NothingToDoException(
                    "all %d candidates of %s have the id of a test in %s: nothing is left to plan"
                            .formatted(ids.size(), candidates.file(), history.file()));
        }
        String some = String.join(", ", run.subList(0, Math.min(SHOWN, run.size())));
        warnings.add(Problem.ofFile(
                        candidates.file().toString(),
                        "%,d of %,d candidates with the id of a known test: %s%s"
                                .formatted(run.size(), ids.size(), some, run.size() > SHOWN ? ", ..." : ""),
                        "tests that have not been run",
                        "They are left out of the plan")
                .asWarning());
        return candidates.select(left);
    }

    private static boolean hasIds(Table table) {
        return table.schema().indexOf(Role.ID).isPresent();
    }
}
