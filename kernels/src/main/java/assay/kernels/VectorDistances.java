package assay.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of a against one vector of columns of b. The last vector of a row ends with it and computes some elements
 * twice, to the same bits; fewer columns than a vector are done one at a time, to the same bits too. Sums in double
 * precision round every product, as {@link Distances#squared(double[], int, double[], int, int)} does: both give the same
 * bits, so callers may mix them.
 */
final class VectorDistances extends DistanceKernel {

    private static final VectorSpecies<Double> DOUBLES = Lanes.DOUBLES;
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;

    @Override
    void squared(double[] a, int n, double[] b, int m, int d, double[] out) {
        int lanes = DOUBLES.length();
        int i = 0;
        for (; m >= lanes && i + 4 <= n; i += 4) {
            for (int j = 0; j < m; j += lanes) {
                fourRows(a, i * d, b, Math.min(j, m - lanes), m, d, out, i * m);
            }
        }
        for (; i < n; i++) {
            for (int j = 0; j < m && m >= lanes; j += lanes) {
                oneRow(a, i * d, b, Math.min(j, m - lanes), m, d, out, i * m);
            }
            for (int j = 0; j < m && m < lanes; j++) {
                double sum = 0;
                for (int p = 0; p < d; p++) {
                    double difference = a[i * d + p] - b[p * m + j];
                    sum += difference * difference;
                }
                out[i * m + j] = sum;
            }
        }
    }

    private static void fourRows(double[] a, int row, double[] b, int j, int m, int d, double[] out, int to) {
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int p = 0; p < d; p++) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, b, p * m + j);
            DoubleVector d0 = DoubleVector.broadcast(DOUBLES, a[row + p]).sub(y);
            DoubleVector d1 = DoubleVector.broadcast(DOUBLES, a[row + d + p]).sub(y);
            DoubleVector d2 =
                    DoubleVector.broadcast(DOUBLES, a[row + 2 * d + p]).sub(y);
            DoubleVector d3 =
                    DoubleVector.broadcast(DOUBLES, a[row + 3 * d + p]).sub(y);
            s0 = d0.mul(d0).add(s0);
            s1 = d1.mul(d1).add(s1);
            s2 = d2.mul(d2).add(s2);
            s3 = d3.mul(d3).add(s3);
        }
        s0.intoArray(out, to + j);
        s1.intoArray(out, to + m + j);
        s2.intoArray(out, to + 2 * m + j);
        s3.intoArray(out, to + 3 * m + j);
    }

    private static void oneRow(double[] a, int row, double[] b, int j, int m, int d, double[] out, int to) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        for (int p = 0; p < d; p++) {
            DoubleVector difference =
                    DoubleVector.broadcast(DOUBLES, a[row + p]).sub(DoubleVector.fromArray(DOUBLES, b, p * m + j));
            sum = difference.mul(difference).add(sum);
        }
        sum.intoArray(out, to + j);
    }

    @Override
    void squared(float[] a, int n, float[] b, int m, int d, float[] out) {
        int lanes = FLOATS.length();
        int i = 0;
        for (; m >= lanes && i + 4 <= n; i += 4) {
            for (int j = 0; j < m; j += lanes) {
                fourRows(a, i * d, b, Math.min(j, m - lanes), m, d, out, i * m);
            }
        }
        for (; i < n; i++) {
            for (int j = 0; j < m && m >= lanes; j += lanes) {
                oneRow(a, i * d, b, Math.min(j, m - lanes), m, d, out, i * m);
            }
            for (int j = 0; j < m && m < lanes; j++) {
                float sum = 0;
                for (int p = 0; p < d; p++) {
                    float difference = a[i * d + p] - b[p * m + j];
                    sum = Math.fma(difference, difference, sum);
                }
                out[i * m + j] = sum;
            }
        }
    }

    private static void fourRows(float[] a, int row, float[] b, int j, int m, int d, float[] out, int to) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int p = 0; p < d; p++) {
            FloatVector y = FloatVector.fromArray(FLOATS, b, p * m + j);
            FloatVector d0 = FloatVector.broadcast(FLOATS, a[row + p]).sub(y);
            FloatVector d1 = FloatVector.broadcast(FLOATS, a[row + d + p]).sub(y);
            FloatVector d2 = FloatVector.broadcast(FLOATS, a[row + 2 * d + p]).sub(y);
            FloatVector d3 = FloatVector.broadcast(FLOATS, a[row + 3 * d + p]).sub(y);
            s0 = d0.fma(d0, s0);
            s1 = d1.fma(d1, s1);
            s2 = d2.fma(d2, s2);
            s3 = d3.fma(d3, s3);
        }
        s0.intoArray(out, to + j);
        s1.intoArray(out, to + m + j);
        s2.intoArray(out, to + 2 * m + j);
        s3.intoArray(out, to + 3 * m + j);
    }

    private static void oneRow(float[] a, int row, float[] b, int j, int m, int d, float[] out, int to) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int p = 0; p < d; p++) {
            FloatVector difference =
                    FloatVector.broadcast(FLOATS, a[row + p]).sub(FloatVector.fromArray(FLOATS, b, p * m + j));
            sum = difference.fma(difference, sum);
        }
        sum.intoArray(out, to + j);
    }
}
