package assay.campaigns.cli;

import assay.acquisition.Encoding;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.trial.Deal;
import assay.acquisition.trial.Trial;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.TableFile;
import assay.campaigns.rules.RuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Deals trials from the tests of a file: at random, or in order of time.
 *
 * @param tests of the pool, and if it has a second file those that models are tested on
 * @param oldestFirst rows of the pool in order of time; empty to deal at random
 * @param sizes of the parts
 * @param region where the product will be used: strategies are told which tests to buy lie there, and models are scored there alone
 */
record TrialSource(KnownTests tests, Optional<List<Integer>> oldestFirst, Sizes sizes, Optional<Region> region) {

    /**
     * A condition on tests.
     *
     * @param pool for each test of the pool whether it meets it
     * @param test likewise of the second file; empty without one
     */
    record Region(List<Boolean> pool, List<Boolean> test) {

        /** @throws IllegalArgumentException if the condition cannot be read, or no test of a file meets it */
        static Region of(String condition, KnownTests tests) {
            return new Region(
                    met(condition, tests.file()),
                    tests.holdoutFile().map(file -> met(condition, file)).orElse(List.of()));
        }

        private static List<Boolean> met(String condition, TableFile file) {
            boolean[] met = new RuleReader(file).condition(condition);
            List<Boolean> all =
                    IntStream.range(0, met.length).mapToObj(row -> met[row]).toList();
            if (!all.contains(true)) {
                throw new IllegalArgumentException("--region '%s': no test of %s lies there, of %d"
                        .formatted(condition.strip(), file.file(), met.length));
            }
            return all;
        }

        private static int[] inside(List<Boolean> met, int[] rows) {
            return IntStream.of(rows).filter(met::get).toArray();
        }
    }

    /** In order of time one row of so many is left out of each trial, so that trials differ. */
    private static final int LEFT_OUT = 10;

    private static final int LARGEST_TEST = 1000;

    /**
     * How many tests each part of a trial has.
     *
     * @param start known from the beginning
     * @param pool to buy from
     * @param test rows of the pool file to test on; 0 if there is a file for that
     */
    record Sizes(int start, int pool, int test) {}

    /** What a user says of the sizes; the rest follows from the file. */
    record Wish(int start, Optional<Integer> pool, Optional<Integer> test) {}

    /** Inputs are configurable if nothing is said of which are: a replay can only choose by what it may look at. */
    static Schema configurableUnlessDeclared(Schema schema) {
        return schema.columns(Role.CONFIGURABLE).isEmpty()
                ? new Schema(schema.columns().stream()
                        .map(c -> c.role() == Role.MEASURED ? c.withRole(Role.CONFIGURABLE) : c)
                        .toList())
                : schema;
    }

    /**
     * @param inTime whether to deal in order of the TIME column
     * @param needed how many tests will be bought
     * @throws IllegalArgumentException if there are too few tests
     * @throws InvalidDataException if times are missing
     */
    static TrialSource of(KnownTests tests, boolean inTime, Wish wish, int needed) {
        Optional<List<Integer>> order = inTime ? Optional.of(oldestFirst(tests)) : Optional.empty();
        int all = tests.known().size();
        int dealt = inTime ? all - all / LEFT_OUT : all;
        int test = tests.holdoutFile().isPresent() ? 0 : wish.test().orElse(Math.min(LARGEST_TEST, dealt / 5));
        if (tests.holdoutFile().isEmpty() && test < 1) {
            throw new IllegalArgumentException("--test-size (%d) must be at least 1".formatted(test));
        }
        int left = dealt - wish.start() - test;
        int pool = wish.pool().orElse(Math.max(left, 0));
        if (needed > pool || pool > left) {
            String minus = (inTime ? " less %d left out in turn".formatted(all - dealt) : "")
                    + (test > 0 ? " less %d to test on".formatted(test) : "");
            throw new IllegalArgumentException(
                    "%d tests to start with and %d to buy%s need %d, but %s has %d (%d%s). Maybe fewer --rounds, or a smaller --batch?"
                            .formatted(
                                    wish.start(),
                                    needed,
                                    wish.pool().isPresent() ? " from " + pool : "",
                                    wish.start() + Math.max(needed, wish.pool().orElse(0)),
                                    tests.file().file(),
                                    dealt - test,
                                    all,
                                    minus));
        }
        return new TrialSource(tests, order, new Sizes(wish.start(), pool, test), Optional.empty());
    }

    /**
     * The tests in order of the TIME column.
     *
     * @throws InvalidDataException if times are missing
     */
    static List<Integer> oldestFirst(KnownTests tests) {
        Table table = tests.file().table();
        int time = table.schema().indexOf(Role.TIME).orElseThrow();
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (table.isMissing(row, time)) {
                problems.add(Problem.inCell(
                        tests.file().file().toString(),
                        tests.file().lineOf(row),
                        table.schema().columns().get(time).name(),
                        "a missing cell",
                        "when the test was run",
                        "Fill it in, or leave --time out to deal at random"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
        return IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> table.number(row, time)))
                .toList();
    }

    /** The trial of a repeat: the same for every strategy. */
    Trial trial(Encoding.Scaling scaling, Seed seed) {
        Deal deal = oldestFirst
                .map(order -> Deal.inTime(
                        order.stream().mapToInt(row -> row).toArray(), sizes.start(), sizes.pool(), sizes.test(), seed))
                .orElseGet(() -> Deal.atRandom(tests.known().size(), sizes.start(), sizes.pool(), sizes.test(), seed));
        Table pool = tests.file().table();
        Trial trial = Trial.of(
                pool.select(deal.start()),
                pool.select(deal.pool()),
                scored(pool, deal.test()),
                tests.known().task(),
                scaling);
        return region.map(inside -> trial.withRegion(marked(inside, deal.start()), marked(inside, deal.pool())))
                .orElse(trial);
    }

    private Table scored(Table pool, int[] dealt) {
        Optional<Table> file = tests.holdoutFile().map(TableFile::table);
        if (region.isEmpty()) {
            return file.orElseGet(() -> pool.select(dealt));
        }
        int[] inside = file.map(table -> Region.inside(
                        region.get().test(), IntStream.range(0, table.size()).toArray()))
                .orElseGet(() -> Region.inside(region.get().pool(), dealt));
        if (inside.length == 0) {
            throw new IllegalArgumentException(
                    "none of the %d tests to score on lies in the region. Maybe a larger --test-size?"
                            .formatted(dealt.length));
        }
        return file.orElse(pool).select(inside);
    }

    private static boolean[] marked(Region region, int[] rows) {
        boolean[] marked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            marked[i] = region.pool().get(rows[i]);
        }
        return marked;
    }

    /** The same with a region. */
    TrialSource within(Region other) {
        return new TrialSource(tests, oldestFirst, sizes, Optional.of(other));
    }
}
