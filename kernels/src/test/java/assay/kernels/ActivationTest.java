package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    private static final double[] POINTS = {-20, -2, -.5, .25, 1, 3, 20};

    @ParameterizedTest
    @EnumSource
    void derivativeAgreesWithCentralDifferences(Activation activation) {
        for (double x : POINTS) {
            float h = 1e-2f;
            float[] around = {(float) x - h, (float) x + h, (float) x};
            activation.apply(around, 3);
            float[] gradient = {3};
            activation.backward(new float[] {around[2]}, gradient, 1);
            assertEquals(3 * (around[1] - around[0]) / (2 * h), gradient[0], 1e-3, activation + " at " + x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheLeadingPartIsTouched(Activation activation) {
        float[] x = {-1, -1};
        activation.apply(x, 1);
        assertEquals(-1, x[1]);
    }
}
