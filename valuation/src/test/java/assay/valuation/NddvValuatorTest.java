package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.surrogate.Surrogates;
import assay.valuation.detection.Detection;
import assay.valuation.detection.NoiseInjection;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NddvValuatorTest {

    private static final Nddv SHORT = Nddv.DEFAULT.withEpochs(4).withRepeats(3);

    private static Valuation value(Nddv method, Dataset train, Runner runner) {
        return Valuators.of(method, Surrogates.linear(), runner).value(train, train, new Seed(3));
    }

    /** From the published code's formula in numpy: batch of 32, two classes. */
    @Test
    void thePublishedReadOut() {
        assertEquals(.0069444, NddvValuator.published(new double[] {.1, .9}, 1, 32), 1e-7);
        assertEquals(0, NddvValuator.published(new double[] {.5, .5}, 0, 32), 1e-12);
        assertEquals(-.0625, NddvValuator.published(new double[] {.1, .9}, 0, 32), 1e-12);
    }

    /** Against finite differences of cross-entropy of softmax outputs, the mean over classes of -p dL/dp. */
    @Test
    void thePublishedReadOutOfThreeClasses() {
        double[] p = {.2, .5, .3};
        int batch = 8;
        double expected = 0;
        for (int k = 0; k < 3; k++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[k] += 1e-6;
            down[k] -= 1e-6;
            expected -= p[k] * (crossEntropy(up, 1) - crossEntropy(down, 1)) / 2e-6 / batch / 3;
        }
        assertEquals(expected, NddvValuator.published(p, 1, batch), 1e-9);
    }

    private static double crossEntropy(double[] scores, int own) {
        return Math.log(Arrays.stream(scores).map(Math::exp).sum()) - scores[own];
    }

    /** The derivative of sum_i c_i . scores_i by every parameter, against differences; two numbers out, one of them too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void backwardIsTheDerivative(int outputs) {
        SplittableRandom random = new SplittableRandom(outputs);
        int d = 3;
        int count = 4;
        ControlledFlow flow = new ControlledFlow(d, outputs, 2, .01, new double[] {.1, -.2, .3}, count, new Seed(5));
        float[] x = new float[count * d];
        float[] c = new float[count * outputs];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        for (int i = 0; i < c.length; i++) {
            c[i] = (float) random.nextDouble(-1, 1);
        }
        flow.flow(x, count);
        float[] gradient = flow.backward(c, count).clone();
        float[] parameters = flow.parameters();
        float h = 1e-2f;
        for (int i = 0; i < parameters.length; i += 7) {
            float old = parameters[i];
            parameters[i] = old + h;
            double up = product(flow.flow(x, count), c);
            parameters[i] = old - h;
            double down = product(flow.flow(x, count), c);
            parameters[i] = old;
            assertEquals((up - down) / (2 * h), gradient[i], 2e-3, "parameter " + i);
        }
    }

    private static double product(float[] scores, float[] c) {
        return IntStream.range(0, c.length)
                .mapToDouble(i -> (double) scores[i] * c[i])
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatterAndValuesAreAgainstTheOthers(Examples.Kind kind) {
        Dataset train = Examples.data(kind, 70, 3, 1);
        Valuation valuation = value(SHORT, train, Runner.SEQUENTIAL);
        assertArrayEquals(
                valuation.values(), value(SHORT, train, Examples.BACKWARDS).values());
        assertEquals(0, Arrays.stream(valuation.values()).sum(), 1e-9);
        assertTrue(IntStream.range(0, 70).allMatch(i -> valuation.standardError(i) > 0));
    }

    @ParameterizedTest
    @EnumSource(Nddv.ReadOut.class)
    void findsWrongClasses(Nddv.ReadOut readOut) {
        NoiseInjection spoiled =
                NoiseInjection.labels(Examples.data(Examples.Kind.CLASSES, 400, 3, 1), .2, new Seed(1));
        Nddv method = new Nddv(readOut, 2, 20, 32, .01, 2);
        double auroc = Detection.of(value(method, spoiled.dataset(), Runner.SEQUENTIAL), spoiled.spoiled())
                .auroc();
        assertTrue(auroc > .9, () -> "AUROC " + auroc);
    }

    /** The last of 40 rows are read in a batch of 8 instead of 32: four times the value for the same probability. */
    @Test
    void thePublishedReadOutDependsOnTheBatch() {
        double full = NddvValuator.published(new double[] {.3, .7}, 1, 32);
        assertEquals(4 * full, NddvValuator.published(new double[] {.3, .7}, 1, 8), 1e-12);
    }

    @Test
    void complaints() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> value(Nddv.REFERENCE, Examples.data(Examples.Kind.NUMBERS, 9, 2, 1), Runner.SEQUENTIAL))
                .getMessage()
                .endsWith("Maybe nddv?"));
        assertThrows(
                IllegalArgumentException.class,
                () -> value(SHORT, Examples.data(Examples.Kind.NUMBERS, 1, 2, 1), Runner.SEQUENTIAL));
        assertThrows(IllegalArgumentException.class, () -> SHORT.withSteps(0));
    }
}
