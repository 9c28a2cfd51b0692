package assay.kernels;

/**
 * Products by {@link VectorBlocks}. Fewer columns than a vector has lanes are done by single numbers with the same multiply-adds, so that
 * an element's bits depend on nothing but its row of A and its column of B.
 */
final class VectorProducts extends ProductKernel {

    private static final int L = Lanes.FLOATS.length();

    private static final VectorBlocks ROWS = new VectorRowBlocks();
    private static final VectorBlocks COLUMNS = new VectorColumnBlocks();

    @Override
    void multiply(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aRow,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n) {
        if (n < L) {
            narrow(start, startFrom, a, aFrom, aRow, 1, b, bFrom, c, cFrom, m, k, n);
        } else {
            ROWS.product(start, startFrom, a, aFrom, aRow, 1, aRow, b, bFrom, c, cFrom, m, k, n);
        }
    }

    @Override
    void multiplyTransposed(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n) {
        if (n < L) {
            narrow(start, startFrom, a, aFrom, 1, aColumn, b, bFrom, c, cFrom, m, k, n);
        } else {
            COLUMNS.product(start, startFrom, a, aFrom, 1, aColumn, aColumn, b, bFrom, c, cFrom, m, k, n);
        }
    }

    private static void narrow(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int row = aFrom + i * aRow;
            int out = cFrom + i * n;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                elements4x4(start, startFrom + j, a, row, aRow, aColumn, b, bFrom + j, c, out + j, k, n);
            }
            for (; j < n; j++) {
                elements4x1(start[startFrom + j], a, row, aRow, aColumn, b, bFrom + j, c, out + j, k, n);
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[cFrom + i * n + j] = element(start[startFrom + j], a, aFrom + i * aRow, aColumn, b, bFrom + j, k, n);
            }
        }
    }

    /** Four columns of four rows, one number at a time: vectors of a second width would slow down the first. */
    private static void elements4x4(
            float[] start,
            int startFrom,
            float[] a,
            int row,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int out,
            int k,
            int n) {
        float c00 = start[startFrom];
        float c01 = start[startFrom + 1];
        float c02 = start[startFrom + 2];
        float c03 = start[startFrom + 3];
        float c10 = start[startFrom];
        float c11 = start[startFrom + 1];
        float c12 = start[startFrom + 2];
        float c13 = start[startFrom + 3];
        float c20 = start[startFrom];
        float c21 = start[startFrom + 1];
        float c22 = start[startFrom + 2];
        float c23 = start[startFrom + 3];
        float c30 = start[startFrom];
        float c31 = start[startFrom + 1];
        float c32 = start[startFrom + 2];
        float c33 = start[startFrom + 3];
        int p0 = row;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            float b0 = b[q];
            float b1 = b[q + 1];
            float b2 = b[q + 2];
            float b3 = b[q + 3];
            float x = a[p0];
            c00 = Math.fma(x, b0, c00);
            c01 = Math.fma(x, b1, c01);
            c02 = Math.fma(x, b2, c02);
            c03 = Math.fma(x, b3, c03);
            x = a[p0 + aRow];
            c10 = Math.fma(x, b0, c10);
            c11 = Math.fma(x, b1, c11);
            c12 = Math.fma(x, b2, c12);
            c13 = Math.fma(x, b3, c13);
            x = a[p0 + 2 * aRow];
            c20 = Math.fma(x, b0, c20);
            c21 = Math.fma(x, b1, c21);
            c22 = Math.fma(x, b2, c22);
            c23 = Math.fma(x, b3, c23);
            x = a[p0 + 3 * aRow];
            c30 = Math.fma(x, b0, c30);
            c31 = Math.fma(x, b1, c31);
            c32 = Math.fma(x, b2, c32);
            c33 = Math.fma(x, b3, c33);
            p0 += aColumn;
            q += n;
        }
        int out1 = out + n;
        int out2 = out1 + n;
        int out3 = out2 + n;
        c[out] = c00;
        c[out + 1] = c01;
        c[out + 2] = c02;
        c[out + 3] = c03;
        c[out1] = c10;
        c[out1 + 1] = c11;
        c[out1 + 2] = c12;
        c[out1 + 3] = c13;
        c[out2] = c20;
        c[out2 + 1] = c21;
        c[out2 + 2] = c22;
        c[out2 + 3] = c23;
        c[out3] = c30;
        c[out3 + 1] = c31;
        c[out3 + 2] = c32;
        c[out3 + 3] = c33;
    }

    /** One column of four rows. */
    private static void elements4x1(
            float start,
            float[] a,
            int row,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int out,
            int k,
            int n) {
        float c0 = start;
        float c1 = start;
        float c2 = start;
        float c3 = start;
        int p0 = row;
        for (int p = 0; p < k; p++) {
            float x = b[bFrom + p * n];
            c0 = Math.fma(a[p0], x, c0);
            c1 = Math.fma(a[p0 + aRow], x, c1);
            c2 = Math.fma(a[p0 + 2 * aRow], x, c2);
            c3 = Math.fma(a[p0 + 3 * aRow], x, c3);
            p0 += aColumn;
        }
        c[out] = c0;
        c[out + n] = c1;
        c[out + 2 * n] = c2;
        c[out + 3 * n] = c3;
    }

    private static float element(float start, float[] a, int row, int aColumn, float[] b, int bFrom, int k, int n) {
        float sum = start;
        for (int p = 0; p < k; p++) {
            sum = Math.fma(a[row + p * aColumn], b[bFrom + p * n], sum);
        }
        return sum;
    }
}
