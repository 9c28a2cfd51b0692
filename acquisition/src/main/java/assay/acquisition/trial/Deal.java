package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which rows of a history a trial starts with, may buy, and is tested on; no row twice. Immutable. */
public final class Deal {

    private final int[] start;
    private final int[] pool;
    private final int[] test;

    private Deal(int[] order, int start, int pool) {
        this.start = Arrays.copyOf(order, start);
        this.pool = Arrays.copyOfRange(order, start, start + pool);
        this.test = Arrays.copyOfRange(order, start + pool, order.length);
    }

    /**
     * Deals at random.
     *
     * @param rows how many there are, at least as many as are dealt
     * @param start how many the trial starts with, at least 1
     * @param pool how many may be bought, at least 1
     * @param test how many it is tested on; 0 where the tests lie elsewhere
     */
    public static Deal atRandom(int rows, int start, int pool, int test, Seed seed) {
        check(rows, start, pool, test);
        return new Deal(Arrays.copyOf(seed.derive("deal").permutation(rows), start + pool + test), start, pool);
    }

    /**
     * Deals in order of time: the oldest are the start, the newest the test, and what lies between may be bought. Of more rows
     * than are dealt some are left out at random, so that repeats differ.
     *
     * @param oldestFirst the rows
     */
    public static Deal inTime(int[] oldestFirst, int start, int pool, int test, Seed seed) {
        check(oldestFirst.length, start, pool, test);
        int[] order = IntStream.of(seed.derive("deal").permutation(oldestFirst.length))
                .limit(start + pool + test)
                .sorted()
                .map(place -> oldestFirst[place])
                .toArray();
        return new Deal(order, start, pool);
    }

    /**
     * Deals at random where models are tested on some of the rows only.
     *
     * @param region for each row whether it may be tested on
     * @param test how many it is tested on, at most as many as may be
     */
    public static Deal atRandom(List<Boolean> region, int start, int pool, int test, Seed seed) {
        check(region, start, pool, test);
        int[] shuffled = seed.derive("deal").permutation(region.size());
        return tested(drawn(shuffled, region, start + pool + test, test), region, start, pool, test);
    }

    /**
     * Deals in order of time where models are tested on the newest of some of the rows only; of the others the oldest are the start. Rows
     * are left out as by {@link #inTime(int[], int, int, int, Seed)}.
     *
     * @param oldestFirst the rows
     * @param region for each row whether it may be tested on
     */
    public static Deal inTime(int[] oldestFirst, List<Boolean> region, int start, int pool, int test, Seed seed) {
        check(region, start, pool, test);
        BitSet dealt = new BitSet();
        IntStream.of(drawn(seed.derive("deal").permutation(region.size()), region, start + pool + test, test))
                .forEach(dealt::set);
        return tested(IntStream.of(oldestFirst).filter(dealt::get).toArray(), region, start, pool, test);
    }

    /** So many of the shuffled rows, twice as many to be tested on among them if there are so many. */
    private static int[] drawn(int[] shuffled, List<Boolean> region, int count, int test) {
        BitSet drawn = new BitSet();
        IntStream.of(shuffled).filter(region::get).limit(2L * test).forEach(drawn::set);
        for (int i = 0; drawn.cardinality() < count; i++) {
            drawn.set(shuffled[i]);
        }
        return IntStream.of(shuffled).filter(drawn::get).toArray();
    }

    /** The last of the region are the test, the first of the others the start, and those behind them the pool. */
    private static Deal tested(int[] order, List<Boolean> region, int start, int pool, int test) {
        int[] inside = IntStream.of(order).filter(region::get).toArray();
        int[] last = Arrays.copyOfRange(inside, inside.length - test, inside.length);
        BitSet set = new BitSet();
        IntStream.of(last).forEach(set::set);
        return new Deal(
                IntStream.concat(
                                IntStream.of(order).filter(row -> !set.get(row)).limit((long) start + pool),
                                IntStream.of(last))
                        .toArray(),
                start,
                pool);
    }

    private static void check(List<Boolean> region, int start, int pool, int test) {
        check(region.size(), start, pool, test);
        long inside = region.stream().filter(in -> in).count();
        if (test > inside) {
            throw new IllegalArgumentException(
                    "%d experiments to test on are more than lie in the region (%d)".formatted(test, inside));
        }
    }

    private static void check(int rows, int start, int pool, int test) {
        if (start < 1 || pool < 1 || test < 0) {
            throw new IllegalArgumentException(
                    "a trial starts with at least 1 experiment (%d) and buys from at least 1 (%d); tests (%d) are not negative"
                            .formatted(start, pool, test));
        }
        if ((long) start + pool + test > rows) {
            throw new IllegalArgumentException(
                    "%d experiments to start with, %d to buy from and %d to test on are more than there are (%d)"
                            .formatted(start, pool, test, rows));
        }
    }

    /** Rows known from the beginning. */
    public int[] start() {
        return start.clone();
    }

    /** Rows that may be bought. */
    public int[] pool() {
        return pool.clone();
    }

    /** Rows that are never bought. */
    public int[] test() {
        return test.clone();
    }
}
