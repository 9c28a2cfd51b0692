package assay.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * In powers of two, to which one factor in scale and h leads. By columns, each lane is a column of its own and nothing is
 * summed across lanes: the faster form, and its bits do not depend on the width of the vectors. By rows, a sum is made of
 * one part for each lane, and no term is skipped.
 */
final class VectorSoftmin extends SoftminKernel {

    private static final VectorSpecies<Double> WIDE = Lanes.DOUBLES;
    private static final int L = WIDE.length();
    private static final double LOG2_E = Exponential.LOG2_E;
    private static final double LN_2 = Math.log(2);

    /** {@link SoftminKernel#NEGLIGIBLE} as a power of two. */
    private static final double NEGLIGIBLE_BITS = -58;

    private static final VectorShuffle<Double> SWAP_1 = swap(1);
    private static final VectorShuffle<Double> SWAP_2 = swap(2);
    private static final VectorShuffle<Double> SWAP_4 = swap(4);

    @Override
    void columns(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out) {
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
            double[] cost,
            int from,
            int rows,
            int columns,
            double[] h,
            double eps,
            Update update,
            double[] out,
            int kept) {
        DoubleVector scale = DoubleVector.broadcast(WIDE, -LOG2_E / eps);
        DoubleVector old = DoubleVector.fromArray(WIDE, out, from);
        DoubleVector largest = largest(cost, from, rows, columns, h, scale);
        DoubleVector.zero(WIDE).intoArray(out, from);
        addPowers(cost, from, rows, columns, h, scale, largest, out);
        for (int lane = from; lane < from + L; lane++) {
            out[lane] = Math.log(out[lane]);
        }
        DoubleVector value = largest.fma(DoubleVector.broadcast(WIDE, LN_2), DoubleVector.fromArray(WIDE, out, from))
                .mul(-eps);
        if (update == Update.AVERAGE) {
            value = old.add(value).mul(0.5);
        }
        if (kept > 0) {
            value = old.blend(value, Lanes.doublesFrom(kept));
        }
        value.intoArray(out, from);
    }

    /** The largest term of each lane, NaN left aside; 0 where there is none but minus infinity. */
    private static DoubleVector largest(
            double[] cost, int from, int rows, int columns, double[] h, DoubleVector scale) {
        DoubleVector even = DoubleVector.broadcast(WIDE, Double.NEGATIVE_INFINITY);
        DoubleVector odd = even;
        int at = from;
        int i = 0;
        for (; i + 2 <= rows; i += 2) {
            DoubleVector x = term(cost, at, h[i], scale);
            DoubleVector y = term(cost, at + columns, h[i + 1], scale);
            even = even.blend(x, x.compare(VectorOperators.GT, even));
            odd = odd.blend(y, y.compare(VectorOperators.GT, odd));
            at += 2 * columns;
        }
        if (i < rows) {
            DoubleVector x = term(cost, at, h[i], scale);
            even = even.blend(x, x.compare(VectorOperators.GT, even));
        }
        DoubleVector largest = even.blend(odd, odd.compare(VectorOperators.GT, even));
        return largest.blend(0, largest.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY));
    }

    /** Sums in the array, not in a variable, which the compiler would box where a branch skips the addition. */
    private static void addPowers(
            double[] cost,
            int from,
            int rows,
            int columns,
            double[] h,
            DoubleVector scale,
            DoubleVector largest,
            double[] out) {
        int at = from;
        for (int i = 0; i < rows; i++) {
            DoubleVector x = term(cost, at, h[i], scale).sub(largest);
            VectorMask<Double> negligible = x.compare(VectorOperators.LT, NEGLIGIBLE_BITS);
            if (!negligible.allTrue()) {
                DoubleVector.fromArray(WIDE, out, from)
                        .add(VectorExponential.powerOfTwo(x).blend(0, negligible))
                        .intoArray(out, from);
            }
            at += columns;
        }
    }

    private static DoubleVector term(double[] cost, int at, double h, DoubleVector scale) {
        return DoubleVector.fromArray(WIDE, cost, at).fma(scale, DoubleVector.broadcast(WIDE, h * LOG2_E));
    }

    /** One lane of {@link #block} by itself. */
    private static double single(double[] cost, int from, int stride, double[] h, int terms, double eps) {
        double scale = -LOG2_E / eps;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < terms; i++) {
            double x = Math.fma(cost[from + i * stride], scale, h[i] * LOG2_E);
            largest = x > largest ? x : largest;
        }
        largest = largest == Double.NEGATIVE_INFINITY ? 0 : largest;
        double sum = 0;
        for (int i = 0; i < terms; i++) {
            double x = Math.fma(cost[from + i * stride], scale, h[i] * LOG2_E) - largest;
            if (!(x < NEGLIGIBLE_BITS)) {
                sum += FusedExponential.powerOfTwo(x);
            }
        }
        return Math.fma(largest, LN_2, Math.log(sum)) * -eps;
    }

    @Override
    void rows(double[] cost, int rows, int columns, double[] h, double eps, Update update, double[] out) {
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            double value = columns < L ? single(cost, from, 1, h, columns, eps) : row(cost, from, columns, h, eps);
            out[i] = combine(update, out[i], value);
        }
    }

    private static double row(double[] cost, int from, int columns, double[] h, double eps) {
        DoubleVector scale = DoubleVector.broadcast(WIDE, -LOG2_E / eps);
        int last = columns - L;
        DoubleVector most = terms(cost, from, h, last, scale);
        for (int j = 0; j < last; j += L) {
            DoubleVector x = terms(cost, from, h, j, scale);
            most = most.blend(x, x.compare(VectorOperators.GT, most));
        }
        double largest = most.reduceLanes(VectorOperators.MAX);
        largest = largest == Double.NEGATIVE_INFINITY ? 0 : largest;
        DoubleVector sum = DoubleVector.zero(WIDE);
        int j = 0;
        for (; j <= last; j += L) {
            sum = sum.add(power(terms(cost, from, h, j, scale).sub(largest)));
        }
        if (j < columns) {
            DoubleVector rest = power(terms(cost, from, h, last, scale).sub(largest));
            sum = sum.add(DoubleVector.zero(WIDE).blend(rest, Lanes.doublesFrom(j - last)));
        }
        return Math.fma(largest, LN_2, Math.log(acrossLanes(sum))) * -eps;
    }

    private static DoubleVector terms(double[] cost, int from, double[] h, int j, DoubleVector scale) {
        DoubleVector start = DoubleVector.fromArray(WIDE, h, j).mul(LOG2_E);
        return DoubleVector.fromArray(WIDE, cost, from + j).fma(scale, start);
    }

    private static DoubleVector power(DoubleVector x) {
        return VectorExponential.powerOfTwo(x).blend(0, x.compare(VectorOperators.LT, NEGLIGIBLE_BITS));
    }

    /** By halves: {@code reduceLanes} may take any order, and another one once it is compiled. */
    private static double acrossLanes(DoubleVector x) {
        DoubleVector sum = L > 1 ? x.add(x.rearrange(SWAP_1)) : x;
        if (L > 2) {
            sum = sum.add(sum.rearrange(SWAP_2));
        }
        if (L > 4) {
            sum = sum.add(sum.rearrange(SWAP_4));
        }
        return sum.lane(0);
    }

    private static VectorShuffle<Double> swap(int distance) {
        return VectorShuffle.fromOp(WIDE, lane -> (lane ^ distance) % L);
    }
}
