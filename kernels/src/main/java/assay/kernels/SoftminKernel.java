package assay.kernels;

/** Smoothed minima in double precision. */
abstract sealed class SoftminKernel permits ScalarSoftmin, VectorSoftmin {

    /** Terms less than the largest by the exponential of this are left out: each is below 5e-18 of the sum. */
    static final double NEGLIGIBLE = -40;

    /** What happens to the number that was there. */
    enum Update {
        REPLACE,
        AVERAGE
    }

    /** One value for each row: the terms are that row's. */
    abstract void rows(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out);

    /** One value for each column: the terms are that column's. */
    abstract void columns(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out);

    static double combine(Update update, double old, double value) {
        return update == Update.AVERAGE ? (old + value) / 2 : value;
    }
}
