package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C = 1 start' + A B in blocks that stay in registers while p runs. B is read in place.
 *
 * <p>Columns that do not fill a vector are computed by one that ends with the row, and rows that do not fill a block by one that ends with
 * the last row: both overlap the one before and compute some elements twice, to the same bits. A few columns more than fill vectors, as 100 has
 * four more than 96, share one vector for four rows where there are many rows.
 */
abstract sealed class VectorBlocks permits VectorRowBlocks, VectorColumnBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();

    /** Where a vector has 16 lanes there are 32 of them in registers; elsewhere, perhaps only 16. */
    private static final boolean MANY_REGISTERS = L == 16;

    /** Rows, and summands, from which on the few columns gain more than the shuffles before and after the loop cost. */
    private static final int LONG = 64;

    /**
     * All of C; it has at least as many columns as a vector has lanes.
     *
     * @param aRow from one row of A to the next
     * @param aColumn from one column of A to the next; this or {@code aRow} is 1
     * @param stride the other
     */
    final void product(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aRow,
            int aColumn,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n) {
        int tail = tail(m, k, n);
        int j = 0;
        while (j < tail) {
            int vectors = vectors(tail - j);
            int at = Math.min(j, n - L);
            int last = Math.min((vectors - 1) * L, n - L - at);
            panel(
                    start,
                    startFrom + at,
                    a,
                    aFrom,
                    aRow,
                    aColumn,
                    stride,
                    b,
                    bFrom + at,
                    c,
                    cFrom + at,
                    m,
                    k,
                    n,
                    vectors,
                    last);
            j += vectors * L;
        }
        for (int next = 0; tail < n && next < m; next += 8) {
            int i = Math.min(next, m - 8);
            block8x2AndTail(
                    start,
                    startFrom + tail,
                    a,
                    aFrom + i * aRow,
                    stride,
                    b,
                    bFrom + tail,
                    c,
                    cFrom + i * n + tail,
                    k,
                    n,
                    n - L - tail);
        }
    }

    /** The first column of the two vectors that are done together with a few columns more, or {@code n} where that is no gain. */
    private static int tail(int m, int k, int n) {
        int rest = n % L;
        boolean gain = MANY_REGISTERS && m >= LONG && k >= LONG && n >= 2 * L && rest > 0 && rest <= L / 4;
        return gain ? n - rest - 2 * L : n;
    }

    /** How many vectors the next panel has: panels of a row are about equally wide where registers allow it. */
    private int vectors(int columns) {
        int vectors = (columns + L - 1) / L;
        if (!MANY_REGISTERS) {
            return vectors >= 3 ? 3 : 1;
        }
        int panels = (vectors + most() - 1) / most();
        return (vectors + panels - 1) / panels;
    }

    /** Some vectors of columns, all rows. */
    private void panel(
            float[] start,
            int startFrom,
            float[] a,
            int aFrom,
            int aRow,
            int aColumn,
            int stride,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom,
            int m,
            int k,
            int n,
            int vectors,
            int last) {
        int second = Math.min(L, last);
        if (m < 4) {
            int third = Math.min(2 * L, last);
            for (int i = 0; i < m; i++) {
                row(
                        start,
                        startFrom,
                        a,
                        aFrom + i * aRow,
                        aColumn,
                        b,
                        bFrom,
                        c,
                        cFrom + i * n,
                        k,
                        n,
                        second,
                        third,
                        last);
            }
            return;
        }
        boolean few = !MANY_REGISTERS && vectors == 3;
        int height = few ? 4 : height(vectors);
        int step = Math.min(height, m < 8 ? 4 : 8);
        for (int next = 0; next < m; next += step) {
            boolean half = few || height == 8 && (m < 8 || m - next <= 4 && vectors > 1);
            int i = Math.min(next, m - (half ? 4 : height));
            int at = aFrom + i * aRow;
            int to = cFrom + i * n;
            if (half) {
                block4x3(start, startFrom, a, at, aRow, aColumn, b, bFrom, c, to, k, n, second, last);
            } else {
                block(vectors, start, startFrom, a, at, stride, b, bFrom, c, to, k, n, last);
            }
        }
    }

    /** Most vectors that a block has. */
    abstract int most();

    /** Rows of a block of so many vectors: 4 or 8. */
    abstract int height(int vectors);

    /** So many vectors, the last starting {@code last} columns after the first. */
    abstract void block(
            int vectors,
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
            int last);

    /**
     * 8 rows x 2 vectors and the last columns of the product, at most a quarter of a vector. The last full vector of a row starts {@code tail}
     * columns after the first; it is stored with numbers of no meaning before its last quarter, and the second vector over these.
     */
    abstract void block8x2AndTail(
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
            int tail);

    /**
     * 4 rows x 3 vectors, the second starting where it is told: 16 registers. A may lie in any way: where registers are few, steps of known size
     * tempt the compiler to unroll the loop and to run out of them.
     */
    private static void block4x3(
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
