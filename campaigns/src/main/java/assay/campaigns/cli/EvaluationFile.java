package assay.campaigns.cli;

import assay.acquisition.Table;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A file of results that grows while the work goes on: written whole again whenever a piece is done, so that an interrupted
 * run leaves a sound file, from which the next can go on. Rows of the plan are in the order of the plan, behind those of
 * other plans that were there before. Thread-safe.
 */
final class EvaluationFile {

    private final Path file;
    private final List<String> header;
    private final int keyCells;
    private final List<List<String>> others = new ArrayList<>();
    private final Map<List<String>, List<List<String>>> planned = new LinkedHashMap<>();

    private EvaluationFile(Path file, List<String> header, int keyCells, List<List<String>> plan) {
        this.file = file;
        this.header = header;
        this.keyCells = keyCells;
        plan.forEach(key -> planned.put(key, List.of()));
    }

    /**
     * A file that starts empty.
     *
     * @param keyCells how many leading cells say what a row is about
     * @param plan what the rows to come are about, in order
     */
    static EvaluationFile fresh(Path file, List<String> header, int keyCells, List<List<String>> plan) {
        return new EvaluationFile(file, header, keyCells, plan);
    }

    /**
     * A file that keeps the rows it has.
     *
     * @throws InvalidDataException if it has other columns
     */
    static EvaluationFile resumed(Path file, List<String> header, int keyCells, List<List<String>> plan) {
        EvaluationFile results = new EvaluationFile(file, header, keyCells, plan);
        if (Files.exists(file)) {
            results.read();
        }
        return results;
    }

    private void read() {
        List<String> names = CsvTables.columnNames(file);
        if (!names.equals(header)) {
            throw new InvalidDataException(List.of(Problem.ofFile(
                    file.toString(),
                    "columns " + String.join(",", names),
                    "columns " + String.join(",", header),
                    "Maybe another file was meant? Without --resume it is written anew")));
        }
        Table table = CsvTables.read(file, Declaration.NONE).table();
        for (int r = 0; r < table.size(); r++) {
            int row = r;
            List<String> cells = IntStream.range(0, header.size())
                    .mapToObj(c -> table.text(row, c))
                    .toList();
            List<String> key = cells.subList(0, keyCells);
            if (planned.containsKey(key)) {
                List<List<String>> rows = new ArrayList<>(planned.get(key));
                rows.add(cells);
                planned.put(key, rows);
            } else {
                others.add(cells);
            }
        }
    }

    /** What has no row yet, in order of the plan. */
    synchronized Set<List<String>> missing() {
        Set<List<String>> missing = new HashSet<>();
        planned.forEach((key, rows) -> {
            if (rows.isEmpty()) {
                missing.add(key);
            }
        });
        return missing;
    }

    /** Puts the rows of one piece into the file. */
    synchronized void put(List<String> key, List<List<String>> rows) {
        planned.put(key, rows);
        write();
    }

    /** Writes the file as it is. */
    synchronized void write() {
        List<List<String>> all = new ArrayList<>(others);
        planned.values().forEach(all::addAll);
        CsvWriter.write(file, header, all);
    }

    /** The rows of the plan that are there, in its order. */
    synchronized List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        planned.values().forEach(rows::addAll);
        return rows;
    }
}
