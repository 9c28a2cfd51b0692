package assay.reports;

import assay.acquisition.Kind;
import assay.acquisition.Table;
import java.util.Locale;

/**
 * One cell of a table.
 *
 * @param text for people
 * @param key for sorting and copying: a decimal number or a word; empty if unknown
 */
record Cell(String text, String key) {

    private static final int LONGEST_NUMBER = 10;

    static Cell of(double value, Decimals decimals) {
        return new Cell(decimals.write(value), Double.isFinite(value) ? Double.toString(value) : "");
    }

    static Cell of(String text) {
        return text.isEmpty() ? new Cell(Decimals.UNKNOWN, "") : new Cell(text, text);
    }

    /** As the engineer wrote it; a number of very many digits is shortened to six significant ones. */
    static Cell of(Table table, int row, int column) {
        if (table.isMissing(row, column)) {
            return of("");
        }
        String text = table.text(row, column).strip();
        if (table.schema().columns().get(column).kind() != Kind.NUMERIC) {
            return of(text);
        }
        double number = table.number(row, column);
        boolean readable = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
        return new Cell(
                readable ? text : String.format(Locale.ROOT, "%.6g", number).replaceFirst("(\\.\\d*?)0+$", "$1"),
                Double.toString(number));
    }
}
