package assay.crash.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways the formats write a day: 03/OCT/2017, 03-OCT-17, 2017-10-03 with or without a time, 03.10.2017. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[/-]([A-Za-z]{3})[/-](\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([ T].*)?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    /** Years of two digits are those from 1970 to 2069: the database has no older tests. */
    private static final int FIRST_YEAR = 70;

    private Dates() {}

    static Optional<LocalDate> parse(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            int month = MONTHS.indexOf(named.group(2).toUpperCase(Locale.ROOT)) + 1;
            int year = Integer.parseInt(named.group(3));
            year += named.group(3).length() == 4 ? 0 : year >= FIRST_YEAR ? 1900 : 2000;
            return of(year, month, named.group(1));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher dotted = DOTTED.matcher(text);
        return dotted.matches()
                ? of(Integer.parseInt(dotted.group(3)), Integer.parseInt(dotted.group(2)), dotted.group(1))
                : Optional.empty();
    }

    private static Optional<LocalDate> of(int year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(year, month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As the EV5 format writes a day. */
    static String ev5(LocalDate date) {
        return String.format(
                Locale.ROOT,
                "%02d/%s/%04d",
                date.getDayOfMonth(),
                MONTHS.get(date.getMonthValue() - 1),
                date.getYear());
    }
}
