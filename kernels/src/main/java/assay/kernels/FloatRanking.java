package assay.kernels;

import java.util.Arrays;

/**
 * Orders of floats by their positions, by radix: three passes over 11, 11 and 10 bits, O(n) time, for distances that are
 * sorted again and again. The order is that of {@link Ranking}: stable, NaN last, 0 and -0 equal. Mutable workspace of 16
 * bytes per number, not thread-safe; a call allocates nothing.
 */
public final class FloatRanking {

    private static final int LOW = 11;
    private static final int MIDDLE = 22;
    private static final int MASK = (1 << LOW) - 1;

    private final long[] first;
    private final long[] second;
    private final int[] lowCounts = new int[1 << LOW];
    private final int[] middleCounts = new int[1 << LOW];
    private final int[] highCounts = new int[1 << (32 - MIDDLE)];

    /** @param capacity most numbers of a call */
    public FloatRanking(int capacity) {
        this.first = new long[capacity];
        this.second = new long[capacity];
    }

    /**
     * The positions of the smallest number first.
     *
     * @param values n of them, from {@code from} on
     * @param order receives n positions, counted from {@code from}
     */
    public void ascending(float[] values, int from, int n, int[] order) {
        Arrays.fill(lowCounts, 0);
        Arrays.fill(middleCounts, 0);
        Arrays.fill(highCounts, 0);
        for (int i = 0; i < n; i++) {
            int key = key(values[from + i]);
            lowCounts[key & MASK]++;
            middleCounts[key >>> LOW & MASK]++;
            highCounts[key >>> MIDDLE]++;
            first[i] = (long) key << 32 | i;
        }
        starts(lowCounts);
        starts(middleCounts);
        starts(highCounts);
        for (int i = 0; i < n; i++) {
            long entry = first[i];
            second[lowCounts[(int) (entry >>> 32) & MASK]++] = entry;
        }
        for (int i = 0; i < n; i++) {
            long entry = second[i];
            first[middleCounts[(int) (entry >>> 32 + LOW) & MASK]++] = entry;
        }
        for (int i = 0; i < n; i++) {
            long entry = first[i];
            order[highCounts[(int) (entry >>> 32 + MIDDLE)]++] = (int) entry;
        }
    }

    /** Bits that compare as unsigned numbers: those of negative numbers all turned over, the sign of others set. */
    private static int key(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    /** Turns how many there are of each into where the first one goes. */
    private static void starts(int[] counts) {
        int start = 0;
        for (int b = 0; b < counts.length; b++) {
            int count = counts[b];
            counts[b] = start;
            start += count;
        }
    }
}
