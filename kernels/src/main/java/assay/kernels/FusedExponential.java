package assay.kernels;

import static assay.kernels.Exponential.*;

/**
 * What {@link VectorExponential} does in each lane, for a single number and to the same bits: for the few elements that do
 * not fill a vector. Slow without hardware for fused multiply-adds.
 */
final class FusedExponential {

    private FusedExponential() {}

    /** 2 to the x for x in [-1000, 1000], with a relative error below 1e-15. */
    static double powerOfTwo(double x) {
        double shifted = x + ROUND;
        double f = x - (shifted - ROUND);
        double p = Math.fma(f, Math.fma(f, Math.fma(f, Math.fma(f, P9, P8), P7), P6), P5);
        p = Math.fma(f, Math.fma(f, Math.fma(f, Math.fma(f, Math.fma(f, p, P4), P3), P2), P1), P0);
        double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
        return Math.fma(f * p, scale, scale);
    }

    /** 2 to the x for x in [-126, 0], within 2 units in the last place. */
    static float powerOfTwo(float x) {
        float shifted = x + FLOAT_ROUND;
        float f = x - (shifted - FLOAT_ROUND);
        float p = Math.fma(f, Math.fma(f, Math.fma(f, Math.fma(f, Math.fma(f, G5, G4), G3), G2), G1), G0);
        float scale = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + FLOAT_ONE);
        return Math.fma(f * p, scale, scale);
    }

    /** e to the x within 2 units in the last place; 0 below {@link Exponential#FLOAT_LEAST}, NaN for NaN. */
    static float of(float x) {
        if (x < FLOAT_LEAST) {
            return 0;
        }
        if (x > FLOAT_MOST) {
            return Float.POSITIVE_INFINITY;
        }
        float shifted = Math.fma(x, FLOAT_LOG2_E, FLOAT_ROUND);
        float half = halfPower(shifted);
        return 2 * Math.fma(half, less1(x, shifted), half);
    }

    static float tanh(float x) {
        float y = 2 * Math.min(Math.abs(x), TANH_MOST);
        float shifted = Math.fma(y, FLOAT_LOG2_E, FLOAT_ROUND);
        float scale = 2 * halfPower(shifted);
        float less1 = Math.fma(scale, less1(y, shifted), scale - 1);
        return Math.copySign(less1 / (less1 + 2), x);
    }

    static float sigmoid(float x) {
        return 1 / (1 + of(-x));
    }

    /** e^r - 1 for what is left of x after the power of two. */
    private static float less1(float x, float shifted) {
        float k = shifted - FLOAT_ROUND;
        float r = Math.fma(k, -FLOAT_LN_2_LOW, Math.fma(k, -FLOAT_LN_2_HIGH, x));
        float rest = Math.fma(r, Math.fma(r, Math.fma(r, Math.fma(r, F4, F3), F2), F1), F0);
        return Math.fma(r * r, rest, r);
    }
}
