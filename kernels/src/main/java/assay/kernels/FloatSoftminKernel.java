package assay.kernels;

import assay.kernels.SoftminKernel.Update;

/** Smoothed minima in single precision. */
abstract sealed class FloatSoftminKernel permits ScalarFloatSoftmin, VectorFloatSoftmin {

    /** Terms less than the largest by the exponential of this are left out: each is below 2e-11 of the sum. */
    static final float NEGLIGIBLE = -25;

    /** One value for each row: the terms are that row's. */
    abstract void rows(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out);

    /** One value for each column: the terms are that column's. */
    abstract void columns(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out);

    static float combine(Update update, float old, float value) {
        return update == Update.AVERAGE ? (old + value) / 2 : value;
    }
}
