package assay.campaigns.csv;

/**
 * Something in a file that is not as it should be, and what to do about it.
 *
 * @param severity whether work can go on
 * @param file as the user named it
 * @param line 1-based line in the file, the header is line 1; 0 if the problem is not in one line
 * @param column name of the column; empty if the problem is not in one column
 * @param found what stands there
 * @param expected what should stand there
 * @param cure a likely way out, a sentence starting with a verb or "Maybe"; empty if none is known
 */
public record Problem(
        Severity severity, String file, int line, String column, String found, String expected, String cure) {

    /** Whether work can go on. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** An error that is in one cell. */
    public static Problem inCell(String file, int line, String column, String found, String expected, String cure) {
        return new Problem(Severity.ERROR, file, line, column, found, expected, cure);
    }

    /** An error of a whole file. */
    public static Problem ofFile(String file, String found, String expected, String cure) {
        return new Problem(Severity.ERROR, file, 0, "", found, expected, cure);
    }

    /** An error of a whole column. */
    public static Problem ofColumn(String file, String column, String found, String expected, String cure) {
        return new Problem(Severity.ERROR, file, 0, column, found, expected, cure);
    }

    /** The same, but work can go on. */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, file, line, column, found, expected, cure);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for people: {@code tests.csv, line 17, column mass: found "abc", expected a number. Maybe ...}. */
    public String describe() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!column.isEmpty()) {
            text.append(", column ").append(column);
        }
        text.append(": found ").append(found).append(", expected ").append(expected);
        if (!cure.isEmpty()) {
            text.append(". ").append(cure);
        }
        return text.toString();
    }
}
