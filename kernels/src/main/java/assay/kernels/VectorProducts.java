package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of 4 rows x 3 vectors of C, or of 8 rows x 1 vector, stay in registers while p runs; B is read in place. Columns that do not
 * fill a vector are computed by a vector that ends with the row and overlaps the one before, of which only the new lanes
 * are kept. Fewer columns than a vector are done by single numbers with the same multiply-adds, so that an element's bits
 * depend on nothing but its row of A and its column of B.
 */
final class VectorProducts extends ProductKernel {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();

    @Override
    void addProduct(
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
        int j = 0;
        for (; j + 3 * L <= n; j += 3 * L) {
            addThreeVectors(a, aFrom, aRow, aColumn, b, bFrom + j, c, cFrom + j, m, k, n);
        }
        for (; j + L <= n; j += L) {
            addVector(a, aFrom, aRow, aColumn, b, bFrom + j, c, cFrom + j, m, k, n, 0);
        }
        if (j < n && n >= L) {
            addVector(a, aFrom, aRow, aColumn, b, bFrom + n - L, c, cFrom + n - L, m, k, n, L - n + j);
        } else if (j < n) {
            addNarrow(a, aFrom, aRow, aColumn, b, bFrom, c, cFrom, m, k, n);
        }
    }

    /** Three vectors of columns, all rows. */
    private static void addThreeVectors(
            float[] a, int row, int aRow, int aColumn, float[] b, int bFrom, float[] c, int out, int m, int k, int n) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            add4x3(a, row + i * aRow, aRow, aColumn, b, bFrom, c, out + i * n, k, n);
        }
        for (; i < m; i++) {
            add1x3(a, row + i * aRow, aColumn, b, bFrom, c, out + i * n, k, n);
        }
    }

    /** One vector of columns, all rows. */
    private static void addVector(
            float[] a,
            int row,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int out,
            int m,
            int k,
            int n,
            int kept) {
        int i = 0;
        for (; i + 8 <= m; i += 8) {
            add8x1(a, row + i * aRow, aRow, aColumn, b, bFrom, c, out + i * n, k, n, kept);
        }
        for (; i < m; i++) {
            add1x1(a, row + i * aRow, aColumn, b, bFrom, c, out + i * n, k, n, kept);
        }
    }

    /** Fewer columns than a vector has lanes, all rows. */
    private static void addNarrow(
            float[] a, int row, int aRow, int aColumn, float[] b, int bFrom, float[] c, int out, int m, int k, int n) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                add4x4Elements(a, row + i * aRow, aRow, aColumn, b, bFrom + j, c, out + i * n + j, k, n);
            }
            for (; j < n; j++) {
                add4Elements(a, row + i * aRow, aRow, aColumn, b, bFrom + j, c, out + i * n + j, k, n);
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                addElement(a, row + i * aRow, aColumn, b, bFrom + j, c, out + i * n + j, k, n);
            }
        }
    }

    private static void add4x3(
            float[] a, int row, int aRow, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n) {
        int out1 = out + n;
        int out2 = out1 + n;
        int out3 = out2 + n;
        FloatVector c00 = FloatVector.fromArray(WIDE, c, out);
        FloatVector c01 = FloatVector.fromArray(WIDE, c, out + L);
        FloatVector c02 = FloatVector.fromArray(WIDE, c, out + 2 * L);
        FloatVector c10 = FloatVector.fromArray(WIDE, c, out1);
        FloatVector c11 = FloatVector.fromArray(WIDE, c, out1 + L);
        FloatVector c12 = FloatVector.fromArray(WIDE, c, out1 + 2 * L);
        FloatVector c20 = FloatVector.fromArray(WIDE, c, out2);
        FloatVector c21 = FloatVector.fromArray(WIDE, c, out2 + L);
        FloatVector c22 = FloatVector.fromArray(WIDE, c, out2 + 2 * L);
        FloatVector c30 = FloatVector.fromArray(WIDE, c, out3);
        FloatVector c31 = FloatVector.fromArray(WIDE, c, out3 + L);
        FloatVector c32 = FloatVector.fromArray(WIDE, c, out3 + 2 * L);
        int p0 = row;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector b2 = FloatVector.fromArray(WIDE, b, q + 2 * L);
            FloatVector x = FloatVector.broadcast(WIDE, a[p0]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = FloatVector.broadcast(WIDE, a[p0 + aRow]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = FloatVector.broadcast(WIDE, a[p0 + 2 * aRow]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = FloatVector.broadcast(WIDE, a[p0 + 3 * aRow]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            p0 += aColumn;
            q += n;
        }
        c00.intoArray(c, out);
        c01.intoArray(c, out + L);
        c02.intoArray(c, out + 2 * L);
        c10.intoArray(c, out1);
        c11.intoArray(c, out1 + L);
        c12.intoArray(c, out1 + 2 * L);
        c20.intoArray(c, out2);
        c21.intoArray(c, out2 + L);
        c22.intoArray(c, out2 + 2 * L);
        c30.intoArray(c, out3);
        c31.intoArray(c, out3 + L);
        c32.intoArray(c, out3 + 2 * L);
    }

    /** @param kept how many leading lanes hold finished elements, which must stay */
    private static void add8x1(
            float[] a,
            int row,
            int aRow,
            int aColumn,
            float[] b,
            int bFrom,
            float[] c,
            int out,
            int k,
            int n,
            int kept) {
        FloatVector c0 = FloatVector.fromArray(WIDE, c, out);
        FloatVector c1 = FloatVector.fromArray(WIDE, c, out + n);
        FloatVector c2 = FloatVector.fromArray(WIDE, c, out + 2 * n);
        FloatVector c3 = FloatVector.fromArray(WIDE, c, out + 3 * n);
        FloatVector c4 = FloatVector.fromArray(WIDE, c, out + 4 * n);
        FloatVector c5 = FloatVector.fromArray(WIDE, c, out + 5 * n);
        FloatVector c6 = FloatVector.fromArray(WIDE, c, out + 6 * n);
        FloatVector c7 = FloatVector.fromArray(WIDE, c, out + 7 * n);
        int p0 = row;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            c0 = FloatVector.broadcast(WIDE, a[p0]).fma(b0, c0);
            c1 = FloatVector.broadcast(WIDE, a[p0 + aRow]).fma(b0, c1);
            c2 = FloatVector.broadcast(WIDE, a[p0 + 2 * aRow]).fma(b0, c2);
            c3 = FloatVector.broadcast(WIDE, a[p0 + 3 * aRow]).fma(b0, c3);
            c4 = FloatVector.broadcast(WIDE, a[p0 + 4 * aRow]).fma(b0, c4);
            c5 = FloatVector.broadcast(WIDE, a[p0 + 5 * aRow]).fma(b0, c5);
            c6 = FloatVector.broadcast(WIDE, a[p0 + 6 * aRow]).fma(b0, c6);
            c7 = FloatVector.broadcast(WIDE, a[p0 + 7 * aRow]).fma(b0, c7);
            p0 += aColumn;
            q += n;
        }
        store(c0, c, out, kept);
        store(c1, c, out + n, kept);
        store(c2, c, out + 2 * n, kept);
        store(c3, c, out + 3 * n, kept);
        store(c4, c, out + 4 * n, kept);
        store(c5, c, out + 5 * n, kept);
        store(c6, c, out + 6 * n, kept);
        store(c7, c, out + 7 * n, kept);
    }

    private static void store(FloatVector x, float[] c, int at, int kept) {
        if (kept == 0) {
            x.intoArray(c, at);
        } else {
            FloatVector.fromArray(WIDE, c, at).blend(x, Lanes.floatsFrom(kept)).intoArray(c, at);
        }
    }

    private static void add1x3(
            float[] a, int row, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n) {
        FloatVector c0 = FloatVector.fromArray(WIDE, c, out);
        FloatVector c1 = FloatVector.fromArray(WIDE, c, out + L);
        FloatVector c2 = FloatVector.fromArray(WIDE, c, out + 2 * L);
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(WIDE, a[row + p * aColumn]);
            c0 = x.fma(FloatVector.fromArray(WIDE, b, q), c0);
            c1 = x.fma(FloatVector.fromArray(WIDE, b, q + L), c1);
            c2 = x.fma(FloatVector.fromArray(WIDE, b, q + 2 * L), c2);
            q += n;
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + L);
        c2.intoArray(c, out + 2 * L);
    }

    private static void add1x1(
            float[] a, int row, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n, int kept) {
        FloatVector c0 = FloatVector.fromArray(WIDE, c, out);
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            c0 = FloatVector.broadcast(WIDE, a[row + p * aColumn]).fma(FloatVector.fromArray(WIDE, b, q), c0);
            q += n;
        }
        store(c0, c, out, kept);
    }

    /** Four columns of four rows, one number at a time: vectors of a second width would slow down the first. */
    private static void add4x4Elements(
            float[] a, int row, int aRow, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n) {
        int out1 = out + n;
        int out2 = out1 + n;
        int out3 = out2 + n;
        float c00 = c[out];
        float c01 = c[out + 1];
        float c02 = c[out + 2];
        float c03 = c[out + 3];
        float c10 = c[out1];
        float c11 = c[out1 + 1];
        float c12 = c[out1 + 2];
        float c13 = c[out1 + 3];
        float c20 = c[out2];
        float c21 = c[out2 + 1];
        float c22 = c[out2 + 2];
        float c23 = c[out2 + 3];
        float c30 = c[out3];
        float c31 = c[out3 + 1];
        float c32 = c[out3 + 2];
        float c33 = c[out3 + 3];
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
    private static void add4Elements(
            float[] a, int row, int aRow, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n) {
        float c0 = c[out];
        float c1 = c[out + n];
        float c2 = c[out + 2 * n];
        float c3 = c[out + 3 * n];
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

    private static void addElement(
            float[] a, int row, int aColumn, float[] b, int bFrom, float[] c, int out, int k, int n) {
        float sum = c[out];
        for (int p = 0; p < k; p++) {
            sum = Math.fma(a[row + p * aColumn], b[bFrom + p * n], sum);
        }
        c[out] = sum;
    }
}
