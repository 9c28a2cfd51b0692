package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cells of one column as its kind says: numbers (NaN where missing) of NUMERIC and DATE columns, texts (empty where
 * missing) of the others. The arrays are shared with whoever made it, and nobody writes into them.
 */
final class TypedColumn {

    private final Column column;
    private final double[] numbers;
    private final String[] texts;

    private TypedColumn(Column column, double[] numbers, String[] texts) {
        this.column = column;
        this.numbers = numbers;
        this.texts = texts;
    }

    static TypedColumn ofNumbers(Column column, double[] numbers) {
        return new TypedColumn(column, numbers, new String[0]);
    }

    static TypedColumn ofTexts(Column column, String[] texts) {
        return new TypedColumn(column, new double[0], texts);
    }

    Column column() {
        return column;
    }

    String name() {
        return column.name();
    }

    boolean is(Role role) {
        return column.role() == role;
    }

    boolean isNumbers() {
        return column.kind() == Kind.NUMERIC || column.kind() == Kind.DATE;
    }

    int size() {
        return isNumbers() ? numbers.length : texts.length;
    }

    boolean isMissing(int row) {
        return isNumbers() ? Double.isNaN(numbers[row]) : texts[row].isEmpty();
    }

    int missing() {
        return (int) IntStream.range(0, size()).filter(this::isMissing).count();
    }

    double[] numbers() {
        return numbers;
    }

    String[] texts() {
        return texts;
    }

    /** Whether all cells are the same; missing counts as a cell of its own. */
    boolean isConstant() {
        return isNumbers()
                ? Arrays.stream(numbers).allMatch(x -> Double.compare(x, numbers[0]) == 0)
                : Arrays.stream(texts).allMatch(x -> x.equals(texts[0]));
    }

    /** How many different cells there are, without missing ones. */
    int distinct() {
        return (int)
                (isNumbers()
                        ? Arrays.stream(numbers)
                                .filter(x -> !Double.isNaN(x))
                                .sorted()
                                .distinct()
                                .count()
                        : Arrays.stream(texts)
                                .filter(x -> !x.isEmpty())
                                .distinct()
                                .count());
    }

    TypedColumn select(int[] rows) {
        return isNumbers()
                ? ofNumbers(
                        column, IntStream.of(rows).mapToDouble(r -> numbers[r]).toArray())
                : ofTexts(column, IntStream.of(rows).mapToObj(r -> texts[r]).toArray(String[]::new));
    }
}
