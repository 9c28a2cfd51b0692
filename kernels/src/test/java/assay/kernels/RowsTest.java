package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void gatherAndScatterAreByPosition() {
        float[] source = {1, 2, 3, 4, 5, 6};
        float[] batch = new float[4];
        Rows.gather(source, 2, new int[] {2, 0, 1}, 2, batch);
        assertArrayEquals(new float[] {5, 6, 1, 2}, batch);
        Rows.scatterAdd(batch, 2, new int[] {1, 1}, 2, source);
        assertArrayEquals(new float[] {1, 2, 9, 12, 5, 6}, source);

        double[] from = {1, 2, 3, 4};
        double[] to = new double[2];
        Rows.gather(from, 2, new int[] {1}, 1, to);
        Rows.scatterAdd(to, 2, new int[] {0}, 1, from);
        assertArrayEquals(new double[] {4, 6, 3, 4}, from);
    }

    @Test
    void gradientDescentGoesDown() {
        float[] p = {1, 2};
        Sgd.step(p, new float[] {2, -4}, 0.5);
        assertArrayEquals(new float[] {0, 4}, p);
        double[] q = {1};
        Sgd.step(q, new double[] {2}, 0.25);
        assertArrayEquals(new double[] {0.5}, q);
    }
}
