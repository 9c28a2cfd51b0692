package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatRankingTest {

    /** By hand: equal numbers keep their order, 0 equals -0, NaN comes last. */
    @Test
    void ordersAreStableWithNanLast() {
        float[] values = {9, 3, Float.NaN, 1, 0f, 3, -0f, -Float.NaN, Float.NEGATIVE_INFINITY, -1, -2, 1e30f};
        int[] order = new int[11];
        new FloatRanking(11).ascending(values, 1, 11, order);
        assertArrayEquals(new int[] {7, 9, 8, 3, 5, 2, 0, 4, 10, 1, 6}, order);
    }

    /** The order of the merge sort, of numbers of all sizes and of few different ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheMergeSort(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatRanking ranking = new FloatRanking(3000);
        for (int n : new int[] {0, 1, 2, 100, 3000}) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++) {
                values[i] = seed % 2 == 0 ? random.nextInt(20) - 10 : Float.intBitsToFloat(random.nextInt());
            }
            double[] wide = IntStream.range(0, n).mapToDouble(i -> values[i]).toArray();
            int[] expected = new int[n];
            Ranking.ascending(wide, n, expected, new int[n]);
            int[] order = new int[n];
            Arrays.fill(order, -1);
            ranking.ascending(values, 0, n, order);
            assertArrayEquals(expected, order);
        }
    }
}
