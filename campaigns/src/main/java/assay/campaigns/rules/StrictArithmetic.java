package assay.campaigns.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.jexl3.JexlArithmetic;

/**
 * The arithmetic of rules: numbers are doubles, words are words, and neither is ever taken for the other. JEXL would read the word "12" as
 * a number, an empty cell as 0, and 1 / 2 as 0. Mutable: remembers which words columns were compared with.
 */
final class StrictArithmetic extends JexlArithmetic {

    private final Map<String, Set<String>> words = new HashMap<>();

    StrictArithmetic() {
        super(true);
    }

    /** By column, the words it was compared with so far. */
    Map<String, Set<String>> words() {
        return words;
    }

    /** The content of an operand; never missing. */
    private static Object content(Object operand) {
        if (operand instanceof Operand cell) {
            if (cell.isMissing()) {
                throw new MissingCellException(cell.column());
            }
            return cell.content();
        }
        return operand;
    }

    private static double number(Object operand) {
        Object content = content(operand);
        if (content instanceof Number number) {
            return number.doubleValue();
        }
        throw new KindException("%s is %s where a number is needed".formatted(name(operand), kind(content)));
    }

    private static String name(Object operand) {
        if (operand instanceof Operand cell) {
            return cell.toString();
        }
        return operand instanceof String word ? '"' + word + '"' : String.valueOf(operand);
    }

    private static String kind(Object content) {
        if (content instanceof Number) {
            return "a number";
        }
        return content instanceof String ? "a word" : content instanceof Boolean ? "a yes or no" : "a list";
    }

    private static boolean isMissing(Object operand) {
        return operand == null || operand instanceof Operand cell && cell.isMissing();
    }

    @Override
    public boolean equals(Object left, Object right) {
        if (left == null || right == null) {
            return isMissing(left) && isMissing(right);
        }
        Object a = content(left);
        Object b = content(right);
        if (a instanceof Number && b instanceof Number) {
            return number(left) == number(right);
        }
        if (a instanceof String && b instanceof String || a instanceof Boolean && b instanceof Boolean) {
            remember(left, b);
            remember(right, a);
            return a.equals(b);
        }
        throw unlike(left, right, a, b);
    }

    private void remember(Object operand, Object word) {
        if (operand instanceof Operand cell) {
            words.computeIfAbsent(cell.column(), column -> new TreeSet<>()).add((String) word);
        }
    }

    private static KindException unlike(Object left, Object right, Object a, Object b) {
        return new KindException("%s is %s and %s is %s: they cannot be compared%s"
                .formatted(name(left), kind(a), name(right), kind(b), quotes(left, right, a, b)));
    }

    private static String quotes(Object left, Object right, Object a, Object b) {
        boolean unquoted =
                a instanceof Number && !(left instanceof Operand) || b instanceof Number && !(right instanceof Operand);
        return unquoted ? ". Maybe the number in quotes?" : "";
    }

    private int order(Object left, Object right) {
        Object a = content(left);
        Object b = content(right);
        if (a instanceof Number && b instanceof Number) {
            return Double.compare(number(left), number(right));
        }
        if (a instanceof String one && b instanceof String other) {
            return one.compareTo(other);
        }
        throw a == null || b == null
                ? new KindException(
                        "%s can only be compared by == and != with null".formatted(name(a == null ? right : left)))
                : unlike(left, right, a, b);
    }

    @Override
    public boolean lessThan(Object left, Object right) {
        return order(left, right) < 0;
    }

    @Override
    public boolean lessThanOrEqual(Object left, Object right) {
        return order(left, right) <= 0;
    }

    @Override
    public boolean greaterThan(Object left, Object right) {
        return order(left, right) > 0;
    }

    @Override
    public boolean greaterThanOrEqual(Object left, Object right) {
        return order(left, right) >= 0;
    }

    /** {@code body =~ ["suv", "van"]}: one of a list. */
    @Override
    public Boolean contains(Object container, Object value) {
        if (!(container instanceof Object[] list)) {
            throw new KindException("after =~ stands a list, such as [\"a\", \"b\"], not " + name(container));
        }
        boolean found = false;
        for (Object item : list) {
            found |= equals(value, item);
        }
        return found;
    }

    @Override
    public Object add(Object left, Object right) {
        return number(left) + number(right);
    }

    @Override
    public Object subtract(Object left, Object right) {
        return number(left) - number(right);
    }

    @Override
    public Object multiply(Object left, Object right) {
        return number(left) * number(right);
    }

    @Override
    public Object divide(Object left, Object right) {
        return number(left) / number(right);
    }

    @Override
    public Object mod(Object left, Object right) {
        return number(left) % number(right);
    }

    @Override
    public Object negate(Object operand) {
        return -number(operand);
    }

    @Override
    public Object positivize(Object operand) {
        return number(operand);
    }

    @Override
    public Boolean startsWith(Object left, Object right) {
        return word(left).startsWith(word(right));
    }

    @Override
    public Boolean endsWith(Object left, Object right) {
        return word(left).endsWith(word(right));
    }

    private static String word(Object operand) {
        Object content = content(operand);
        if (content instanceof String word) {
            return word;
        }
        throw new KindException("%s is %s where a word is needed".formatted(name(operand), kind(content)));
    }

    @Override
    public boolean toBoolean(Object operand) {
        Object content = content(operand);
        if (content instanceof Boolean answer) {
            return answer;
        }
        throw new KindException(
                "%s is %s where a condition is needed, such as mass < 2000".formatted(name(operand), kind(content)));
    }
}
