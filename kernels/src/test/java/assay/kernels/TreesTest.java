package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        FOREST.add(1, x, 5, 2, out);
        assertArrayEquals(new double[] {11, 21, 31, 21, 31}, out);
    }

    @Test
    void aTreeWithoutEndIsRefused() {
        int[] self = {1, 0};
        assertThrows(
                IllegalArgumentException.class,
                () -> new Trees(new int[2], new double[2], self, self, new double[2], new int[] {0}));
    }
}
