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
import assay.campaigns.csv.MissingPolicy;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final List<String> COST_NAMES = List.of("cost", "costs", "price");

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
     * @param declaration whose cost column, if any, candidates must have
     * @throws InvalidDataException with all problems of the file
     * @throws NothingToDoException if every candidate has been run
     */
    static PoolFile read(Path path, KnownTests tests, Declaration declaration, Unseen unseen) {
        Set<String> names = new HashSet<>(CsvTables.columnNames(path));
        Schema history = withCost(tests.file().schema(), declaration, names);
        declaration
                .cost()
                .filter(cost -> history.columns(Role.COST).stream().noneMatch(c -> names.contains(c.name())))
                .ifPresent(cost -> {
                    throw new InvalidDataException(List.of(Problem.ofFile(
                            path.toString(),
                            "no column " + cost,
                            "the price of every candidate",
                            "Maybe another --cost?")));
                });
        TableFile all = CsvTables.readLike(path, history, Set.of(Role.CONFIGURABLE), MissingPolicy.IMPUTE);
        List<Problem> warnings = new ArrayList<>(all.warnings());
        TableFile left = withoutKnown(all, tests.file(), warnings);
        List<Problem> problems = new ArrayList<>();
        problems.addAll(CsvTables.unseenLevels(left, tests.encoding()));
        if (unseen == Unseen.REFUSE && !problems.isEmpty()) {
            problems.add(Problem.ofFile(
                            path.toString(),
                            "words that no known test has",
                            "the words of the history",
                            "Use --unseen allow if they are meant")
                    .asWarning());
            throw new InvalidDataException(problems);
        }
        problems.forEach(problem -> warnings.add(problem.asWarning()));
        return new PoolFile(left, tests.encoding().candidates(left.table()), warnings);
    }

    private static Schema withCost(Schema history, Declaration declaration, Set<String> names) {
        if (!history.columns(Role.COST).isEmpty()) {
            return history;
        }
        Optional<String> name = declaration
                .cost()
                .or(() -> COST_NAMES.stream().filter(names::contains).findFirst());
        if (name.isEmpty() || history.indexOf(name.get()).isPresent()) {
            return history;
        }
        List<Column> columns = new ArrayList<>(history.columns());
        columns.add(new Column(name.get(), Kind.NUMERIC, Role.COST, ""));
        return new Schema(columns);
    }

    /** Leaves out candidates with the id of a known test: they have been run. */
    private static TableFile withoutKnown(TableFile candidates, TableFile history, List<Problem> warnings) {
        boolean named = hasIds(candidates.table()) && hasIds(history.table());
        if (!named) {
            return candidates;
        }
        Set<String> known = new HashSet<>(history.table().ids());
        List<String> ids = candidates.table().ids();
        int[] left = IntStream.range(0, ids.size())
                .filter(row -> !known.contains(ids.get(row)))
                .toArray();
        int run = ids.size() - left.length;
        if (left.length == 0) {
            throw new NothingToDoException(
                    "all %d candidates of %s have the id of a test in %s: nothing is left to plan"
                            .formatted(ids.size(), candidates.file(), history.file()));
        }
        if (run > 0) {
            warnings.add(Problem.ofFile(
                            candidates.file().toString(),
                            run + " candidates with the id of a known test",
                            "tests that have not been run",
                            "They are left out of the plan")
                    .asWarning());
        }
        return candidates.select(left);
    }

    private static boolean hasIds(Table table) {
        return table.schema().indexOf(Role.ID).isPresent();
    }
}
