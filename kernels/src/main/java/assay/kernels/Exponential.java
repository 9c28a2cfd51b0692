package assay.kernels;

/** The exponential function where it is needed by the million. */
final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2_HIGH = 6.93147180369123816490e-01;
    private static final double LN_2_LOW = 1.90821492927058770002e-10;
    private static final double ROUND = 6755399441055744.0;

    private Exponential() {}

    /**
     * e to the x for x in [-700, 0], with a relative error below 1e-13.
     *
     * <p>x = k ln 2 + r with |r| at most ln 2 / 2; the Taylor series of e^r up to r^11 / 11!; 2^k by its bits.
     */
    static double ofNonPositive(double x) {
        double k = (x * LOG2_E + ROUND) - ROUND;
        double r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1 + r) + r2 * (0.5 + r * (1.0 / 6));
        double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
        return (low + r4 * (middle + r4 * high)) * Double.longBitsToDouble(((long) k + 1023) << 52);
    }
}
