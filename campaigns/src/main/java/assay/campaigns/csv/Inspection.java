package assay.campaigns.csv;

import assay.acquisition.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be said of a file, whether or not it can be worked with.
 *
 * @param rows how many rows could be read
 * @param columns as far as they could be read; empty without a usable header
 * @param schema of these columns; empty if the header or the declaration is wrong
 * @param problems errors and warnings
 */
public record Inspection(int rows, List<ColumnSummary> columns, Optional<Schema> schema, List<Problem> problems) {

    /** Copies the lists. */
    public Inspection {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
