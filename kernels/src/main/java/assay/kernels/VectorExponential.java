package assay.kernels;

import static assay.kernels.Exponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link Exponential}, a vector at a time, with fused multiply-adds. Small, so that they are inlined. */
final class VectorExponential {

    // Of the logarithm, constants: a broadcast takes many of the nodes that the compiler has for a method, and where
    // they run out every vector becomes an object. Loops over exponentials are faster with broadcasts.
    private static final DoubleVector ALL_A10 = all(A10);
    private static final DoubleVector ALL_A9 = all(A9);
    private static final DoubleVector ALL_A8 = all(A8);
    private static final DoubleVector ALL_A7 = all(A7);
    private static final DoubleVector ALL_A6 = all(A6);
    private static final DoubleVector ALL_A5 = all(A5);
    private static final DoubleVector ALL_A4 = all(A4);
    private static final DoubleVector ALL_A3 = all(A3);
    private static final DoubleVector ALL_A2 = all(A2);
    private static final DoubleVector ALL_A1 = all(A1);
    private static final DoubleVector ALL_LN_2 = all(LN_2);

    private VectorExponential() {}

    /** 2 to the x for x in [-1000, 1000], with a relative error below 1e-15; NaN for NaN, any number for other x. */
    static DoubleVector powerOfTwo(DoubleVector x) {
        DoubleVector shifted = x.add(ROUND);
        DoubleVector f = x.sub(shifted.sub(ROUND));
        DoubleVector p = f.fma(f.fma(f.fma(f.fma(all(P9), all(P8)), all(P7)), all(P6)), all(P5));
        p = f.fma(f.fma(f.fma(f.fma(f.fma(p, all(P4)), all(P3)), all(P2)), all(P1)), all(P0));
        DoubleVector scale = shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(ONE)
                .reinterpretAsDoubles();
        return f.mul(p).fma(scale, scale);
    }

    /** 2 to the x for x in [-126, 0], within 2 units in the last place; NaN for NaN, any number for other x. */
    static FloatVector powerOfTwo(FloatVector x) {
        FloatVector shifted = x.add(FLOAT_ROUND);
        FloatVector f = x.sub(shifted.sub(FLOAT_ROUND));
        FloatVector p = f.fma(f.fma(f.fma(f.fma(f.fma(all(G5), all(G4)), all(G3)), all(G2)), all(G1)), all(G0));
        FloatVector scale = shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(FLOAT_ONE)
                .reinterpretAsFloats();
        return f.mul(p).fma(scale, scale);
    }

    /** e to the x within 2 units in the last place; 0 below {@link Exponential#FLOAT_LEAST}, NaN for NaN. */
    static FloatVector of(FloatVector x) {
        FloatVector shifted = x.fma(all(FLOAT_LOG2_E), all(FLOAT_ROUND));
        FloatVector half = halfPower(shifted);
        return half.fma(less1(x, shifted), half)
                .mul(2)
                .blend(0, x.compare(VectorOperators.LT, FLOAT_LEAST))
                .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, FLOAT_MOST));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector y = x.abs().min(TANH_MOST).mul(2);
        FloatVector shifted = y.fma(all(FLOAT_LOG2_E), all(FLOAT_ROUND));
        FloatVector scale = halfPower(shifted).mul(2);
        FloatVector less1 = scale.fma(less1(y, shifted), scale.sub(1));
        FloatVector t = less1.div(less1.add(2));
        return t.reinterpretAsInts()
                .or(x.reinterpretAsInts().and(Integer.MIN_VALUE))
                .reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        return all(1).div(of(x.neg()).add(1));
    }

    private static FloatVector less1(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(FLOAT_ROUND);
        FloatVector r = k.fma(all(-FLOAT_LN_2_LOW), k.fma(all(-FLOAT_LN_2_HIGH), x));
        FloatVector rest = r.fma(r.fma(r.fma(r.fma(all(F4), all(F3)), all(F2)), all(F1)), all(F0));
        return r.mul(r).fma(rest, r);
    }

    private static FloatVector halfPower(FloatVector shifted) {
        return shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(FLOAT_HALF)
                .reinterpretAsFloats();
    }

    /**
     * The natural logarithm of normal numbers, with an error below 4e-16 (1 + |ln x|); any number for others. x = 2^k m
     * with m within a factor sqrt(2) of 1, and ln m = 2 artanh((m - 1) / (m + 1)) by its series.
     */
    static DoubleVector ln(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector biased = bits.add(ONE - SQRT_HALF).lanewise(VectorOperators.LSHR, 52);
        DoubleVector k = biased.or(TWO_TO_52).reinterpretAsDoubles().sub(0x1p52 + 1023);
        DoubleVector m =
                bits.sub(biased.lanewise(VectorOperators.LSHL, 52)).add(ONE).reinterpretAsDoubles();
        DoubleVector s = m.sub(1).div(m.add(1));
        DoubleVector z = s.mul(s);
        DoubleVector p = z.fma(z.fma(z.fma(z.fma(z.fma(ALL_A10, ALL_A9), ALL_A8), ALL_A7), ALL_A6), ALL_A5);
        p = z.fma(z.fma(z.fma(z.fma(p, ALL_A4), ALL_A3), ALL_A2), ALL_A1);
        return k.fma(ALL_LN_2, s.mul(z).fma(p, s.mul(2)));
    }

    private static DoubleVector all(double x) {
        return DoubleVector.broadcast(Lanes.DOUBLES, x);
    }

    private static FloatVector all(float x) {
        return FloatVector.broadcast(Lanes.FLOATS, x);
    }
}
