package assay.kernels;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One row at a time. Sums of columns are kept in their array; the eight parts of a row's sum in an array too, unless they
 * fill one vector. So the order of a sum is the same whatever a vector holds.
 */
final class VectorCoupling extends CouplingKernel {

    private static final VectorSpecies<Double> WIDE = Lanes.DOUBLES;
    private static final int L = WIDE.length();
    private static final double LOG2_E = Exponential.LOG2_E;

    /** Beyond, a power of two is cut off; its sum is then out of range. */
    private static final double MOST_BITS = 1000;

    @Override
    void marginals(
            double[] cost,
            int n,
            int m,
            double[] f,
            double[] g,
            double[] a,
            double[] b,
            double eps,
            double[] rowSums,
            double[] columnSums,
            double[] scratch) {
        Arrays.fill(columnSums, 0, m, 0);
        for (int i = 0; i < n; i++) {
            Arrays.fill(scratch, 0, Coupling.WIDTH, 0);
            row(cost, i * m, m, f[i], g, a[i], b, LOG2_E / eps, columnSums, scratch);
            rowSums[i] = ScalarCoupling.total(scratch);
        }
    }

    private static void row(
            double[] cost,
            int row,
            int m,
            double f,
            double[] g,
            double a,
            double[] b,
            double scale,
            double[] columnSums,
            double[] scratch) {
        DoubleVector potential = DoubleVector.broadcast(WIDE, f);
        DoubleVector mass = DoubleVector.broadcast(WIDE, a);
        DoubleVector inverse = DoubleVector.broadcast(WIDE, scale);
        DoubleVector eight = DoubleVector.zero(WIDE);
        for (int j = 0; j < m; j += L) {
            DoubleVector x = DoubleVector.fromArray(WIDE, g, j)
                    .sub(DoubleVector.fromArray(WIDE, cost, row + j))
                    .add(potential)
                    .mul(inverse);
            x = x.blend(-MOST_BITS, x.compare(VectorOperators.LT, -MOST_BITS));
            x = x.blend(MOST_BITS, x.compare(VectorOperators.GT, MOST_BITS));
            DoubleVector p = VectorExponential.powerOfTwo(x);
            p.fma(mass, DoubleVector.fromArray(WIDE, columnSums, j)).intoArray(columnSums, j);
            if (L == Coupling.WIDTH) {
                eight = p.fma(DoubleVector.fromArray(WIDE, b, j), eight);
            } else {
                int part = j % Coupling.WIDTH;
                p.fma(DoubleVector.fromArray(WIDE, b, j), DoubleVector.fromArray(WIDE, scratch, part))
                        .intoArray(scratch, part);
            }
        }
        if (L == Coupling.WIDTH) {
            eight.intoArray(scratch, 0);
        }
    }

    @Override
    void descend(double[] dual, double[] sums, double factor, int n, double[] out) {
        for (int i = 0; i < n; i += L) {
            VectorExponential.ln(DoubleVector.fromArray(WIDE, sums, i))
                    .fma(DoubleVector.broadcast(WIDE, -factor), DoubleVector.fromArray(WIDE, dual, i))
                    .intoArray(out, i);
        }
    }
}
