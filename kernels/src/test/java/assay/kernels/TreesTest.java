package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreesTest {

    /**
     * Tree 0: x0 at most 1 ? 10 : (x1 at most 5 ? 20 : 30). Tree 1: a leaf of 0.5. Nodes 0 .. 4 and 5.
     */
    private static final Trees FOREST = new Trees(
            new int[] {0, 0, 1, 0, 0, 0},
            new double[] {1, 0, 5, 0, 0, 0},
            new int[] {1, 1, 3, 3, 4, 5},
            new int[] {2, 1, 4, 3, 4, 5},
            new double[] {0, 10, 0, 20, 30, 0.5},
            new int[] {0, 5});

    /** Five rows: four that go together and one left over. NaN goes right. */
    @Test
    void rowsFallToTheirLeaves() {
        double[] x = {1, 9, 2, 5, 2, 6, Double.NaN, 0, 2, Double.NaN};
        double[] out = {7, 7, 7, 7, 7};
        FOREST.sum(x, 5, 2, out);
        assertArrayEquals(new double[] {10.5, 20.5, 30.5, 20.5, 30.5}, out);
        double[] each = new double[10];
        FOREST.each(x, 5, 2, each);
        assertArrayEquals(new double[] {10, 20, 30, 20, 30, .5, .5, .5, .5, .5}, each);
    }

    /** 40 random trees of up to 12 levels against a walk down the nodes; whole numbers, so that many are thresholds. */
    @Test
    void manyRowsFallAsOneDoes() {
        SplittableRandom random = new SplittableRandom(5);
        int[] feature = new int[20_000];
        double[] threshold = new double[20_000];
        int[] left = new int[20_000];
        int[] right = new int[20_000];
        double[] value = new double[20_000];
        int[] roots = new int[40];
        int size = 0;
        for (int tree = 0; tree < 40; tree++) {
            roots[tree] = size++;
            int end = Math.min(20_000, size + 2 * (1 + random.nextInt(200)));
            for (int node = roots[tree]; node < size; node++) {
                feature[node] = random.nextInt(5);
                threshold[node] = random.nextInt(-4, 5);
                value[node] = random.nextDouble();
                boolean leaf = size + 2 > end || node > roots[tree] && random.nextInt(4) == 0;
                left[node] = leaf ? node : size++;
                right[node] = leaf ? node : size++;
            }
        }
        Trees forest = new Trees(
                Arrays.copyOf(feature, size),
                Arrays.copyOf(threshold, size),
                Arrays.copyOf(left, size),
                Arrays.copyOf(right, size),
                Arrays.copyOf(value, size),
                roots);
        int rows = 1003;
        double[] x = new double[rows * 6];
        Arrays.setAll(x, i -> random.nextInt(50) == 0 ? Double.NaN : random.nextInt(-5, 6));
        x[0] = -0.0;
        x[1] = Double.POSITIVE_INFINITY;
        x[2] = Double.NEGATIVE_INFINITY;
        double[] sums = new double[rows];
        double[] each = new double[40 * rows];
        forest.sum(x, rows, 6, sums);
        forest.each(x, rows, 6, each);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int tree = 0; tree < 40; tree++) {
                int node = roots[tree];
                while (left[node] != node) {
                    node = x[row * 6 + feature[node]] <= threshold[node] ? left[node] : right[node];
                }
                assertEquals(value[node], each[tree * rows + row]);
                sum += value[node];
            }
            assertEquals(sum, sums[row]);
        }
    }

    @Test
    void aTreeWithoutEndIsRefused() {
        int[] self = {1, 0};
        assertThrows(
                IllegalArgumentException.class,
                () -> new Trees(new int[2], new double[2], self, self, new double[2], new int[] {0}));
    }
}
