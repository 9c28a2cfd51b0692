package assay.kernels;

import assay.kernels.SoftminKernel.Update;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link VectorSoftmin} in single precision. */
final class VectorFloatSoftmin extends FloatSoftminKernel {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();
    private static final float LOG2_E = (float) Exponential.LOG2_E;
    private static final float LN_2 = (float) Math.log(2);

    /** {@link FloatSoftminKernel#NEGLIGIBLE} as a power of two. */
    private static final float NEGLIGIBLE_BITS = -36;

    private static final VectorShuffle<Float> SWAP_1 = swap(1);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_8 = swap(8);

    @Override
    void columns(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out) {
        int j = 0;
        for (; j + L <= columns; j += L) {
            block(cost, j, rows, columns, h, eps, update, out, 0);
        }
        if (j < columns && columns >= L) {
            block(cost, columns - L, rows, columns, h, eps, update, out, L - columns + j);
        } else {
            for (; j < columns; j++) {
                out[j] = combine(update, out[j], single(cost, j, columns, h, rows, eps));
            }
        }
    }

    /** @param kept how many leading lanes hold finished values, which must stay */
    private static void block(
            float[] cost, int from, int rows, int columns, float[] h, float eps, Update update, float[] out, int kept) {
        FloatVector scale = FloatVector.broadcast(WIDE, -LOG2_E / eps);
        FloatVector old = FloatVector.fromArray(WIDE, out, from);
        FloatVector largest = largest(cost, from, rows, columns, h, scale);
        FloatVector.zero(WIDE).intoArray(out, from);
        addPowers(cost, from, rows, columns, h, scale, largest, out);
        for (int lane = from; lane < from + L; lane++) {
            out[lane] = (float) Math.log(out[lane]);
        }
        FloatVector value = largest.fma(FloatVector.broadcast(WIDE, LN_2), FloatVector.fromArray(WIDE, out, from))
                .mul(-eps);
        if (update == Update.AVERAGE) {
            value = old.add(value).mul(0.5f);
        }
        if (kept > 0) {
            value = old.blend(value, Lanes.floatsFrom(kept));
        }
        value.intoArray(out, from);
    }

    /** The largest term of each lane, NaN left aside; 0 where there is none but minus infinity. */
    private static FloatVector largest(float[] cost, int from, int rows, int columns, float[] h, FloatVector scale) {
        FloatVector even = FloatVector.broadcast(WIDE, Float.NEGATIVE_INFINITY);
        FloatVector odd = even;
        int at = from;
        int i = 0;
        for (; i + 2 <= rows; i += 2) {
            FloatVector x = term(cost, at, h[i], scale);
            FloatVector y = term(cost, at + columns, h[i + 1], scale);
            even = even.blend(x, x.compare(VectorOperators.GT, even));
            odd = odd.blend(y, y.compare(VectorOperators.GT, odd));
            at += 2 * columns;
        }
        if (i < rows) {
            FloatVector x = term(cost, at, h[i], scale);
            even = even.blend(x, x.compare(VectorOperators.GT, even));
        }
        FloatVector largest = even.blend(odd, odd.compare(VectorOperators.GT, even));
        return largest.blend(0, largest.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY));
    }

    /** Sums in the array, not in a variable, which the compiler would box where a branch skips the addition. */
    private static void addPowers(
            float[] cost,
            int from,
            int rows,
            int columns,
            float[] h,
            FloatVector scale,
            FloatVector largest,
            float[] out) {
        int at = from;
        for (int i = 0; i < rows; i++) {
            FloatVector x = term(cost, at, h[i], scale).sub(largest);
            VectorMask<Float> negligible = x.compare(VectorOperators.LT, NEGLIGIBLE_BITS);
            if (!negligible.allTrue()) {
                FloatVector.fromArray(WIDE, out, from)
                        .add(VectorExponential.powerOfTwo(x).blend(0, negligible))
                        .intoArray(out, from);
            }
            at += columns;
        }
    }

    private static FloatVector term(float[] cost, int at, float h, FloatVector scale) {
        return FloatVector.fromArray(WIDE, cost, at).fma(scale, FloatVector.broadcast(WIDE, h * LOG2_E));
    }

    /** One lane of {@link #block} by itself. */
    private static float single(float[] cost, int from, int stride, float[] h, int terms, float eps) {
        float scale = -LOG2_E / eps;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < terms; i++) {
            float x = Math.fma(cost[from + i * stride], scale, h[i] * LOG2_E);
            largest = x > largest ? x : largest;
        }
        largest = largest == Float.NEGATIVE_INFINITY ? 0 : largest;
        float sum = 0;
        for (int i = 0; i < terms; i++) {
            float x = Math.fma(cost[from + i * stride], scale, h[i] * LOG2_E) - largest;
            if (!(x < NEGLIGIBLE_BITS)) {
                sum += FusedExponential.powerOfTwo(x);
            }
        }
        return Math.fma(largest, LN_2, (float) Math.log(sum)) * -eps;
    }

    @Override
    void rows(float[] cost, int rows, int columns, float[] h, float eps, Update update, float[] out) {
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            float value = columns < L ? single(cost, from, 1, h, columns, eps) : row(cost, from, columns, h, eps);
            out[i] = combine(update, out[i], value);
        }
    }

    private static float row(float[] cost, int from, int columns, float[] h, float eps) {
        FloatVector scale = FloatVector.broadcast(WIDE, -LOG2_E / eps);
        int last = columns - L;
        FloatVector most = terms(cost, from, h, last, scale);
        for (int j = 0; j < last; j += L) {
            FloatVector x = terms(cost, from, h, j, scale);
            most = most.blend(x, x.compare(VectorOperators.GT, most));
        }
        float largest = most.reduceLanes(VectorOperators.MAX);
        largest = largest == Float.NEGATIVE_INFINITY ? 0 : largest;
        FloatVector sum = FloatVector.zero(WIDE);
        int j = 0;
        for (; j <= last; j += L) {
            sum = sum.add(power(terms(cost, from, h, j, scale).sub(largest)));
        }
        if (j < columns) {
            FloatVector rest = power(terms(cost, from, h, last, scale).sub(largest));
            sum = sum.add(FloatVector.zero(WIDE).blend(rest, Lanes.floatsFrom(j - last)));
        }
        return Math.fma(largest, LN_2, (float) Math.log(acrossLanes(sum))) * -eps;
    }

    private static FloatVector terms(float[] cost, int from, float[] h, int j, FloatVector scale) {
        FloatVector start = FloatVector.fromArray(WIDE, h, j).mul(LOG2_E);
        return FloatVector.fromArray(WIDE, cost, from + j).fma(scale, start);
    }

    private static FloatVector power(FloatVector x) {
        return VectorExponential.powerOfTwo(x).blend(0, x.compare(VectorOperators.LT, NEGLIGIBLE_BITS));
    }

    /** By halves: {@code reduceLanes} may take any order, and another one once it is compiled. */
    private static float acrossLanes(FloatVector x) {
        FloatVector sum = L > 1 ? x.add(x.rearrange(SWAP_1)) : x;
        if (L > 2) {
            sum = sum.add(sum.rearrange(SWAP_2));
        }
        if (L > 4) {
            sum = sum.add(sum.rearrange(SWAP_4));
        }
        if (L > 8) {
            sum = sum.add(sum.rearrange(SWAP_8));
        }
        return sum.lane(0);
    }

    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(WIDE, lane -> (lane ^ distance) % L);
    }
}
