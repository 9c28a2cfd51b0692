package assay.campaigns.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one cell says. A cell is missing if, without surrounding blanks, it is empty or one of {@code ?}, {@code NA},
 * {@code N/A}; from there on a missing cell is the empty text.
 */
final class Cell {

    private static final Set<String> MISSING = Set.of("", "?", "NA", "N/A");

    /** Words that other programs write for a missing cell; here they are errors among numbers. */
    private static final Set<String> MAYBE_MISSING = Set.of(
            "na", "n/a", "#n/a", "null", "none", "nil", "-", "--", ".", "#value!", "#div/0!", "missing", "unknown");

    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "infinity", "+inf", "-inf", "+infinity", "-infinity", "#inf", "1.#inf", "1.#qnan");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(?:([,.' \\u00a0\\u202f])\\d{3})(?:\\1\\d{3})*([.,]\\d+)?");
    private static final Pattern WITH_UNIT =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*([\\p{L}%\\u00b0\\u00b5$/][^\\d]*)");
    private static final Pattern OTHER_DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}([ T].*)?");
    private static final Pattern DATE_START = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}(:?\\d{2})?)");

    static final String EMPTY_IF_MISSING = "Leave the cell empty if the measurement is missing";

    private Cell() {}

    /** The cell without surrounding blanks (no-break spaces too), and empty if it is missing. */
    static String normalise(String written) {
        int from = 0;
        int to = written.length();
        while (from < to && isBlank(written.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(written.charAt(to - 1))) {
            to--;
        }
        String trimmed = written.substring(from, to);
        return trimmed.length() <= 3 && MISSING.contains(trimmed) ? "" : trimmed;
    }

    private static boolean isBlank(char c) {
        return c > 127 ? Character.isSpaceChar(c) : Character.isWhitespace(c);
    }

    /** The value of a finite decimal number such as {@code -1.5e3}; NaN for everything else. */
    static double number(String cell) {
        double few = ShortDecimal.parse(cell);
        if (!Double.isNaN(few)) {
            return few;
        }
        if (!isPlainDecimal(cell)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(cell);
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** Whether it has the form of a decimal number; unlike {@link Double#parseDouble} without hexadecimals and suffixes. */
    private static boolean isPlainDecimal(String cell) {
        int signed = sign(cell, 0);
        int whole = digits(cell, signed);
        int end = whole;
        int count = whole - signed;
        if (end < cell.length() && cell.charAt(end) == '.') {
            end = digits(cell, whole + 1);
            count += end - whole - 1;
        }
        if (count == 0) {
            return false;
        }
        if (end < cell.length() && (cell.charAt(end) == 'e' || cell.charAt(end) == 'E')) {
            int exponent = sign(cell, end + 1);
            end = digits(cell, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == cell.length();
    }

    private static int sign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether somebody meant a number but wrote it in a way we do not read: {@code 3,14}, {@code 1,234.5}, {@code NaN}. */
    static boolean isNumberLike(String cell) {
        return isNotFinite(cell)
                || isPlainDecimal(cell)
                || DECIMAL_COMMA.matcher(cell).matches()
                || THOUSANDS.matcher(cell).matches();
    }

    /** Whether it is {@code NaN}, {@code inf}, {@code Infinity} or the like. */
    static boolean isNotFinite(String cell) {
        return cell.length() <= 9 && NOT_FINITE.contains(cell.toLowerCase(Locale.ROOT));
    }

    /**
     * Days since 1970-01-01 of an ISO 8601 date, or date and time ({@code T} or a blank between them; UTC unless it has
     * an offset); NaN for everything else.
     */
    static double date(String cell) {
        if (cell.length() < 10 || !DATE_START.matcher(cell).lookingAt()) {
            return Double.NaN;
        }
        try {
            if (cell.length() == 10) {
                return LocalDate.parse(cell).toEpochDay();
            }
            String joined = cell.substring(0, 10) + cell.substring(10).replaceFirst("^ ", "T");
            LocalDateTime time = OFFSET.matcher(joined.substring(10)).matches()
                    ? OffsetDateTime.parse(joined)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                    : LocalDateTime.parse(joined);
            return time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / 86_400e9;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /** Whether it looks like a date that is not written as ISO 8601, such as {@code 31.01.2024}. */
    static boolean isOtherDate(String cell) {
        return OTHER_DATE.matcher(cell).matches() && Double.isNaN(date(cell));
    }

    /** A number in its shortest form: {@code 12} for 12.0. */
    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** What to do about a cell of {@code column} that is not a number. */
    static String numberCure(String cell, String column) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (isNotFinite(cell) || MAYBE_MISSING.contains(lower)) {
            return EMPTY_IF_MISSING;
        }
        if (isPlainDecimal(cell)) {
            return "Maybe an exponent is wrong: numbers go up to 1.8e308";
        }
        if (THOUSANDS.matcher(cell).matches()) {
            return "Write the number without thousands separators, and a decimal point if it has decimals";
        }
        if (DECIMAL_COMMA.matcher(cell).matches()) {
            return "Write it with a decimal point: " + cell.replace(',', '.');
        }
        if (!Double.isNaN(number(cell.replace('\u2212', '-').replace('\u2013', '-')))) {
            return "Write the minus sign as a plain hyphen: -";
        }
        if (cell.startsWith("<") || cell.startsWith(">") || cell.startsWith("~")) {
            return "A bound is not a measurement: write the number alone, or leave the cell empty";
        }
        if (lower.startsWith("0x")) {
            return "Write it as a decimal number";
        }
        Matcher unit = WITH_UNIT.matcher(cell);
        if (unit.matches()) {
            return "Write %s, and the unit in the header: %s [%s]"
                    .formatted(unit.group(1), column, unit.group(2).strip());
        }
        return "Correct it, or leave the cell empty; if words are right here, say kind: categorical in a schema file";
    }

    /** What to do about a cell that is not a date. */
    static String dateCure(String cell) {
        return MAYBE_MISSING.contains(cell.toLowerCase(Locale.ROOT))
                ? "Leave the cell empty if the date is missing"
                : "Write dates as 2024-01-31 or 2024-01-31T14:30";
    }

    /** Whether it holds a NUL, or a byte that was not UTF-8 and so became U+FFFD. */
    static boolean isDamaged(String cell) {
        return cell.indexOf('\ufffd') >= 0 || cell.indexOf('\0') >= 0;
    }

    /** What is wrong with a damaged cell. */
    static String damage(String cell) {
        return cell.indexOf('\0') >= 0
                ? "a NUL byte in " + quote(cell)
                : "a byte that is not UTF-8, shown as \ufffd in " + quote(cell);
    }

    /** What to do about a damaged cell. */
    static String damageCure(String cell) {
        return cell.indexOf('\0') >= 0
                ? "The file is damaged or not text: export it again"
                : "Save the file as UTF-8; maybe it is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8";
    }

    /** The cell in quotes, without control characters and at most 40 characters long: fit for a message. */
    static String quote(String cell) {
        String shown = cell.length() > 40 ? cell.substring(0, 37) + "..." : cell;
        StringBuilder text = new StringBuilder("\"");
        for (char c : shown.toCharArray()) {
            if (c == '\n' || c == '\r') {
                text.append(c == '\n' ? "\\n" : "\\r");
            } else {
                text.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
