package assay.crash.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Numbers and lists as people write them in a sentence. */
final class Words {

    private static final MathContext DIGITS = new MathContext(4);

    private Words() {}

    /** To four digits; {@code unknown} if missing. */
    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "unknown";
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
