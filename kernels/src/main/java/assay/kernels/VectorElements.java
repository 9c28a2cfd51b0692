package assay.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Whole vectors first; what does not fill one is done by itself to the same bits. */
final class VectorElements extends ElementKernel {

    private static final VectorSpecies<Float> WIDE = Lanes.FLOATS;
    private static final int L = WIDE.length();

    @Override
    void relu(float[] x, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector.fromArray(WIDE, x, i).max(0).intoArray(x, i);
        }
        for (; i < length; i++) {
            x[i] = Math.max(x[i], 0);
        }
    }

    @Override
    void tanh(float[] x, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            VectorExponential.tanh(FloatVector.fromArray(WIDE, x, i)).intoArray(x, i);
        }
        for (; i < length; i++) {
            x[i] = FusedExponential.tanh(x[i]);
        }
    }

    @Override
    void sigmoid(float[] x, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            VectorExponential.sigmoid(FloatVector.fromArray(WIDE, x, i)).intoArray(x, i);
        }
        for (; i < length; i++) {
            x[i] = FusedExponential.sigmoid(x[i]);
        }
    }

    @Override
    void reluBackward(float[] output, float[] gradient, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            // Minus the bits of a positive number have the sign bit, those of zero have not.
            IntVector kept = FloatVector.fromArray(WIDE, output, i)
                    .reinterpretAsInts()
                    .neg()
                    .lanewise(VectorOperators.ASHR, 31);
            FloatVector.fromArray(WIDE, gradient, i)
                    .reinterpretAsInts()
                    .and(kept)
                    .reinterpretAsFloats()
                    .intoArray(gradient, i);
        }
        for (; i < length; i++) {
            gradient[i] = output[i] > 0 ? gradient[i] : 0;
        }
    }

    @Override
    void tanhBackward(float[] output, float[] gradient, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector y = FloatVector.fromArray(WIDE, output, i);
            FloatVector slope = FloatVector.broadcast(WIDE, 1).sub(y.mul(y));
            FloatVector.fromArray(WIDE, gradient, i).mul(slope).intoArray(gradient, i);
        }
        for (; i < length; i++) {
            gradient[i] *= 1 - output[i] * output[i];
        }
    }

    @Override
    void sigmoidBackward(float[] output, float[] gradient, int length) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector y = FloatVector.fromArray(WIDE, output, i);
            FloatVector slope = y.mul(FloatVector.broadcast(WIDE, 1).sub(y));
            FloatVector.fromArray(WIDE, gradient, i).mul(slope).intoArray(gradient, i);
        }
        for (; i < length; i++) {
            gradient[i] *= output[i] * (1 - output[i]);
        }
    }

    @Override
    void columnSums(float[] x, int rows, int columns, float[] sums, int from) {
        int j = 0;
        for (; j + L <= columns; j += L) {
            FloatVector sum = FloatVector.zero(WIDE);
            for (int i = 0; i < rows; i++) {
                sum = sum.add(FloatVector.fromArray(WIDE, x, i * columns + j));
            }
            sum.intoArray(sums, from + j);
        }
        for (; j < columns; j++) {
            float sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += x[i * columns + j];
            }
            sums[from + j] = sum;
        }
    }

    @Override
    void softmax(float[] x, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            softmaxOfRow(x, i * columns, (i + 1) * columns);
        }
    }

    private static void softmaxOfRow(float[] x, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = from; j < to; j++) {
            largest = Math.max(largest, x[j]);
        }
        int j = from;
        for (; j + L <= to; j += L) {
            VectorExponential.of(FloatVector.fromArray(WIDE, x, j).sub(largest)).intoArray(x, j);
        }
        for (; j < to; j++) {
            x[j] = FusedExponential.of(x[j] - largest);
        }
        float sum = 0;
        for (j = from; j < to; j++) {
            sum += x[j];
        }
        for (j = from; j < to; j++) {
            x[j] /= sum;
        }
    }

    @Override
    float multiplyAdds(int rounds) {
        FloatVector y = FloatVector.broadcast(WIDE, 0.5f);
        FloatVector z = FloatVector.broadcast(WIDE, 0.25f);
        FloatVector x0 = FloatVector.broadcast(WIDE, 0);
        FloatVector x1 = FloatVector.broadcast(WIDE, 1);
        FloatVector x2 = FloatVector.broadcast(WIDE, 2);
        FloatVector x3 = FloatVector.broadcast(WIDE, 3);
        FloatVector x4 = FloatVector.broadcast(WIDE, 4);
        FloatVector x5 = FloatVector.broadcast(WIDE, 5);
        FloatVector x6 = FloatVector.broadcast(WIDE, 6);
        FloatVector x7 = FloatVector.broadcast(WIDE, 7);
        FloatVector x8 = FloatVector.broadcast(WIDE, 8);
        FloatVector x9 = FloatVector.broadcast(WIDE, 9);
        for (int round = 0; round < rounds; round++) {
            x0 = x0.fma(y, z);
            x1 = x1.fma(y, z);
            x2 = x2.fma(y, z);
            x3 = x3.fma(y, z);
            x4 = x4.fma(y, z);
            x5 = x5.fma(y, z);
            x6 = x6.fma(y, z);
            x7 = x7.fma(y, z);
            x8 = x8.fma(y, z);
            x9 = x9.fma(y, z);
        }
        FloatVector sum = x0.add(x1)
                .add(x2)
                .add(x3)
                .add(x4)
                .add(x5)
                .add(x6)
                .add(x7)
                .add(x8)
                .add(x9);
        return sum.lane(0);
    }

    @Override
    int independent() {
        return 10 * L;
    }
}
