package assay.campaigns.csv;

import assay.acquisition.Encoding;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.acquisition.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A file that was read without errors: its table, and what else is worth knowing. Immutable. */
public final class TableFile {

    private final Path file;
    private final Table table;
    private final int[] lines;
    private final Optional<TaskKind> declaredTask;
    private final List<Problem> warnings;

    TableFile(Path file, Table table, int[] lines, Optional<TaskKind> declaredTask, List<Problem> warnings) {
        this.file = file;
        this.table = table;
        this.lines = lines.clone();
        this.declaredTask = declaredTask;
        this.warnings = List.copyOf(warnings);
    }

    public Path file() {
        return file;
    }

    public Table table() {
        return table;
    }

    /** The columns as declared and inferred. */
    public Schema schema() {
        return table.schema();
    }

    /** The same file with columns in other roles; names and kinds must stay. */
    public TableFile withRoles(UnaryOperator<Schema> roles) {
        return new TableFile(file, table.withSchema(roles.apply(schema())), lines, declaredTask, warnings);
    }

    /** The given rows, in the given order. */
    public TableFile select(int[] rows) {
        int[] some = IntStream.of(rows).map(row -> lines[row]).toArray();
        return new TableFile(file, table.select(rows), some, declaredTask, warnings);
    }

    /** What does not keep anybody from working, but should be known. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The 1-based line of the file in which a row of the table begins. */
    public int lineOf(int row) {
        return lines[row];
    }

    /**
     * What the target is, as declared, else a number if it is numeric; empty if there is no target. The classes are
     * those of this file; the task of a file that was read like a history is the history's.
     */
    public Optional<Task> task() {
        return schema().indexOf(Role.TARGET).map(target -> {
            boolean numeric = schema().columns().get(target).kind() == Kind.NUMERIC;
            return declaredTask.map(t -> t == TaskKind.REGRESSION).orElse(numeric)
                    ? new Task.Regression()
                    : new Task.Classification(Encoding.classes(table));
        });
    }
}
