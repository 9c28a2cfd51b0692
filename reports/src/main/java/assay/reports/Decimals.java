package assay.reports;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the numbers of one column are written: equally many decimals for all, thousands apart by a narrow space from five
 * digits on, and a dash for what is unknown.
 *
 * @param digits behind the point; in scientific notation of the mantissa
 * @param notation plain or scientific
 */
record Decimals(int digits, Notation notation) {

    enum Notation {
        PLAIN,
        SCIENTIFIC
    }

    /** What stands where a number is unknown. */
    static final String UNKNOWN = "–";

    static final Decimals WHOLE = new Decimals(0, Notation.PLAIN);
    static final Decimals ONE = new Decimals(1, Notation.PLAIN);
    static final Decimals TWO = new Decimals(2, Notation.PLAIN);
    static final Decimals THREE = new Decimals(3, Notation.PLAIN);

    /** Three significant digits for the largest of the values; whole numbers stay whole. */
    static Decimals fitting(double... values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double largest = Arrays.stream(known).map(Math::abs).max().orElse(0);
        if (largest >= 1e9 || largest > 0 && largest < 1e-4) {
            return new Decimals(2, Notation.SCIENTIFIC);
        }
        if (Arrays.stream(known).allMatch(v -> v == Math.rint(v))) {
            return WHOLE;
        }
        return new Decimals(Math.max(0, 2 - (int) Math.floor(Math.log10(largest))), Notation.PLAIN);
    }

    /** Whole units if all are whole, else two decimals. */
    static Decimals ofMoney(double... values) {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v) || Double.isNaN(v)) ? WHOLE : TWO;
    }

    String write(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        if (notation == Notation.SCIENTIFIC) {
            String[] parts =
                    String.format(Locale.ROOT, "%." + digits + "e", value).split("e");
            return withMinus(parts[0]) + " × 10^" + withMinus(Integer.toString(Integer.parseInt(parts[1])));
        }
        String plain = String.format(
                Locale.ROOT, Math.abs(value) >= 10_000 ? "%,." + digits + "f" : "%." + digits + "f", value);
        boolean zero = plain.chars().noneMatch(c -> c >= '1' && c <= '9');
        return withMinus(zero ? plain.replace("-", "") : plain).replace(',', '\u202f');
    }

    private static String withMinus(String number) {
        return number.replace('-', '−');
    }
}
