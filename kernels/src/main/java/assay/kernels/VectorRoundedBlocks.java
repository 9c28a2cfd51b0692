package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C = A B + 1 start' in blocks that stay in registers while p runs, to the bits of {@link ScalarProducts}: products and sums are rounded one by
 * one, four products are added up before they go to an element, and the start comes last. B is read in place. As a block needs registers for
 * the four, it is smaller than one of {@link VectorBlocks}; A may lie in any way, as blocks made for rows and for columns would be three percent faster.
 *
 * <p>Columns that do not fill a vector are computed by one that ends with the row, and rows that do not fill a block by one that ends with
 * the last row: both overlap the one before and compute some elements twice, to the same bits.
 *
 * <p>Sums begin with zeros read from memory: a constant vector would be an object, and with it every vector that a loop may leave in its place.
 * A sum is the argument of an addition, not the one that is asked to add, as the compiler does not know the class of what a loop leaves.
 */
final class VectorRoundedBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();
    private static final float[] ZEROS = new float[L];

    /** Where a vector has 16 lanes there are 32 of them in registers; elsewhere, perhaps only 16. */
    private static final boolean MANY_REGISTERS = L == 16;

    private static final int ROWS = MANY_REGISTERS ? 4 : 2;

    /** Three would be a few percent faster, and a short command would be over before they are compiled. */
    private static final int VECTORS = 2;

    private VectorRoundedBlocks() {}

    /**
     * All of C; it has at least as many columns as a vector has lanes.
     *
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next
     */
    static void product(
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
        for (int j = 0; j < n; j += VECTORS * L) {
            int vectors = n - j > L ? VECTORS : 1;
            int at = Math.min(j, n - L);
            int last = Math.min((vectors - 1) * L, n - L - at);
            panel(start, startFrom + at, a, aFrom, aRow, aColumn, b, bFrom + at, c, cFrom + at, m, k, n, vectors, last);
        }
    }

    /** Some vectors of columns, all rows. */
    private static void panel(
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
            int n,
            int vectors,
            int last) {
        if (m < ROWS) {
            for (int i = 0; i < m; i++) {
                row(start, startFrom, a, aFrom + i * aRow, aColumn, b, bFrom, c, cFrom + i * n, k, n, last);
            }
            return;
        }
        for (int next = 0; next < m; next += ROWS) {
            int i = Math.min(next, m - ROWS);
            int at = aFrom + i * aRow;
            int to = cFrom + i * n;
            if (MANY_REGISTERS && vectors == 1) {
                block4x1(start, startFrom, a, at, aRow, aColumn, b, bFrom, c, to, k, n);
            } else if (MANY_REGISTERS) {
                block4x2(start, startFrom, a, at, aRow, aColumn, b, bFrom, c, to, k, n, last);
            } else {
                block2x2(start, startFrom, a, at, aRow, aColumn, b, bFrom, c, to, k, n, last);
            }
        }
    }

    /** 20 registers. */
    private static void block4x2(
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
            int last) {
        FloatVector zero = FloatVector.fromArray(WIDE, ZEROS, 0);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        int at = aFrom;
        int at1 = at + aRow;
        int at2 = at1 + aRow;
        int at3 = at2 + aRow;
        int q = bFrom;
        int p = 0;
        while (p < k - 3) {
            FloatVector t00 = zero;
            FloatVector t01 = zero;
            FloatVector t10 = zero;
            FloatVector t11 = zero;
            FloatVector t20 = zero;
            FloatVector t21 = zero;
            FloatVector t30 = zero;
            FloatVector t31 = zero;
            for (int four = p + 4; p < four; p++) {
                FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
                FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
                FloatVector x = FloatVector.broadcast(WIDE, a[at]);
                t00 = x.mul(b0).add(t00);
                t01 = x.mul(b1).add(t01);
                x = FloatVector.broadcast(WIDE, a[at1]);
                t10 = x.mul(b0).add(t10);
                t11 = x.mul(b1).add(t11);
                x = FloatVector.broadcast(WIDE, a[at2]);
                t20 = x.mul(b0).add(t20);
                t21 = x.mul(b1).add(t21);
                x = FloatVector.broadcast(WIDE, a[at3]);
                t30 = x.mul(b0).add(t30);
                t31 = x.mul(b1).add(t31);
                at += aColumn;
                at1 += aColumn;
                at2 += aColumn;
                at3 += aColumn;
                q += n;
            }
            c00 = t00.add(c00);
            c01 = t01.add(c01);
            c10 = t10.add(c10);
            c11 = t11.add(c11);
            c20 = t20.add(c20);
            c21 = t21.add(c21);
            c30 = t30.add(c30);
            c31 = t31.add(c31);
        }
        for (; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.mul(b0).add(c00);
            c01 = x.mul(b1).add(c01);
            x = FloatVector.broadcast(WIDE, a[at1]);
            c10 = x.mul(b0).add(c10);
            c11 = x.mul(b1).add(c11);
            x = FloatVector.broadcast(WIDE, a[at2]);
            c20 = x.mul(b0).add(c20);
            c21 = x.mul(b1).add(c21);
            x = FloatVector.broadcast(WIDE, a[at3]);
            c30 = x.mul(b0).add(c30);
            c31 = x.mul(b1).add(c31);
            at += aColumn;
            at1 += aColumn;
            at2 += aColumn;
            at3 += aColumn;
            q += n;
        }
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + last);
        int to = cFrom;
        s0.add(c00).intoArray(c, to);
        s1.add(c01).intoArray(c, to + last);
        to += n;
        s0.add(c10).intoArray(c, to);
        s1.add(c11).intoArray(c, to + last);
        to += n;
        s0.add(c20).intoArray(c, to);
        s1.add(c21).intoArray(c, to + last);
        to += n;
        s0.add(c30).intoArray(c, to);
        s1.add(c31).intoArray(c, to + last);
    }

    /** The columns that are left. */
    private static void block4x1(
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
            int n) {
        FloatVector zero = FloatVector.fromArray(WIDE, ZEROS, 0);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        int at = aFrom;
        int at1 = at + aRow;
        int at2 = at1 + aRow;
        int at3 = at2 + aRow;
        int q = bFrom;
        int p = 0;
        while (p < k - 3) {
            FloatVector t00 = zero;
            FloatVector t10 = zero;
            FloatVector t20 = zero;
            FloatVector t30 = zero;
            for (int four = p + 4; p < four; p++) {
                FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
                FloatVector x = FloatVector.broadcast(WIDE, a[at]);
                t00 = x.mul(b0).add(t00);
                x = FloatVector.broadcast(WIDE, a[at1]);
                t10 = x.mul(b0).add(t10);
                x = FloatVector.broadcast(WIDE, a[at2]);
                t20 = x.mul(b0).add(t20);
                x = FloatVector.broadcast(WIDE, a[at3]);
                t30 = x.mul(b0).add(t30);
                at += aColumn;
                at1 += aColumn;
                at2 += aColumn;
                at3 += aColumn;
                q += n;
            }
            c00 = t00.add(c00);
            c10 = t10.add(c10);
            c20 = t20.add(c20);
            c30 = t30.add(c30);
        }
        for (; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.mul(b0).add(c00);
            x = FloatVector.broadcast(WIDE, a[at1]);
            c10 = x.mul(b0).add(c10);
            x = FloatVector.broadcast(WIDE, a[at2]);
            c20 = x.mul(b0).add(c20);
            x = FloatVector.broadcast(WIDE, a[at3]);
            c30 = x.mul(b0).add(c30);
            at += aColumn;
            at1 += aColumn;
            at2 += aColumn;
            at3 += aColumn;
            q += n;
        }
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        int to = cFrom;
        s0.add(c00).intoArray(c, to);
        to += n;
        s0.add(c10).intoArray(c, to);
        to += n;
        s0.add(c20).intoArray(c, to);
        to += n;
        s0.add(c30).intoArray(c, to);
    }

    /** 12 registers, where there may be 16. */
    private static void block2x2(
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
            int last) {
        FloatVector zero = FloatVector.fromArray(WIDE, ZEROS, 0);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        int at = aFrom;
        int at1 = at + aRow;
        int q = bFrom;
        int p = 0;
        while (p < k - 3) {
            FloatVector t00 = zero;
            FloatVector t01 = zero;
            FloatVector t10 = zero;
            FloatVector t11 = zero;
            for (int four = p + 4; p < four; p++) {
                FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
                FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
                FloatVector x = FloatVector.broadcast(WIDE, a[at]);
                t00 = x.mul(b0).add(t00);
                t01 = x.mul(b1).add(t01);
                x = FloatVector.broadcast(WIDE, a[at1]);
                t10 = x.mul(b0).add(t10);
                t11 = x.mul(b1).add(t11);
                at += aColumn;
                at1 += aColumn;
                q += n;
            }
            c00 = t00.add(c00);
            c01 = t01.add(c01);
            c10 = t10.add(c10);
            c11 = t11.add(c11);
        }
        for (; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.mul(b0).add(c00);
            c01 = x.mul(b1).add(c01);
            x = FloatVector.broadcast(WIDE, a[at1]);
            c10 = x.mul(b0).add(c10);
            c11 = x.mul(b1).add(c11);
            at += aColumn;
            at1 += aColumn;
            q += n;
        }
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + last);
        int to = cFrom;
        s0.add(c00).intoArray(c, to);
        s1.add(c01).intoArray(c, to + last);
        to += n;
        s0.add(c10).intoArray(c, to);
        s1.add(c11).intoArray(c, to + last);
    }

    /** One row, two vectors of columns; if they have the same place, it is computed twice. */
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
            int last) {
        FloatVector zero = FloatVector.fromArray(WIDE, ZEROS, 0);
        FloatVector c0 = zero;
        FloatVector c1 = zero;
        int at = aFrom;
        int q = bFrom;
        int p = 0;
        while (p < k - 3) {
            FloatVector t0 = zero;
            FloatVector t1 = zero;
            for (int four = p + 4; p < four; p++) {
                FloatVector x = FloatVector.broadcast(WIDE, a[at]);
                t0 = x.mul(FloatVector.fromArray(WIDE, b, q)).add(t0);
                t1 = x.mul(FloatVector.fromArray(WIDE, b, q + last)).add(t1);
                at += stride;
                q += n;
            }
            c0 = t0.add(c0);
            c1 = t1.add(c1);
        }
        for (; p < k; p++) {
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c0 = x.mul(FloatVector.fromArray(WIDE, b, q)).add(c0);
            c1 = x.mul(FloatVector.fromArray(WIDE, b, q + last)).add(c1);
            at += stride;
            q += n;
        }
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + last);
        s0.add(c0).intoArray(c, cFrom);
        s1.add(c1).intoArray(c, cFrom + last);
    }
}
