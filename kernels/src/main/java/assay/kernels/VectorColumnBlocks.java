package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks for A in columns: element (i, p) is {@code a[aFrom + i + p * stride]}.
 */
final class VectorColumnBlocks extends VectorBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();

    @Override
    int height(int vectors) {
        return 8;
    }

    @Override
    int most() {
        return 3;
    }

    @Override
    void block(
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
            int last) {
        switch (vectors) {
            case 1 -> block8x1(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n);
            case 2 -> block8x2(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n, last);
            default -> block8x3(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n, last);
        }
    }

    /** 28 registers. */
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

    /** 19 registers. */
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

    /** 10 registers. */
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

    /** 26 registers. */
    @Override
    void block8x2AndTail(
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
            int tail) {
        FloatVector s0 = FloatVector.fromArray(WIDE, start, startFrom);
        FloatVector s1 = FloatVector.fromArray(WIDE, start, startFrom + L);
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
        FloatVector upper = FloatVector.fromArray(WIDE, start, startFrom + tail).rearrange(Quarters.FOURTH);
        FloatVector lower = upper;
        int at = aFrom;
        int q = bFrom;
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector last = FloatVector.fromArray(WIDE, b, q + tail).rearrange(Quarters.FOURTH);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            IntVector upperRows = x.reinterpretAsInts().and(Quarters.IN_FIRST);
            x = FloatVector.broadcast(WIDE, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_SECOND));
            x = FloatVector.broadcast(WIDE, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_THIRD));
            x = FloatVector.broadcast(WIDE, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_FOURTH));
            upper = upperRows.reinterpretAsFloats().fma(last, upper);
            x = FloatVector.broadcast(WIDE, a[at + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            IntVector lowerRows = x.reinterpretAsInts().and(Quarters.IN_FIRST);
            x = FloatVector.broadcast(WIDE, a[at + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_SECOND));
            x = FloatVector.broadcast(WIDE, a[at + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_THIRD));
            x = FloatVector.broadcast(WIDE, a[at + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_FOURTH));
            lower = lowerRows.reinterpretAsFloats().fma(last, lower);
            at += stride;
            q += n;
        }
        upper.rearrange(Quarters.FIRST).intoArray(c, cFrom + tail);
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + L);
        int to = cFrom + n;
        upper.rearrange(Quarters.SECOND).intoArray(c, to + tail);
        c10.intoArray(c, to);
        c11.intoArray(c, to + L);
        to = to + n;
        upper.rearrange(Quarters.THIRD).intoArray(c, to + tail);
        c20.intoArray(c, to);
        c21.intoArray(c, to + L);
        to = to + n;
        upper.rearrange(Quarters.FOURTH).intoArray(c, to + tail);
        c30.intoArray(c, to);
        c31.intoArray(c, to + L);
        to = to + n;
        lower.rearrange(Quarters.FIRST).intoArray(c, to + tail);
        c40.intoArray(c, to);
        c41.intoArray(c, to + L);
        to = to + n;
        lower.rearrange(Quarters.SECOND).intoArray(c, to + tail);
        c50.intoArray(c, to);
        c51.intoArray(c, to + L);
        to = to + n;
        lower.rearrange(Quarters.THIRD).intoArray(c, to + tail);
        c60.intoArray(c, to);
        c61.intoArray(c, to + L);
        to = to + n;
        lower.rearrange(Quarters.FOURTH).intoArray(c, to + tail);
        c70.intoArray(c, to);
        c71.intoArray(c, to + L);
    }
}
