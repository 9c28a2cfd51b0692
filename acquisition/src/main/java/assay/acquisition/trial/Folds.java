package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.stream.IntStream;

/** Experiments dealt at random into parts of almost equal size, each of which is set apart once. Immutable. */
public final class Folds {

    private final int[] order;
    private final int count;

    /**
     * @param n number of experiments
     * @param count number of folds, 2 .. n
     */
    public Folds(int n, int count, Seed seed) {
        if (count < 2 || count > n) {
            throw new IllegalArgumentException(
                    "folds (%d) must be between 2 and the number of experiments (%d)".formatted(count, n));
        }
        this.order = seed.derive("folds").permutation(n);
        this.count = count;
    }

    public int count() {
        return count;
    }

    /** Rows that are set apart in a fold, ascending. */
    public int[] apart(int fold) {
        return IntStream.range(0, order.length)
                .filter(i -> i % count == fold)
                .map(i -> order[i])
                .sorted()
                .toArray();
    }

    /** All other rows, ascending. */
    public int[] kept(int fold) {
        return IntStream.range(0, order.length)
                .filter(i -> i % count != fold)
                .map(i -> order[i])
                .sorted()
                .toArray();
    }
}
