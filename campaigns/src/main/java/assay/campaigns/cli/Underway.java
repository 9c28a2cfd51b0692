package assay.campaigns.cli;

import assay.acquisition.Column;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.MissingPolicy;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tests that were bought and have no result: pending ones, or ones that failed.
 *
 * @param tests with their configurable columns
 * @param warnings of the file
 */
record Underway(TableFile tests, List<Problem> warnings) {

    /**
     * Reads a file of tests: their settings, or only the names of candidates, such as a plan of an earlier round.
     *
     * @param pool all candidates, with those that are under way
     * @throws InvalidDataException with all problems of the file; or if it has neither settings nor names, or a name that no candidate has
     */
    static Underway read(Path path, KnownTests known, PoolFile pool, MissingPolicy missing) {
        Set<String> names = new HashSet<>(CsvTables.columnNames(path));
        List<Column> settings = pool.file().schema().columns(Role.CONFIGURABLE);
        if (settings.stream().allMatch(column -> names.contains(column.name()))) {
            TableFile tests = CsvTables.readLike(path, pool.file().schema(), Set.of(Role.CONFIGURABLE), missing);
            List<Problem> warnings = new ArrayList<>(tests.warnings());
            CsvTables.unseenLevels(tests, known.encoding()).forEach(word -> warnings.add(word.asWarning()));
            return new Underway(tests, warnings);
        }
        return byName(path, pool);
    }

    private static Underway byName(Path path, PoolFile pool) {
        TableFile list = CsvTables.read(path, Declaration.NONE);
        boolean named = list.schema().indexOf(Role.ID).isPresent()
                && pool.file().schema().indexOf(Role.ID).isPresent();
        if (!named) {
            throw new InvalidDataException(List.of(Problem.ofFile(
                    path.toString(),
                    "neither the settings nor the names of tests",
                    "the columns that are known before a test, or a column id with names of candidates",
                    "A plan of an earlier round will do")));
        }
        Map<String, Integer> rows = new HashMap<>();
        List<String> ids = pool.file().table().ids();
        IntStream.range(0, ids.size()).forEach(row -> rows.put(ids.get(row), row));
        List<String> asked = list.table().ids();
        List<Problem> problems = new ArrayList<>();
        int column = list.schema().indexOf(Role.ID).orElseThrow();
        for (int row = 0; row < asked.size(); row++) {
            if (!rows.containsKey(asked.get(row))) {
                problems.add(Problem.inCell(
                        path.toString(),
                        list.lineOf(row),
                        list.schema().columns().get(column).name(),
                        '"' + asked.get(row) + '"',
                        "the name of a candidate, as the file has no settings",
                        (NearestName.cure(asked.get(row), ids) + " A test that has a result belongs to the known tests")
                                .strip()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
        return new Underway(
                pool.file().select(asked.stream().mapToInt(rows::get).toArray()), List.of());
    }

    /** Whether each candidate is one of these: by name, or by settings. */
    boolean[] among(TableFile candidates) {
        Table own = tests.table();
        Table theirs = candidates.table();
        Set<List<String>> settings = new HashSet<>(Configurations.of(own, theirs));
        boolean named = own.schema().indexOf(Role.ID).isPresent()
                && theirs.schema().indexOf(Role.ID).isPresent();
        Set<String> names = named ? new HashSet<>(own.ids()) : Set.of();
        List<List<String>> configurations = Configurations.of(theirs, theirs);
        List<String> ids = theirs.ids();
        boolean[] among = new boolean[theirs.size()];
        for (int row = 0; row < among.length; row++) {
            among[row] = names.contains(ids.get(row)) || settings.contains(configurations.get(row));
        }
        return among;
    }
}
