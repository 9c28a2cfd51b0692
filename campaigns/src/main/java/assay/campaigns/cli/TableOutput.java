package assay.campaigns.cli;

import assay.acquisition.Column;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.campaigns.csv.CsvWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Tables on their way out. */
final class TableOutput {

    private TableOutput() {}

    /** Writes a table as CSV, units in the header. */
    static void write(Path file, Table table) {
        List<Column> columns = table.schema().columns();
        Iterable<List<String>> cells = () -> IntStream.range(0, table.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(c -> table.text(row, c))
                        .toList())
                .iterator();
        CsvWriter.write(file, columns.stream().map(Column::label).toList(), cells);
    }

    /** The names of the columns of a role. */
    static List<String> names(Table table, Role role) {
        return table.schema().columns(role).stream().map(Column::name).toList();
    }
}
