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
 */
record TrialSource(KnownTests tests, Optional<List<Integer>> oldestFirst, Sizes sizes) {

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
        return new TrialSource(tests, order, new Sizes(wish.start(), pool, test));
    }

    private static List<Integer> oldestFirst(KnownTests tests) {
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
        Table test = tests.holdoutFile().map(file -> file.table()).orElseGet(() -> pool.select(deal.test()));
        return Trial.of(
                pool.select(deal.start()),
                pool.select(deal.pool()),
                test,
                tests.known().task(),
                scaling);
    }
}
