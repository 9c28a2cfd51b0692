package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final double[] VALUES = {3, Double.NaN, 1, 0.0, 3, -0.0, Double.NaN, Double.NEGATIVE_INFINITY};

    /** By hand: equal numbers keep their order, 0 equals -0, NaN comes last. */
    @Test
    void ordersAreStableWithNanLast() {
        int[] order = new int[8];
        Ranking.ascending(VALUES, 8, order, new int[8]);
        assertArrayEquals(new int[] {7, 3, 5, 2, 0, 4, 1, 6}, order);
        Ranking.descending(VALUES, 8, order, new int[8]);
        assertArrayEquals(new int[] {0, 4, 2, 3, 5, 7, 1, 6}, order);
    }

    @Test
    void topsAreBeginningsOfOrders() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 1; n < 40; n++) {
            double[] values = random.ints(n, 0, 10)
                    .mapToDouble(i -> i == 0 ? Double.NaN : i)
                    .toArray();
            int[] order = new int[n];
            for (int k = 0; k <= n; k++) {
                int[] top = new int[k];
                Ranking.ascending(values, n, order, new int[n]);
                Ranking.smallest(values, n, top);
                assertArrayEquals(Arrays.copyOf(order, k), top);
                Ranking.descending(values, n, order, new int[n]);
                Ranking.largest(values, n, top);
                assertArrayEquals(Arrays.copyOf(order, k), top);
            }
        }
    }

    @Test
    void topLongerThanAllIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ranking.largest(VALUES, 8, new int[9]));
    }
}
