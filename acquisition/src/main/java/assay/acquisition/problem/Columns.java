package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers a table column by column. Mutable, so it stays in the method that made it. */
final class Columns {

    /** Below this every whole number is a double and a long. */
    private static final double EXACT_WHOLE = 0x1p53;

    private final int rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<String[]> texts = new ArrayList<>();

    Columns(int rows) {
        this.rows = rows;
    }

    /** Numbers are written so that they read back exactly, without an exponent. */
    Columns addNumbers(Column column, double[] values) {
        return add(
                column, values, Arrays.stream(values).mapToObj(Columns::plain).toArray(String[]::new));
    }

    Columns addTexts(String name, Kind kind, Role role, List<String> values) {
        return add(new Column(name, kind, role, ""), new double[0], values.toArray(String[]::new));
    }

    /** @param days n days since 1970-01-01 */
    Columns addDates(String name, int[] days) {
        return add(
                new Column(name, Kind.DATE, Role.TIME, ""),
                Arrays.stream(days).asDoubleStream().toArray(),
                Arrays.stream(days)
                        .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                        .toArray(String[]::new));
    }

    /** @param values d x n, one array per input */
    Columns addInputs(List<Input> inputs, double[][] values) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) instanceof Input.Categorical categorical) {
                List<String> words = Arrays.stream(values[i])
                        .mapToObj(level -> categorical.levels().get((int) level))
                        .toList();
                addTexts(categorical.name(), Kind.CATEGORICAL, Role.CONFIGURABLE, words);
            } else {
                addNumbers(inputs.get(i).column(), values[i]);
            }
        }
        return this;
    }

    /** Inputs that no formula sees: inert1 .., uniform in [0, 1). */
    Columns addInert(int count, Seed seed) {
        List<Input> inert = IntStream.rangeClosed(1, count)
                .<Input>mapToObj(i -> new Input.Continuous("inert" + i, "", 0, 1))
                .toList();
        return addInputs(inert, Draws.inputs(inert, rows, seed));
    }

    Table table() {
        return Table.of(new Schema(columns), rows, numbers, texts);
    }

    private Columns add(Column column, double[] values, String[] cells) {
        columns.add(column);
        numbers.add(values);
        texts.add(cells);
        return this;
    }

    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE;
        return whole ? Long.toString((long) value) : BigDecimal.valueOf(value).toPlainString();
    }
}
