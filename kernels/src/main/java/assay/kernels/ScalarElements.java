package assay.kernels;

import java.util.Arrays;

/** Plain loops. */
final class ScalarElements extends ElementKernel {

    @Override
    void relu(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(x[i], 0);
        }
    }

    @Override
    void tanh(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Exponential.tanh(x[i]);
        }
    }

    @Override
    void sigmoid(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Exponential.sigmoid(x[i]);
        }
    }

    @Override
    void reluBackward(float[] output, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] = output[i] > 0 ? gradient[i] : 0;
        }
    }

    @Override
    void tanhBackward(float[] output, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] *= 1 - output[i] * output[i];
        }
    }

    @Override
    void sigmoidBackward(float[] output, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] *= output[i] * (1 - output[i]);
        }
    }

    @Override
    void columnSums(float[] x, int rows, int columns, float[] sums, int from) {
        Arrays.fill(sums, from, from + columns, 0f);
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            for (int j = 0; j < columns; j++) {
                sums[from + j] += x[row + j];
            }
        }
    }

    @Override
    void softmax(float[] x, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            int from = i * columns;
            int to = from + columns;
            float largest = Float.NEGATIVE_INFINITY;
            for (int j = from; j < to; j++) {
                largest = Math.max(largest, x[j]);
            }
            float sum = 0;
            for (int j = from; j < to; j++) {
                x[j] = Exponential.of(x[j] - largest);
                sum += x[j];
            }
            for (int j = from; j < to; j++) {
                x[j] /= sum;
            }
        }
    }

    @Override
    float multiplyAdds(int rounds) {
        float y = 0.5f;
        float z = 0.25f;
        float x0 = 0;
        float x1 = 1;
        float x2 = 2;
        float x3 = 3;
        float x4 = 4;
        float x5 = 5;
        float x6 = 6;
        float x7 = 7;
        float x8 = 8;
        float x9 = 9;
        for (int round = 0; round < rounds; round++) {
            x0 = x0 * y + z;
            x1 = x1 * y + z;
            x2 = x2 * y + z;
            x3 = x3 * y + z;
            x4 = x4 * y + z;
            x5 = x5 * y + z;
            x6 = x6 * y + z;
            x7 = x7 * y + z;
            x8 = x8 * y + z;
            x9 = x9 * y + z;
        }
        return x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9;
    }

    @Override
    int independent() {
        return 10;
    }
}
