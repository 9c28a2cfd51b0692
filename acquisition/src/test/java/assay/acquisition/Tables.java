package assay.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small tables for tests. */
final class Tables {

    private Tables() {}

    /** A table from rows of cells as they stand in a file. */
    static Table of(List<Column> columns, String... lines) {
        String[][] cells = Arrays.stream(lines).map(l -> l.split(",", -1)).toArray(String[][]::new);
        List<double[]> numbers = new ArrayList<>();
        List<String[]> texts = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            String[] text = Arrays.stream(cells).map(row -> row[column]).toArray(String[]::new);
            boolean numeric = columns.get(c).kind() == Kind.NUMERIC;
            texts.add(text);
            numbers.add(
                    numeric
                            ? Arrays.stream(text)
                                    .mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t))
                                    .toArray()
                            : new double[0]);
        }
        return Table.of(new Schema(columns), lines.length, numbers, texts);
    }

    static Column numeric(String name, Role role) {
        return new Column(name, Kind.NUMERIC, role, "");
    }

    static Column categorical(String name, Role role) {
        return new Column(name, Kind.CATEGORICAL, role, "");
    }
}
