package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of C = 1 start' + A' B that stay in registers while p runs, for A in columns: element (i, p) of A' is {@code a[aFrom + i
 * + p * stride]}. Eight rows, as the elements of A for them lie side by side. Otherwise as {@link VectorRowBlocks}.
 */
final class VectorColumnBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();
    private static final int MOST_VECTORS = 3;
    private static final int ROWS_OF_THREE = VectorProducts.MANY_REGISTERS ? 8 : 4;

    private VectorColumnBlocks() {}

    static void product(
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
        int j = 0;
        while (j < n) {
            int vectors = VectorProducts.panel(n - j, MOST_VECTORS);
            int at = Math.min(j, n - L);
            int last = Math.min((vectors - 1) * L, n - L - at);
            panel(start, startFrom + at, a, aFrom, aColumn, b, bFrom + at, c, cFrom + at, m, k, n, vectors, last);
            j += vectors * L;
        }
    }

    /** Some vectors of columns, all rows. */
    private static void panel(
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
            int n,
            int vectors,
            int last) {
        int height = vectors == 3 ? ROWS_OF_THREE : 8;
        if (m < height) {
            for (int i = 0; i < m; i++) {
                row(
                        start,
                        startFrom,
                        a,
                        aFrom + i,
                        aColumn,
                        b,
                        bFrom,
                        c,
                        cFrom + i * n,
                        k,
                        n,
                        Math.min(L, last),
                        Math.min(2 * L, last),
                        last);
            }
            return;
        }
        int second = Math.min(L, last);
        for (int next = 0; next < m; next += height) {
            boolean half = height == 4 || m - next <= 4 && vectors > 1;
            int i = Math.min(next, m - (half ? 4 : 8));
            int row = aFrom + i;
            int out = cFrom + i * n;
            if (half) {
                block4x3(start, startFrom, a, row, 1, aColumn, b, bFrom, c, out, k, n, second, last);
            } else if (vectors == 3) {
                block8x3(start, startFrom, a, row, aColumn, b, bFrom, c, out, k, n, last);
            } else if (vectors == 2) {
                block8x2(start, startFrom, a, row, aColumn, b, bFrom, c, out, k, n, last);
            } else {
                block8x1(start, startFrom, a, row, aColumn, b, bFrom, c, out, k, n);
            }
        }
    }

    /** 8 rows x 3 vectors: 28 registers. */
    private static void block8x3(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int k,
            int n,
            int last) {
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + L);
        FloatVector s2 = FloatVector.fromArray(WIDE, start, startFrom + last);
        FloatVector c00 = s0;
        FloatVector c01 = s1;
        FloatVector c02 = s2;
        FloatVector c10 = s0;
        FloatVector c11 = s1;
        FloatVector c12 = s2;
        FloatVector c20 = s0;
        FloatVector c21 = s1;
        FloatVector c22 = s2;
        FloatVector c30 = s0;
        FloatVector c31 = s1;
        FloatVector c32 = s2;
        FloatVector c40 = s0;
        FloatVector c41 = s1;
        FloatVector c42 = s2;
        FloatVector c50 = s0;
        FloatVector c51 = s1;
        FloatVector c52 = s2;
        FloatVector c60 = s0;
        FloatVector c61 = s1;
        FloatVector c62 = s2;
        FloatVector c70 = s0;
        FloatVector c71 = s1;
        FloatVector c72 = s2;
        int at = aFrom;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector b2 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = FloatVector.broadcast(WIDE, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = FloatVector.broadcast(WIDE, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = FloatVector.broadcast(WIDE, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            x = FloatVector.broadcast(WIDE, a[at + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            x = FloatVector.broadcast(WIDE, a[at + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            x = FloatVector.broadcast(WIDE, a[at + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            c62 = x.fma(b2, c62);
            x = FloatVector.broadcast(WIDE, a[at + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            c72 = x.fma(b2, c72);
            at += stride;
            q += n;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + L);
        c02.intoArray(c, cFrom + last);
        int to = cFrom + n;
        c10.intoArray(c, to);
        c11.intoArray(c, to + L);
        c12.intoArray(c, to + last);
        to = to + n;
        c20.intoArray(c, to);
        c21.intoArray(c, to + L);
        c22.intoArray(c, to + last);
        to = to + n;
        c30.intoArray(c, to);
        c31.intoArray(c, to + L);
        c32.intoArray(c, to + last);
        to = to + n;
        c40.intoArray(c, to);
        c41.intoArray(c, to + L);
        c42.intoArray(c, to + last);
        to = to + n;
        c50.intoArray(c, to);
        c51.intoArray(c, to + L);
        c52.intoArray(c, to + last);
        to = to + n;
        c60.intoArray(c, to);
        c61.intoArray(c, to + L);
        c62.intoArray(c, to + last);
        to = to + n;
        c70.intoArray(c, to);
        c71.intoArray(c, to + L);
        c72.intoArray(c, to + last);
    }

    /**
     * 4 rows x 3 vectors, the second starting where it is told: 16 registers. A may lie in any way: where registers are few, the steps
     * of known size of {@link VectorRowBlocks} tempt the compiler to unroll the loop and to run out of them.
     */
    static void block4x3(
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
            int k,
            int n,
            int second,
            int last) {
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + second);
        FloatVector s2 = FloatVector.fromArray(WIDE, start, startFrom + last);
        FloatVector c00 = s0;
        FloatVector c01 = s1;
        FloatVector c02 = s2;
        FloatVector c10 = s0;
        FloatVector c11 = s1;
        FloatVector c12 = s2;
        FloatVector c20 = s0;
        FloatVector c21 = s1;
        FloatVector c22 = s2;
        FloatVector c30 = s0;
        FloatVector c31 = s1;
        FloatVector c32 = s2;
        int at = aFrom;
        int at1 = at + aRow;
        int at2 = at1 + aRow;
        int at3 = at2 + aRow;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + second);
            FloatVector b2 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = FloatVector.broadcast(WIDE, a[at1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = FloatVector.broadcast(WIDE, a[at2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = FloatVector.broadcast(WIDE, a[at3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            at += aColumn;
            at1 += aColumn;
            at2 += aColumn;
            at3 += aColumn;
            q += n;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + second);
        c02.intoArray(c, cFrom + last);
        int to = cFrom + n;
        c10.intoArray(c, to);
        c11.intoArray(c, to + second);
        c12.intoArray(c, to + last);
        to = to + n;
        c20.intoArray(c, to);
        c21.intoArray(c, to + second);
        c22.intoArray(c, to + last);
        to = to + n;
        c30.intoArray(c, to);
        c31.intoArray(c, to + second);
        c32.intoArray(c, to + last);
    }

    /** 8 rows x 2 vectors: 19 registers. */
    private static void block8x2(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int k,
            int n,
            int last) {
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + last);
        FloatVector c00 = s0;
        FloatVector c01 = s1;
        FloatVector c10 = s0;
        FloatVector c11 = s1;
        FloatVector c20 = s0;
        FloatVector c21 = s1;
        FloatVector c30 = s0;
        FloatVector c31 = s1;
        FloatVector c40 = s0;
        FloatVector c41 = s1;
        FloatVector c50 = s0;
        FloatVector c51 = s1;
        FloatVector c60 = s0;
        FloatVector c61 = s1;
        FloatVector c70 = s0;
        FloatVector c71 = s1;
        int at = aFrom;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(WIDE, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(WIDE, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(WIDE, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(WIDE, a[at + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(WIDE, a[at + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(WIDE, a[at + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(WIDE, a[at + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            at += stride;
            q += n;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + last);
        int to = cFrom + n;
        c10.intoArray(c, to);
        c11.intoArray(c, to + last);
        to = to + n;
        c20.intoArray(c, to);
        c21.intoArray(c, to + last);
        to = to + n;
        c30.intoArray(c, to);
        c31.intoArray(c, to + last);
        to = to + n;
        c40.intoArray(c, to);
        c41.intoArray(c, to + last);
        to = to + n;
        c50.intoArray(c, to);
        c51.intoArray(c, to + last);
        to = to + n;
        c60.intoArray(c, to);
        c61.intoArray(c, to + last);
        to = to + n;
        c70.intoArray(c, to);
        c71.intoArray(c, to + last);
    }

    /** 8 rows x 1 vector: 10 registers. */
    private static void block8x1(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int k,
            int n) {
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector c00 = s0;
        FloatVector c10 = s0;
        FloatVector c20 = s0;
        FloatVector c30 = s0;
        FloatVector c40 = s0;
        FloatVector c50 = s0;
        FloatVector c60 = s0;
        FloatVector c70 = s0;
        int at = aFrom;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            x = FloatVector.broadcast(WIDE, a[at + 1]);
            c10 = x.fma(b0, c10);
            x = FloatVector.broadcast(WIDE, a[at + 2]);
            c20 = x.fma(b0, c20);
            x = FloatVector.broadcast(WIDE, a[at + 3]);
            c30 = x.fma(b0, c30);
            x = FloatVector.broadcast(WIDE, a[at + 4]);
            c40 = x.fma(b0, c40);
            x = FloatVector.broadcast(WIDE, a[at + 5]);
            c50 = x.fma(b0, c50);
            x = FloatVector.broadcast(WIDE, a[at + 6]);
            c60 = x.fma(b0, c60);
            x = FloatVector.broadcast(WIDE, a[at + 7]);
            c70 = x.fma(b0, c70);
            at += stride;
            q += n;
        }
        c00.intoArray(c, cFrom);
        int to = cFrom + n;
        c10.intoArray(c, to);
        to = to + n;
        c20.intoArray(c, to);
        to = to + n;
        c30.intoArray(c, to);
        to = to + n;
        c40.intoArray(c, to);
        to = to + n;
        c50.intoArray(c, to);
        to = to + n;
        c60.intoArray(c, to);
        to = to + n;
        c70.intoArray(c, to);
    }

    /** One row, four vectors of columns; vectors of the same place are computed as often as they are named. */
    private static void row(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int k,
            int n,
            int second,
            int third,
            int last) {
        FloatVector c0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector c1 = FloatVector.fromArray(WIDE, start, startFrom + second);
        FloatVector c2 = FloatVector.fromArray(WIDE, start, startFrom + third);
        FloatVector c3 = FloatVector.fromArray(WIDE, start, startFrom + last);
        int at = aFrom;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c0 = x.fma(FloatVector.fromArray(WIDE, b, q), c0);
            c1 = x.fma(FloatVector.fromArray(WIDE, b, q + second), c1);
            c2 = x.fma(FloatVector.fromArray(WIDE, b, q + third), c2);
            c3 = x.fma(FloatVector.fromArray(WIDE, b, q + last), c3);
            at += stride;
            q += n;
        }
        c0.intoArray(c, cFrom);
        c1.intoArray(c, cFrom + second);
        c2.intoArray(c, cFrom + third);
        c3.intoArray(c, cFrom + last);
    }
}
