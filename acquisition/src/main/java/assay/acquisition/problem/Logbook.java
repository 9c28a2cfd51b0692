package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What a test house writes beside a test: its name, its day, its price. */
final class Logbook {

    private static final Column COST = new Column("cost", Kind.NUMERIC, Role.COST, "");
    private static final double BASE_PRICE = 1000;
    private static final LocalDate OPENED = LocalDate.of(2015, 1, 1);
    private static final LocalDate CLOSED = LocalDate.of(2025, 1, 1);

    private Logbook() {}

    /** A table that begins with the ids, if they were asked for. */
    static Columns open(String prefix, int rows, GenerationOptions options) {
        Columns table = new Columns(rows);
        return options.extras().contains(ExtraColumn.ID)
                ? table.addTexts("id", Kind.TEXT, Role.ID, ids(prefix, rows))
                : table;
    }

    /** A table of what was injected: the ids of the tests, or 0-based row numbers where they have none. */
    static Columns truth(int rows, GenerationOptions options) {
        List<String> ids = options.extras().contains(ExtraColumn.ID)
                ? ids("T", rows)
                : IntStream.range(0, rows).mapToObj(Integer::toString).toList();
        return new Columns(rows).addTexts("id", Kind.TEXT, Role.ID, ids);
    }

    static Columns addDays(Columns table, int rows, GenerationOptions options, Seed seed) {
        return options.extras().contains(ExtraColumn.DATE) ? table.addDates("date", days(rows, seed)) : table;
    }

    /** @param values d x n, one array per input */
    static Columns addPrices(
            Columns table, List<Input> inputs, double[][] values, int rows, GenerationOptions options, Seed seed) {
        return options.extras().contains(ExtraColumn.COST)
                ? table.addNumbers(COST, prices(inputs, values, rows, seed))
                : table;
    }

    /** PREFIX-0001 .., with as many digits as the last one needs, so that text order is row order. */
    static List<String> ids(String prefix, int rows) {
        int digits = Math.max(4, Integer.toString(rows).length());
        String format = prefix + "-%0" + digits + "d";
        return IntStream.rangeClosed(1, rows).mapToObj(format::formatted).toList();
    }

    /** n days since 1970-01-01, drawn uniformly from the ten years before 2025, ascending. */
    static int[] days(int rows, Seed seed) {
        RandomGenerator random = seed.derive("dates").generator();
        int first = (int) OPENED.toEpochDay();
        int end = (int) CLOSED.toEpochDay();
        return IntStream.generate(() -> random.nextInt(first, end))
                .limit(rows)
                .sorted()
                .toArray();
    }

    /**
     * n prices > 0 in a currency with cents: 1000 (1 + 0.5 a + 0.25 b) exp(0.1 z), where a and b are the first and the
     * second continuous input scaled to 0 .. 1 over their range (0 if there is none), and z ~ N(0, 1).
     *
     * @param values d x n, one array per input
     */
    static double[] prices(List<Input> inputs, double[][] values, int rows, Seed seed) {
        double[] noise = Draws.gaussians(rows, 0.1, seed.derive("prices"));
        int[] numeric = IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i) instanceof Input.Continuous)
                .limit(2)
                .toArray();
        double[] prices = new double[rows];
        for (int row = 0; row < rows; row++) {
            double factor = 1;
            double slope = 0.5;
            for (int i : numeric) {
                factor += slope * share((Input.Continuous) inputs.get(i), values[i][row]);
                slope /= 2;
            }
            prices[row] = Math.rint(100 * BASE_PRICE * factor * StrictMath.exp(noise[row])) / 100;
        }
        return prices;
    }

    private static double share(Input.Continuous input, double value) {
        return Math.max(0, Math.min(1, (value - input.low()) / (input.high() - input.low())));
    }
}
