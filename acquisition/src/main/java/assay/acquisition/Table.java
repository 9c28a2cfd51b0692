package assay.acquisition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Experiments as the engineer writes them: typed cells under a {@link Schema}, some of them missing. Models see them
 * only after an {@link Encoding}. Immutable.
 */
public final class Table {

    private final Schema schema;
    private final int rows;
    private final List<double[]> numbers;
    private final List<String[]> texts;

    private Table(Schema schema, int rows, List<double[]> numbers, List<String[]> texts) {
        this.schema = schema;
        this.rows = rows;
        this.numbers = numbers;
        this.texts = texts;
    }

    /**
     * Gathers a table column by column.
     *
     * @param numbers one array per column: {@code rows} NUMERIC cells by value, or DATE cells in days since
     *     1970-01-01, NaN where missing; of CATEGORICAL and TEXT columns ignored, and may be an empty array
     * @param texts one array per column: {@code rows} CATEGORICAL or TEXT cells as written, empty where missing; of
     *     NUMERIC and DATE columns ignored, and may be an empty array
     */
    public static Table of(Schema schema, int rows, List<double[]> numbers, List<String[]> texts) {
        return owning(
                schema,
                rows,
                numbers.stream().map(double[]::clone).toList(),
                texts.stream().map(String[]::clone).toList());
    }

    /** The same over the arrays themselves, which nobody may change from now on: for who has just read them from a large file. */
    public static Table owning(Schema schema, int rows, List<double[]> numbers, List<String[]> texts) {
        int columns = schema.columns().size();
        if (numbers.size() != columns || texts.size() != columns) {
            throw new IllegalArgumentException(
                    "a table of %d columns needs as many arrays, but got %d of numbers and %d of texts"
                            .formatted(columns, numbers.size(), texts.size()));
        }
        List<double[]> ownNumbers = new ArrayList<>();
        List<String[]> ownTexts = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            Column column = schema.columns().get(c);
            boolean numeric = isNumeric(column);
            if ((numeric ? numbers.get(c).length : texts.get(c).length) != rows) {
                throw new IllegalArgumentException("column %s does not have %d cells".formatted(column.name(), rows));
            }
            ownNumbers.add(numeric ? numbers.get(c) : new double[0]);
            ownTexts.add(numeric ? new String[0] : texts.get(c));
        }
        return new Table(schema, rows, ownNumbers, ownTexts);
    }

    private static boolean isNumeric(Column column) {
        return column.kind() == Kind.NUMERIC || column.kind() == Kind.DATE;
    }

    public Schema schema() {
        return schema;
    }

    public int size() {
        return rows;
    }

    /** The number in a NUMERIC cell, or the days since 1970-01-01 of a DATE; NaN if missing. */
    public double number(int row, int column) {
        return numbers.get(column)[row];
    }

    /**
     * The cell in writing; empty if missing. Words are as they were written, numbers in their shortest form ({@code 12}
     * for {@code 12.0}), dates as ISO 8601 in UTC.
     */
    public String text(int row, int column) {
        Kind kind = schema.columns().get(column).kind();
        if (kind == Kind.CATEGORICAL || kind == Kind.TEXT) {
            return texts.get(column)[row];
        }
        double number = numbers.get(column)[row];
        if (Double.isNaN(number)) {
            return "";
        }
        return kind == Kind.DATE ? date(number) : decimal(number);
    }

    private static String decimal(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : new BigDecimal(Double.toString(number)).toPlainString();
    }

    private static String date(double days) {
        if (days == Math.rint(days)) {
            return LocalDate.ofEpochDay((long) days).toString();
        }
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(days * 86_400_000)), ZoneOffset.UTC)
                .toString();
    }

    public boolean isMissing(int row, int column) {
        return isNumeric(schema.columns().get(column))
                ? Double.isNaN(numbers.get(column)[row])
                : texts.get(column)[row].isEmpty();
    }

    /** One name per row: the ID column, or the 0-based row number where there is none. */
    public List<String> ids() {
        Optional<Integer> id = schema.indexOf(Role.ID);
        List<String> ids = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            ids.add(id.isPresent() ? text(row, id.get()) : Integer.toString(row));
        }
        return ids;
    }

    /** The cells of a NUMERIC or DATE column, NaN where missing. */
    public double[] numbers(int column) {
        return numbers.get(column).clone();
    }

    /** The given rows, in the given order. */
    public Table select(int[] selection) {
        List<double[]> someNumbers = new ArrayList<>();
        List<String[]> someTexts = new ArrayList<>();
        for (int c = 0; c < texts.size(); c++) {
            double[] number = numbers.get(c);
            String[] text = texts.get(c);
            boolean numeric = isNumeric(schema.columns().get(c));
            someNumbers.add(
                    numeric
                            ? Arrays.stream(selection)
                                    .mapToDouble(r -> number[r])
                                    .toArray()
                            : number);
            someTexts.add(
                    numeric
                            ? text
                            : Arrays.stream(selection).mapToObj(r -> text[r]).toArray(String[]::new));
        }
        return new Table(schema, selection.length, someNumbers, someTexts);
    }

    /** The same cells with columns in other roles; names and kinds must not change. */
    public Table withSchema(Schema other) {
        for (int c = 0; c < texts.size(); c++) {
            Column before = schema.columns().get(c);
            Column after = other.columns().get(c);
            if (!before.name().equals(after.name()) || before.kind() != after.kind()) {
                throw new IllegalArgumentException("column %s (%s) cannot become %s (%s)"
                        .formatted(before.name(), before.kind(), after.name(), after.kind()));
            }
        }
        return new Table(other, rows, numbers, texts);
    }
}
