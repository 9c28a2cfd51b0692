package assay.campaigns.rules;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.batch.Rule;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules on a batch, and applies them to candidates. Mutable: remembers what should be looked at twice.
 *
 * <table><caption>Rules</caption>
 * <tr><th>rule</th><th>written</th><th>means</th></tr>
 * <tr><td>where</td><td>{@code CONDITION}</td><td>only candidates that meet it are bought</td></tr>
 * <tr><td>forbid</td><td>{@code CONDITION}</td><td>no candidate that meets it is bought</td></tr>
 * <tr><td>quota</td><td>{@code CONDITION <= K}, {@code >= K} or {@code == K}</td><td>so many of the batch meet it: the last
 *     comparison is the quota's own</td></tr>
 * <tr><td>limit</td><td>{@code sum(NUMBER) <= X} or {@code >= X}</td><td>so much in total over the batch; the number must not be negative</td></tr>
 * </table>
 *
 * <p>An empty cell that a rule needs is an error of the file: whether such a candidate may be bought is not guessed.
 */
public final class RuleReader {

    private static final Pattern QUOTA = Pattern.compile("(?s)\\s*(.+?)\\s*(<=|>=|==)\\s*(\\d+)\\s*");
    private static final Pattern LIMIT =
            Pattern.compile("(?s)\\s*sum\\s*\\((.+)\\)\\s*(<=|>=)\\s*(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*");

    private final TableFile candidates;
    private final Columns columns;
    private final List<String> warnings = new ArrayList<>();

    /** @param candidates whose rows the rules are about; rows of a pool in the same order */
    public RuleReader(TableFile candidates) {
        this.candidates = candidates;
        this.columns = new Columns(candidates.table());
    }

    /** What should be looked at twice, in the order in which it was found: words that no candidate has. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Whether each candidate meets a condition.
     *
     * @throws IllegalArgumentException if it cannot be read, names a column that candidates do not have, or compares words with numbers
     * @throws InvalidDataException if a cell that it needs is empty
     */
    public boolean[] condition(String typed) {
        Expression expression = new Expression(typed, columns);
        boolean[] answers = new boolean[columns.rows()];
        forEach(expression, typed, row -> answers[row] = expression.test(row));
        return answers;
    }

    /** Errors as of {@link #condition}. */
    public Rule where(String typed) {
        return Rule.only("--where '%s'".formatted(typed.strip()), condition(typed));
    }

    /** Errors as of {@link #condition}. */
    public Rule forbid(String typed) {
        boolean[] answers = condition(typed);
        for (int row = 0; row < answers.length; row++) {
            answers[row] = !answers[row];
        }
        return Rule.only("--forbid '%s'".formatted(typed.strip()), answers);
    }

    /** Errors as of {@link #condition}, or if there is no number of tests at the end. */
    public Rule quota(String typed) {
        Matcher quota = QUOTA.matcher(typed);
        if (!quota.matches()) {
            throw new IllegalArgumentException(
                    "%s: found no number of tests at its end, expected a condition and <= K, >= K or == K, such as body == \"suv\" <= 3"
                            .formatted(typed));
        }
        boolean[] answers = withCureOf(quota.group(1), typed);
        double[] ones = new double[answers.length];
        for (int row = 0; row < ones.length; row++) {
            ones[row] = answers[row] ? 1 : 0;
        }
        double count = Double.parseDouble(quota.group(3));
        return Rule.total(
                "--quota '%s'".formatted(typed.strip()),
                ones,
                quota.group(2).equals("<=") ? 0 : count,
                quota.group(2).equals(">=") ? Double.POSITIVE_INFINITY : count);
    }

    private boolean[] withCureOf(String condition, String typed) {
        try {
            return condition(condition);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof KindException) {
                throw new IllegalArgumentException(
                        "%s. Maybe (%s) <= 1? The last comparison of a quota counts tests"
                                .formatted(e.getMessage(), typed.strip()),
                        e);
            }
            throw e;
        }
    }

    /** Errors as of {@link #condition}, or if it is not written so, or a candidate has a negative number. */
    public Rule limit(String typed) {
        Matcher limit = LIMIT.matcher(typed);
        if (!limit.matches()) {
            throw new IllegalArgumentException(
                    "%s: expected sum(NUMBER) <= X or sum(NUMBER) >= X, such as sum(mass) <= 9000".formatted(typed));
        }
        Expression expression = new Expression(limit.group(1), columns);
        double[] numbers = new double[columns.rows()];
        forEach(expression, typed, row -> {
            numbers[row] = expression.number(row);
            if (!(numbers[row] >= 0 && numbers[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "%s: %s is %s for candidate %s, but must be finite and not negative, as a sum that sinks again cannot be kept to"
                                .formatted(
                                        typed,
                                        limit.group(1).strip(),
                                        numbers[row],
                                        candidates.table().ids().get(row)));
            }
        });
        double bound = Double.parseDouble(limit.group(3));
        boolean atMost = limit.group(2).equals("<=");
        return Rule.total(
                "--limit '%s'".formatted(typed.strip()),
                numbers,
                atMost ? 0 : bound,
                atMost ? bound : Double.POSITIVE_INFINITY);
    }

    /** What is done with each row. */
    @FunctionalInterface
    private interface Each {
        void row(int row);
    }

    private void forEach(Expression expression, String typed, Each each) {
        Map<String, Integer> firstMissing = new LinkedHashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (int row = 0; row < columns.rows(); row++) {
            try {
                each.row(row);
            } catch (MissingCellException e) {
                firstMissing.putIfAbsent(e.column(), row);
                missing.merge(e.column(), 1, Integer::sum);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidDataException(firstMissing.entrySet().stream()
                    .map(first -> Problem.inCell(
                            candidates.file().toString(),
                            candidates.lineOf(first.getValue()),
                            first.getKey(),
                            "a missing cell"
                                    + (missing.get(first.getKey()) > 1
                                            ? " (in %,d rows)".formatted(missing.get(first.getKey()))
                                            : ""),
                            "a cell, as the rule %s needs it".formatted(typed.strip()),
                            "Fill it in, or say what holds then: %s == null || ..., or --missing drop"
                                    .formatted(first.getKey())))
                    .toList());
        }
        expression.words().forEach((column, words) -> checkWords(typed, column, words));
    }

    /** Most words that no candidate has are misspelt, and a rule that never applies is easily overlooked. */
    private void checkWords(String typed, String name, Set<String> words) {
        int position = columns.position(name).orElseThrow();
        Column column = candidates.schema().columns().get(position);
        if (column.kind() != Kind.CATEGORICAL) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (int row = 0; row < columns.rows(); row++) {
            known.add(candidates.table().text(row, position));
        }
        for (String word : words) {
            if (!known.contains(word)) {
                warnings.add("%s: no candidate has %s \"%s\". %s"
                        .formatted(typed.strip(), name, word, NearestName.cure(word, known))
                        .strip());
            }
        }
    }
}
