package assay.campaigns.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * An expression over the columns of candidates, such as {@code mass < 2000 && body == "suv"}: numbers and + - * / %, words in quotes,
 * comparisons, {@code && || !}, parentheses, {@code =~ ["a", "b"]} for one of a list, {@code =^} and {@code =$} for words that start or end
 * so, {@code == null} for an empty cell. A column whose name is no plain word stands in backquotes.
 *
 * <p>Apache Commons JEXL reads it; loops, assignments, method calls and access to classes are switched off.
 */
final class Expression {

    private static final JexlFeatures FEATURES = new JexlFeatures()
            .annotation(false)
            .importPragma(false)
            .lambda(false)
            .localVar(false)
            .loops(false)
            .methodCall(false)
            .namespacePragma(false)
            .newInstance(false)
            .pragma(false)
            .register(false)
            .script(false)
            .sideEffect(false)
            .sideEffectGlobal(false)
            .structuredLiteral(true);

    /** A word in quotes, which may hold backquotes, or a name in backquotes. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`([^`]*)`");

    private final String text;
    private final Columns columns;
    private final StrictArithmetic arithmetic = new StrictArithmetic();
    private final List<String> quoted = new ArrayList<>();
    private final JexlExpression expression;

    /**
     * @param text as typed
     * @throws IllegalArgumentException if it cannot be read, or names a column that candidates do not have
     */
    Expression(String text, Columns columns) {
        this.text = text;
        this.columns = columns;
        if (text.isBlank()) {
            throw new IllegalArgumentException("found an empty expression, expected one such as mass < 2000");
        }
        try {
            JexlEngine engine = new JexlBuilder()
                    .arithmetic(arithmetic)
                    .features(FEATURES)
                    .permissions(JexlPermissions.RESTRICTED)
                    .strict(true)
                    .safe(false)
                    .silent(false)
                    .create();
            String plain = plain(text);
            this.expression = engine.createExpression(plain);
            for (List<String> name : engine.createScript(plain).getVariables()) {
                columns.require(text, name(String.join(".", name)));
            }
        } catch (JexlException e) {
            throw new IllegalArgumentException(unreadable(e), e);
        }
    }

    private String unreadable(JexlException e) {
        String where = e.getInfo() == null ? "" : " at character " + e.getInfo().getColumn();
        return "%s: cannot be read%s. Maybe a word without \"quotes\", or = for ==? A column whose name is no plain word stands in `backquotes`"
                .formatted(text, where);
    }

    /** With a plain name for each column in backquotes. */
    private String plain(String typed) {
        Matcher matcher = QUOTED.matcher(typed);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            String replacement = matcher.group();
            if (matcher.group(1) != null) {
                quoted.add(matcher.group(1));
                replacement = "quoted_" + (quoted.size() - 1) + "_";
            }
            matcher.appendReplacement(plain, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(plain).toString();
    }

    private String name(String variable) {
        Matcher matcher = Pattern.compile("quoted_(\\d+)_").matcher(variable);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) < quoted.size()
                ? quoted.get(Integer.parseInt(matcher.group(1)))
                : variable;
    }

    /**
     * Whether a candidate meets the condition.
     *
     * @throws IllegalArgumentException if it is no condition, or compares what cannot be compared
     * @throws MissingCellException if a cell that it needs is empty
     */
    boolean test(int row) {
        Object result = evaluate(row);
        try {
            return arithmetic.toBoolean(result);
        } catch (KindException e) {
            throw complaint(e);
        }
    }

    /** The number that a candidate has; errors as of {@link #test}. */
    double number(int row) {
        Object result = evaluate(row);
        try {
            return (Double) arithmetic.positivize(result);
        } catch (KindException e) {
            throw complaint(e);
        }
    }

    private IllegalArgumentException complaint(KindException e) {
        return new IllegalArgumentException(text + ": " + e.getMessage(), e);
    }

    private Object evaluate(int row) {
        try {
            return expression.evaluate(new Row(row));
        } catch (KindException e) {
            throw complaint(e);
        } catch (JexlException e) {
            if (e.getCause() instanceof KindException kind) {
                throw complaint(kind);
            }
            if (e.getCause() instanceof MissingCellException missing) {
                throw missing;
            }
            throw new IllegalArgumentException("%s: cannot be computed (%s)".formatted(text, e.getMessage()), e);
        }
    }

    /** By column, the words it was compared with so far. */
    Map<String, Set<String>> words() {
        return arithmetic.words();
    }

    /** One candidate as JEXL sees it; nothing can be set. */
    private final class Row implements JexlContext {

        private final int row;

        Row(int row) {
            this.row = row;
        }

        @Override
        public Object get(String variable) {
            return columns.cell(row, name(variable));
        }

        @Override
        public boolean has(String variable) {
            return columns.has(name(variable));
        }

        @Override
        public void set(String variable, Object content) {
            throw new UnsupportedOperationException("columns cannot be set");
        }
    }
}
