package assay.campaigns.csv;

/**
 * Decimal numbers of few digits, as most cells are, the short way: a whole number below 2^53 divided by a power of
 * ten up to 10^22 is rounded once, so the result is that of {@link Double#parseDouble} (Clinger, "How to read floating point
 * numbers accurately", PLDI 1990).
 */
final class ShortDecimal {

    /** As many digits always make a number below 2^53. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int k = 1; k < POWERS.length; k++) {
            POWERS[k] = 10 * POWERS[k - 1];
        }
    }

    private ShortDecimal() {}

    /** The value of {@code [+-]digits[.digits]} with 1 to 15 digits, leading zeros included; NaN for everything else. */
    static double parse(String cell) {
        int length = cell.length();
        boolean negative = length > 0 && cell.charAt(0) == '-';
        int at = negative || length > 0 && cell.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        int decimals = -1;
        long whole = 0;
        for (; at < length; at++) {
            int digit = cell.charAt(at) - '0';
            if (digit >= 0 && digit <= 9) {
                whole = 10 * whole + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
                if (digits > MOST_DIGITS) {
                    return Double.NaN;
                }
            } else if (cell.charAt(at) == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double value = whole / POWERS[Math.max(decimals, 0)];
        return negative ? -value : value;
    }
}
