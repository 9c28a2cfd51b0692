package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks for A in rows: element (i, p) is {@code a[aFrom + i * stride + p]}. That an index grows by one lets the compiler check it
 * once, before the loop.
 */
final class VectorRoundedRowBlocks extends VectorRoundedBlocks {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final float[] ZEROS = new float[WIDE.length()];

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
        if (vectors == 1) {
            block4x1(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n);
        } else {
            block4x2(start, startFrom, a, aFrom, stride, b, bFrom, c, cFrom, k, n, last);
        }
    }

    /** 20 registers. */
    private static void block4x2(
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
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        int a1 = aFrom + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
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
                FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
                t00 = x.mul(b0).add(t00);
                t01 = x.mul(b1).add(t01);
                x = FloatVector.broadcast(WIDE, a[a1 + p]);
                t10 = x.mul(b0).add(t10);
                t11 = x.mul(b1).add(t11);
                x = FloatVector.broadcast(WIDE, a[a2 + p]);
                t20 = x.mul(b0).add(t20);
                t21 = x.mul(b1).add(t21);
                x = FloatVector.broadcast(WIDE, a[a3 + p]);
                t30 = x.mul(b0).add(t30);
                t31 = x.mul(b1).add(t31);
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
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c00 = x.mul(b0).add(c00);
            c01 = x.mul(b1).add(c01);
            x = FloatVector.broadcast(WIDE, a[a1 + p]);
            c10 = x.mul(b0).add(c10);
            c11 = x.mul(b1).add(c11);
            x = FloatVector.broadcast(WIDE, a[a2 + p]);
            c20 = x.mul(b0).add(c20);
            c21 = x.mul(b1).add(c21);
            x = FloatVector.broadcast(WIDE, a[a3 + p]);
            c30 = x.mul(b0).add(c30);
            c31 = x.mul(b1).add(c31);
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
            int stride,
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
        int a1 = aFrom + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int q = bFrom;
        int p = 0;
        while (p < k - 3) {
            FloatVector t00 = zero;
            FloatVector t10 = zero;
            FloatVector t20 = zero;
            FloatVector t30 = zero;
            for (int four = p + 4; p < four; p++) {
                FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
                FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
                t00 = x.mul(b0).add(t00);
                x = FloatVector.broadcast(WIDE, a[a1 + p]);
                t10 = x.mul(b0).add(t10);
                x = FloatVector.broadcast(WIDE, a[a2 + p]);
                t20 = x.mul(b0).add(t20);
                x = FloatVector.broadcast(WIDE, a[a3 + p]);
                t30 = x.mul(b0).add(t30);
                q += n;
            }
            c00 = t00.add(c00);
            c10 = t10.add(c10);
            c20 = t20.add(c20);
            c30 = t30.add(c30);
        }
        for (; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(WIDE, b, q);
            FloatVector x = FloatVector.broadcast(WIDE, a[aFrom + p]);
            c00 = x.mul(b0).add(c00);
            x = FloatVector.broadcast(WIDE, a[a1 + p]);
            c10 = x.mul(b0).add(c10);
            x = FloatVector.broadcast(WIDE, a[a2 + p]);
            c20 = x.mul(b0).add(c20);
            x = FloatVector.broadcast(WIDE, a[a3 + p]);
            c30 = x.mul(b0).add(c30);
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
}
