package assay.kernels;

/** Orders of numbers by their positions: stable, NaN last in either direction, 0 and -0 equal. */
public final class Ranking {

    private Ranking() {}

    /**
     * The positions of the smallest number first: O(n log n), a merge sort.
     *
     * @param values at least n
     * @param order receives n positions
     * @param scratch at least n, overwritten
     */
    public static void ascending(double[] values, int n, int[] order, int[] scratch) {
        sort(values, n, order, scratch, 1);
    }

    /**
     * The positions of the largest number first: O(n log n), a merge sort.
     *
     * @param values at least n
     * @param order receives n positions
     * @param scratch at least n, overwritten
     */
    public static void descending(double[] values, int n, int[] order, int[] scratch) {
        sort(values, n, order, scratch, -1);
    }

    /**
     * The first {@code top.length} positions of {@link #ascending}: O(n log k), a heap in {@code top}.
     *
     * @param values at least n
     * @param top receives the positions, at most n
     */
    public static void smallest(double[] values, int n, int[] top) {
        select(values, n, top, 1);
    }

    /**
     * The first {@code top.length} positions of {@link #descending}: O(n log k), a heap in {@code top}.
     *
     * @param values at least n
     * @param top receives the positions, at most n
     */
    public static void largest(double[] values, int n, int[] top) {
        select(values, n, top, -1);
    }

    /** Whether position i comes before position j; sign 1 for ascending, -1 for descending order. */
    private static boolean before(double[] values, int i, int j, int sign) {
        double x = sign * values[i];
        double y = sign * values[j];
        if (x < y) {
            return true;
        }
        if (x > y) {
            return false;
        }
        boolean lastX = Double.isNaN(x);
        boolean lastY = Double.isNaN(y);
        return lastX == lastY ? i < j : lastY;
    }

    private static void sort(double[] values, int n, int[] order, int[] scratch, int sign) {
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int width = 1; width < n; width *= 2) {
            for (int from = 0; from + width < n; from += 2 * width) {
                merge(values, order, from, from + width, Math.min(from + 2 * width, n), scratch, sign);
            }
        }
    }

    private static void merge(double[] values, int[] order, int from, int middle, int to, int[] scratch, int sign) {
        System.arraycopy(order, from, scratch, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && before(values, order[right], scratch[left], sign)) {
                order[at] = order[right++];
            } else {
                order[at] = scratch[left++];
            }
        }
    }

    /** A heap whose root comes last; then the heap, taken apart, is the order. */
    private static void select(double[] values, int n, int[] top, int sign) {
        int k = top.length;
        if (k > n) {
            throw new IllegalArgumentException("top (%d) must not be longer than n (%d)".formatted(k, n));
        }
        if (k == 0) {
            return;
        }
        for (int i = 0; i < k; i++) {
            top[i] = i;
        }
        for (int i = k / 2 - 1; i >= 0; i--) {
            sink(values, top, i, k, sign);
        }
        for (int i = k; i < n; i++) {
            if (before(values, i, top[0], sign)) {
                top[0] = i;
                sink(values, top, 0, k, sign);
            }
        }
        for (int size = k - 1; size > 0; size--) {
            int last = top[0];
            top[0] = top[size];
            top[size] = last;
            sink(values, top, 0, size, sign);
        }
    }

    private static void sink(double[] values, int[] heap, int from, int size, int sign) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(values, heap[child], heap[child + 1], sign)) {
                child++;
            }
            if (!before(values, heap[at], heap[child], sign)) {
                return;
            }
            int swap = heap[at];
            heap[at] = heap[child];
            heap[child] = swap;
            at = child;
        }
    }
}
