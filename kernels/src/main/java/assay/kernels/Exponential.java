package assay.kernels;

/**
 * The exponential function, and what is made of it, where they are needed by the million: with multiplications and
 * additions rounded apart. {@link FusedExponential} has the same with fused multiply-adds.
 *
 * <p>e^x = 2^k e^r with |r| at most ln 2 / 2, and e^r = 1 + r + r^2 q(r), where in single precision q interpolates
 * (e^r - 1 - r) / r^2 at Chebyshev points. NaN gives NaN.
 */
final class Exponential {

    static final double LOG2_E = 1.4426950408889634;
    static final double LN_2_HIGH = 6.93147180369123816490e-01;
    static final double LN_2_LOW = 1.90821492927058770002e-10;

    /** Added and taken away, it leaves the nearest integer; added only, that integer in the low bits. */
    static final double ROUND = 0x1.8p52;

    static final float FLOAT_LOG2_E = 1.4426950408889634f;
    static final float FLOAT_LN_2_HIGH = 0.693359375f;
    static final float FLOAT_LN_2_LOW = -2.12194440e-4f;
    static final float FLOAT_ROUND = 0x1.8p23f;

    /** Below, e^x counts as 0: it is less than 2.8e-38, close to the end of the normal numbers. */
    static final float FLOAT_LEAST = -86.5f;

    /** Above, it is not finite. */
    static final float FLOAT_MOST = 88.72283f;

    // q to degree 4: e^r to 1.1e-8.
    static final float F0 = 0.5f;
    static final float F1 = 0.166665769896987757f;
    static final float F2 = 0.0416665546172045742f;
    static final float F3 = 0.00836317905272257737f;
    static final float F4 = 0.00139261835877134945f;

    /** Above, the hyperbolic tangent is 1 to the last bit. */
    static final float TANH_MOST = 9.02f;

    // (2^f - 1) / f to degree 9: 2^f to 5.7e-16 for |f| at most 1/2.
    static final double P0 = 0.6931471805599462;
    static final double P1 = 0.24022650695910075;
    static final double P2 = 0.05550410866465167;
    static final double P3 = 0.009618129107618665;
    static final double P4 = 0.0013333558200794592;
    static final double P5 = 0.00015403530424776529;
    static final double P6 = 1.5252672924850737e-05;
    static final double P7 = 1.3215451633221434e-06;
    static final double P8 = 1.0205905413765595e-07;
    static final double P9 = 7.070977866508138e-09;
    static final long ONE = Double.doubleToRawLongBits(1);

    // The same to degree 5: 2^f to 9.2e-9.
    static final float G0 = 0.6931471880262288f;
    static final float G1 = 0.24022650760568126f;
    static final float G2 = 0.05550357114219078f;
    static final float G3 = 0.009618082557277852f;
    static final float G4 = 0.0013390863364671234f;
    static final float G5 = 0.0001545316294512069f;
    static final int FLOAT_ONE = Float.floatToRawIntBits(1);
    static final int FLOAT_HALF = Float.floatToRawIntBits(0.5f);

    static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));
    static final long TWO_TO_52 = Double.doubleToRawLongBits(0x1p52);
    static final double LN_2 = 0.6931471805599453;

    // 2 artanh(s) = 2 s + s^3 (A1 + A2 s^2 + ...): to 1e-17 for |s| at most (sqrt(2) - 1) / (sqrt(2) + 1).
    static final double A1 = 2.0 / 3;
    static final double A2 = 2.0 / 5;
    static final double A3 = 2.0 / 7;
    static final double A4 = 2.0 / 9;
    static final double A5 = 2.0 / 11;
    static final double A6 = 2.0 / 13;
    static final double A7 = 2.0 / 15;
    static final double A8 = 2.0 / 17;
    static final double A9 = 2.0 / 19;
    static final double A10 = 2.0 / 21;

    private Exponential() {}

    /** e to the x for x in [-700, 700], with a relative error below 1e-14; q is the Taylor series up to r^11 / 11!. */
    static double inRange(double x) {
        double k = (x * LOG2_E + ROUND) - ROUND;
        double r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1 + r) + r2 * (0.5 + r * (1.0 / 6));
        double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
        return (low + r4 * (middle + r4 * high)) * Double.longBitsToDouble(((long) k + 1023) << 52);
    }

    /** e to the x within 2 units in the last place; 0 below {@link #FLOAT_LEAST}, NaN for NaN. */
    static float of(float x) {
        if (x < FLOAT_LEAST) {
            return 0;
        }
        if (x > FLOAT_MOST) {
            return Float.POSITIVE_INFINITY;
        }
        float shifted = x * FLOAT_LOG2_E + FLOAT_ROUND;
        float k = shifted - FLOAT_ROUND;
        float r = (x - k * FLOAT_LN_2_HIGH) - k * FLOAT_LN_2_LOW;
        float half = halfPower(shifted);
        return 2 * (half + half * (r + r * r * rest(r)));
    }

    /** The hyperbolic tangent within 4 units in the last place, by way of e^(2x) - 1. */
    static float tanh(float x) {
        float y = 2 * Math.min(Math.abs(x), TANH_MOST);
        float shifted = y * FLOAT_LOG2_E + FLOAT_ROUND;
        float k = shifted - FLOAT_ROUND;
        float r = (y - k * FLOAT_LN_2_HIGH) - k * FLOAT_LN_2_LOW;
        float scale = 2 * halfPower(shifted);
        float less1 = scale * (r + r * r * rest(r)) + (scale - 1);
        return Math.copySign(less1 / (less1 + 2), x);
    }

    /** 1 / (1 + e^-x) within 4 units in the last place; 0 where e^-x is not finite. */
    static float sigmoid(float x) {
        return 1 / (1 + of(-x));
    }

    private static float rest(float r) {
        return F0 + r * (F1 + r * (F2 + r * (F3 + r * F4)));
    }

    /** 2^(k-1): k may be 128, whose own power would not be finite. */
    static float halfPower(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + FLOAT_HALF);
    }
}
