package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementKernelTest {

    /** Every 4999th float there is: all magnitudes, denormals, infinities and NaN. */
    private static float[] floatsOfAllKinds() {
        float[] x = new float[859_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(i * 4999);
        }
        x[0] = Float.NaN;
        x[1] = Float.POSITIVE_INFINITY;
        x[2] = Float.NEGATIVE_INFINITY;
        x[3] = -0f;
        return x;
    }

    private static void assertUlps(double bound, DoubleUnaryOperator exact, float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            double expected = exact.applyAsDouble(x[i]);
            boolean same = Double.isNaN(expected) ? Float.isNaN(y[i]) : y[i] == (float) expected;
            double ulps = Math.abs(y[i] - expected) / Math.max(Math.ulp((float) expected), Math.ulp(Float.MIN_NORMAL));
            int at = i;
            assertTrue(
                    same || ulps <= bound, () -> "at %g: %g, not %g: %g ulp".formatted(x[at], y[at], expected, ulps));
        }
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void activationsAreAccurateOverAllFloats(KernelSet set) {
        float[] x = floatsOfAllKinds();
        float[] y = x.clone();
        set.elements().tanh(y, y.length);
        assertUlps(4, Math::tanh, x, y);

        y = x.clone();
        set.elements().sigmoid(y, y.length);
        assertUlps(4, v -> v < -88.72283 ? 0 : 1 / (1 + Math.exp(-v)), x, y);

        y = x.clone();
        set.elements().relu(y, y.length);
        assertUlps(0, v -> Math.max(v, 0), x, y);
    }

    /** Positions in a vector and beside one give the same bits. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void bitsDoNotDependOnThePosition(KernelSet set) {
        float[] x = new float[67];
        float[] s = new float[67];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 33) * 0.37f;
            s[i] = x[i];
        }
        float[] t = x.clone();
        set.elements().tanh(t, t.length);
        set.elements().sigmoid(s, s.length);
        for (int i = 0; i < x.length; i++) {
            float[] alone = {x[i]};
            set.elements().tanh(alone, 1);
            assertEquals(t[i], alone[0]);
            alone[0] = x[i];
            set.elements().sigmoid(alone, 1);
            assertEquals(s[i], alone[0]);
        }
    }

    /** So that a network of ReLUs can be trained to the same bits on any machine. */
    @Test
    void vectorsOfReluHaveTheBitsOfPlainLoops() {
        float[] plain = floatsOfAllKinds();
        float[] vectors = plain.clone();
        float[] plainGradient = plain.clone();
        float[] vectorGradient = plain.clone();
        KernelSet.scalar().elements().relu(plain, plain.length);
        VectorKernels.set().elements().relu(vectors, vectors.length);
        assertArrayEquals(plain, vectors);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Float.isNaN(plain[i]) ? 1 : plain[i];
        }
        KernelSet.scalar().elements().reluBackward(plain, plainGradient, plain.length);
        VectorKernels.set().elements().reluBackward(plain, vectorGradient, plain.length);
        assertArrayEquals(plainGradient, vectorGradient);
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void backwardMultipliesByTheSlope(KernelSet set) {
        for (int n : Both.sizes()) {
            float[] y = new float[n];
            for (int i = 0; i < n; i++) {
                y[i] = (i % 5 - 2) / 2f;
            }
            float[] g = new float[n + 1];
            Arrays.fill(g, 3);
            float[] relu = g.clone();
            float[] tanh = g.clone();
            float[] sigmoid = g.clone();
            set.elements().reluBackward(y, relu, n);
            set.elements().tanhBackward(y, tanh, n);
            set.elements().sigmoidBackward(y, sigmoid, n);
            for (int i = 0; i < n; i++) {
                assertEquals(y[i] > 0 ? 3 : 0, relu[i]);
                assertEquals(3 * (1 - y[i] * y[i]), tanh[i]);
                assertEquals(3 * (y[i] * (1 - y[i])), sigmoid[i]);
            }
            assertEquals(3, relu[n]);
            assertEquals(3, tanh[n]);
            assertEquals(3, sigmoid[n]);
        }
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void columnSumsAddRowsInOrder(KernelSet set) {
        for (int rows : new int[] {0, 1, 32}) {
            for (int columns : Both.sizes()) {
                float[] x = Both.floats(rows * columns, 5);
                float[] sums = Both.floats(columns + 3, 6);
                float[] expected = sums.clone();
                for (int j = 0; j < columns; j++) {
                    expected[j + 2] = 0;
                    for (int i = 0; i < rows; i++) {
                        expected[j + 2] += x[i * columns + j];
                    }
                }
                set.elements().columnSums(x, rows, columns, sums, 2);
                assertArrayEquals(expected, sums);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void softmaxAgreesWithTheDefinition(KernelSet set) {
        int rows = 9;
        for (int columns : Both.sizes()) {
            float[] x = Both.floats(Both.doubles(rows * columns, -40, 40, 7));
            float[] p = x.clone();
            set.elements().softmax(p, rows, columns);
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                double largest = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < columns; j++) {
                    sum += Math.exp(x[i * columns + j]);
                    largest = Math.max(largest, x[i * columns + j]);
                }
                for (int j = 0; j < columns; j++) {
                    double exact = Math.exp(x[i * columns + j]) / sum;
                    double bound = 4e-7 + 6e-8 * (columns + largest - x[i * columns + j]);
                    assertEquals(exact, p[i * columns + j], bound * exact + 1e-37);
                }
            }
        }
    }

    /** By hand: ten chains start at 0 .. 9, and each x becomes x / 2 + 1 / 4, twice. */
    @ParameterizedTest
    @MethodSource("assay.kernels.Both#implementations")
    void theCeilingReallyComputes(KernelSet set) {
        assertEquals(45 / 4f + 10 * 3 / 8f, set.elements().multiplyAdds(2));
    }

    /** ln 2 / 2 in both signs, and the ends of the range. */
    @Test
    void exponentialsAreAccurate() {
        for (int i = 0; i < 1_000_000; i++) {
            double x = -700 * Math.pow(i / 1e6, 4);
            double exact = Math.pow(2, x);
            assertEquals(exact, FusedExponential.powerOfTwo(x), 1e-15 * exact, () -> "2^" + x);
            assertEquals(Math.exp(x), Exponential.inRange(x), 1e-14 * Math.exp(x), () -> "e^" + x);
            float y = (float) (x / 6);
            double exactY = Math.pow(2, y);
            assertEquals(exactY, FusedExponential.powerOfTwo(y), 2.4e-7 * exactY, () -> "2^" + y);
            double exactE = Math.exp(-y / 2);
            assertEquals(exactE, FusedExponential.of(-y / 2), 2.4e-7 * exactE);
            assertEquals(exactE, Exponential.of(-y / 2), 2.4e-7 * exactE);
        }
        assertEquals(1, FusedExponential.powerOfTwo(0.0));
        assertEquals(1f, FusedExponential.powerOfTwo(0f));
        assertEquals(Math.exp(Exponential.FLOAT_MOST), Exponential.of(Exponential.FLOAT_MOST), 1e33);
        assertEquals(Math.exp(Exponential.FLOAT_MOST), FusedExponential.of(Exponential.FLOAT_MOST), 1e33);
        assertEquals(Math.exp(-86.5), Exponential.of(-86.5f), 1e-44);
        assertEquals(0, Exponential.of(-86.6f));
    }

    /** By hand. */
    @Test
    void doorsOfBiasedActivations() {
        float[] x = {1, -2, 3, -4};
        Activation.RELU.apply(x, 2, 2, new float[] {9, 1, 3}, 1);
        assertArrayEquals(new float[] {2, 1, 4, 0}, x);
        float[] gradient = {1, 2, 3, 4};
        float[] byBias = new float[3];
        Activation.RELU.backward(x, gradient, 2, 2, byBias, 1);
        assertArrayEquals(new float[] {1, 2, 3, 0}, gradient);
        assertArrayEquals(new float[] {0, 4, 2}, byBias);
    }
}
