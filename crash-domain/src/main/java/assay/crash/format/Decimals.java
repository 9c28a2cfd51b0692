package assay.crash.format;

import java.util.OptionalDouble;

/** Numbers as written: digits with at most one point and an exponent. What only Java calls a number, such as 1f, is none. */
final class Decimals {

    private static final int LONGEST = 60;

    private Decimals() {}

    /** The number, if it is one and finite. */
    static OptionalDouble parse(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return OptionalDouble.empty();
            }
        }
        try {
            double number = Double.parseDouble(text.toString());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
