package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.Arrays;
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
