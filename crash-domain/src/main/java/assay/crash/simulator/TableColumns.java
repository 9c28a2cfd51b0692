package assay.crash.simulator;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Makes a table of equal things, column by column. Mutable, so it stays in the method that made it. */
final class TableColumns<T> {

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<String[]> texts = new ArrayList<>();

    TableColumns(List<T> rows) {
        this.rows = rows;
    }

    /** A column of numbers, each rounded to a few decimals as in a report; NaN stays missing. */
    TableColumns<T> number(Column column, int decimals, ToDoubleFunction<T> value) {
        double parts = 1;
        for (int i = 0; i < decimals; i++) {
            parts *= 10;
        }
        double scale = parts;
        return exact(column, row -> Math.rint(value.applyAsDouble(row) * scale) / scale + 0.0);
    }

    /** A column of numbers or days as they are. */
    TableColumns<T> exact(Column column, ToDoubleFunction<T> value) {
        columns.add(column);
        numbers.add(rows.stream().mapToDouble(value).toArray());
        texts.add(new String[0]);
        return this;
    }

    TableColumns<T> text(Column column, Function<T, String> value) {
        columns.add(column);
        numbers.add(new double[0]);
        texts.add(rows.stream().map(value).toArray(String[]::new));
        return this;
    }

    /** A number that models do not see. */
    TableColumns<T> fact(String name, String unit, int decimals, ToDoubleFunction<T> value) {
        return number(new Column(name, Kind.NUMERIC, Role.IGNORED, unit), decimals, value);
    }

    /** A word that models do not see. */
    TableColumns<T> fact(String name, Function<T, String> value) {
        return text(new Column(name, Kind.CATEGORICAL, Role.IGNORED, ""), value);
    }

    Table table() {
        return Table.of(new Schema(columns), rows.size(), numbers, texts);
    }
}
