package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of C = 1 start' + A B that stay in registers while p runs, for A in rows: element (i, p) is {@code a[aFrom + i *
 * stride + p]}. B is read in place. That an index grows by one with p lets the compiler check it once, before the loop.
 *
 * <p>The last vector of a block starts {@code last} columns after the first: where columns do not fill it, it overlaps the one before and
 * computes the same numbers again.
 */
final class VectorRowBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();
    private static final int MOST_VECTORS = 4;

    private VectorRowBlocks() {}

    static void product(
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
        int j = 0;
        while (j < n) {
            int vectors = VectorProducts.panel(n - j, MOST_VECTORS);
            int at = Math.min(j, n - L);
            int last = Math.min((vectors - 1) * L, n - L - at);
            panel(start, startFrom + at, a, aFrom, aRow, b, bFrom + at, c, cFrom + at, m, k, n, vectors, last);
            j += vectors * L;
        }
    }

    /** Some vectors of columns, all rows. */
    private static void panel(
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
            int n,
            int vectors,
            int last) {
        int height = vectors > 2 ? 4 : 8;
        if (m < height) {
            for (int i = 0; i < m; i++) {
                row(
                        start,
                        startFrom,
                        a,
                        aFrom + i * aRow,
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
        for (int next = 0; next < m; next += height) {
            int i = Math.min(next, m - height);
            int row = aFrom + i * aRow;
            int out = cFrom + i * n;
            switch (vectors) {
                case 1 -> block8x1(start, startFrom, a, row, aRow, b, bFrom, c, out, k, n);
                case 2 -> block8x2(start, startFrom, a, row, aRow, b, bFrom, c, out, k, n, last);
                case 3 -> {
                    if (VectorProducts.MANY_REGISTERS) {
                        block4x3(start, startFrom, a, row, aRow, b, bFrom, c, out, k, n, last);
                    } else {
                        VectorColumnBlocks.block4x3(start, startFrom, a, row, aRow, 1, b, bFrom, c, out, k, n, L, last);
                    }
                }
                default -> block4x4(start, startFrom, a, row, aRow, b, bFrom, c, out, k, n, last);
            }
        }
    }

    /** 4 rows x 4 vectors: 21 registers. */
    private static void block4x4(
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
        FloatVector s2 = FloatVector.fromArray(WIDE, start, startFrom + 2 * L);
        FloatVector s3 = FloatVector.fromArray(WIDE, start, startFrom + last);
        FloatVector c00 = s0;
        FloatVector c01 = s1;
        FloatVector c02 = s2;
        FloatVector c03 = s3;
        FloatVector c10 = s0;
        FloatVector c11 = s1;
        FloatVector c12 = s2;
        FloatVector c13 = s3;
        FloatVector c20 = s0;
        FloatVector c21 = s1;
        FloatVector c22 = s2;
        FloatVector c23 = s3;
        FloatVector c30 = s0;
        FloatVector c31 = s1;
        FloatVector c32 = s2;
        FloatVector c33 = s3;
        int a1 = aFrom + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector b2 = FloatVector.fromArray(WIDE, b, q + 2 * L);
            FloatVector b3 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = FloatVector.broadcast(WIDE, a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = FloatVector.broadcast(WIDE, a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = FloatVector.broadcast(WIDE, a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
            q += n;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + L);
        c02.intoArray(c, cFrom + 2 * L);
        c03.intoArray(c, cFrom + last);
        int to = cFrom + n;
        c10.intoArray(c, to);
        c11.intoArray(c, to + L);
        c12.intoArray(c, to + 2 * L);
        c13.intoArray(c, to + last);
        to = to + n;
        c20.intoArray(c, to);
        c21.intoArray(c, to + L);
        c22.intoArray(c, to + 2 * L);
        c23.intoArray(c, to + last);
        to = to + n;
        c30.intoArray(c, to);
        c31.intoArray(c, to + L);
        c32.intoArray(c, to + 2 * L);
        c33.intoArray(c, to + last);
    }

    /** 4 rows x 3 vectors: 16 registers. */
    private static void block4x3(
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
        int a1 = aFrom + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector b2 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = FloatVector.broadcast(WIDE, a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = FloatVector.broadcast(WIDE, a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = FloatVector.broadcast(WIDE, a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
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
        int a1 = aFrom + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int a4 = a3 + stride;
        int a5 = a4 + stride;
        int a6 = a5 + stride;
        int a7 = a6 + stride;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(WIDE, a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(WIDE, a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(WIDE, a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(WIDE, a[a4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(WIDE, a[a5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(WIDE, a[a6 + p]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(WIDE, a[a7 + p]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
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

    /**
     * 8 rows x 1 vector: 10 registers. The loop is written so that the compiler does not unroll it: it would run out of registers for
     * the places of eight rows.
     */
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
        int end = bFrom + k * n;
        for (int q = bFrom; q < end; q += n) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            x = FloatVector.broadcast(WIDE, a[at + stride]);
            c10 = x.fma(b0, c10);
            x = FloatVector.broadcast(WIDE, a[at + 2 * stride]);
            c20 = x.fma(b0, c20);
            x = FloatVector.broadcast(WIDE, a[at + 3 * stride]);
            c30 = x.fma(b0, c30);
            x = FloatVector.broadcast(WIDE, a[at + 4 * stride]);
            c40 = x.fma(b0, c40);
            x = FloatVector.broadcast(WIDE, a[at + 5 * stride]);
            c50 = x.fma(b0, c50);
            x = FloatVector.broadcast(WIDE, a[at + 6 * stride]);
            c60 = x.fma(b0, c60);
            x = FloatVector.broadcast(WIDE, a[at + 7 * stride]);
            c70 = x.fma(b0, c70);
            at++;
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
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c0 = x.fma(FloatVector.fromArray(WIDE, b, q), c0);
            c1 = x.fma(FloatVector.fromArray(WIDE, b, q + second), c1);
            c2 = x.fma(FloatVector.fromArray(WIDE, b, q + third), c2);
            c3 = x.fma(FloatVector.fromArray(WIDE, b, q + last), c3);
            q += n;
        }
        c0.intoArray(c, cFrom);
        c1.intoArray(c, cFrom + second);
        c2.intoArray(c, cFrom + third);
        c3.intoArray(c, cFrom + last);
    }
}
