package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks for A in rows: element (i, p) is {@code a[aFrom + i * stride + p]}. That an index grows by one lets the compiler check it
 * once, before the loop. Two vectors of eight rows have one index, and strides computed before the loop, so that all stays in registers.
 */
final class VectorRowBlocks extends VectorBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();

    @Override
    int height(int vectors) {
        return vectors > 2 ? 4 : 8;
    }

    @Override
    int most() {
        return 4;
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
            case 3 -> block4x3(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n, last);
            default -> block4x4(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n, last);
        }
    }

    /** 21 registers. */
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

    /** 16 registers. */
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
        int stride2 = 2 * stride;
        int stride3 = 3 * stride;
        int stride4 = 4 * stride;
        int stride5 = 5 * stride;
        int stride6 = 6 * stride;
        int stride7 = 7 * stride;
        int at = aFrom;
        int end = aFrom + k;
        int q = bFrom;
        for (; at < end; at++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + last);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(WIDE, a[at + stride]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(WIDE, a[at + stride2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(WIDE, a[at + stride3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(WIDE, a[at + stride4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(WIDE, a[at + stride5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = FloatVector.broadcast(WIDE, a[at + stride6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = FloatVector.broadcast(WIDE, a[at + stride7]);
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

    /** 10 registers. The loop is written so that the compiler does not unroll it: it would run out of registers for the places of
     * eight rows. */
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
        int stride2 = 2 * stride;
        int stride3 = 3 * stride;
        int stride4 = 4 * stride;
        int stride5 = 5 * stride;
        int stride6 = 6 * stride;
        int stride7 = 7 * stride;
        int at = aFrom;
        int end = aFrom + k;
        int q = bFrom;
        for (; at < end; at++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector b1 = FloatVector.fromArray(WIDE, b, q + L);
            FloatVector last = FloatVector.fromArray(WIDE, b, q + tail).rearrange(Quarters.FOURTH);
            FloatVector x = FloatVector.broadcast(WIDE, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            IntVector upperRows = x.reinterpretAsInts().and(Quarters.IN_FIRST);
            x = FloatVector.broadcast(WIDE, a[at + stride]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_SECOND));
            x = FloatVector.broadcast(WIDE, a[at + stride2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_THIRD));
            x = FloatVector.broadcast(WIDE, a[at + stride3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            upperRows = upperRows.or(x.reinterpretAsInts().and(Quarters.IN_FOURTH));
            upper = upperRows.reinterpretAsFloats().fma(last, upper);
            x = FloatVector.broadcast(WIDE, a[at + stride4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            IntVector lowerRows = x.reinterpretAsInts().and(Quarters.IN_FIRST);
            x = FloatVector.broadcast(WIDE, a[at + stride5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_SECOND));
            x = FloatVector.broadcast(WIDE, a[at + stride6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_THIRD));
            x = FloatVector.broadcast(WIDE, a[at + stride7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            lowerRows = lowerRows.or(x.reinterpretAsInts().and(Quarters.IN_FOURTH));
            lower = lowerRows.reinterpretAsFloats().fma(last, lower);
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
