package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.kernels.Activation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every network in training promises, checked against {@link DoubleNetwork}. A test of an engine extends it. */
abstract class DifferentiableContract {

    private static final Seed SEED = new Seed(5);
    private static final MlpSettings SMALL = new MlpSettings(3, 6, Activation.TANH, Optimiser.SGD, 1, 5, 8, 0);
    private static final Dataset NUMBERS = Problems.saddle(30, SEED.derive("numbers"));
    private static final Dataset CLASSES = Problems.layers(30, SEED.derive("classes"));
    private static final int[] BATCH = {3, 17, 4, 4, 29};
    private static final float[] WEIGHTS = {0.5f, 1f, 0.25f, 0f, -0.75f};

    abstract Differentiable.Trainer trainer(MlpSettings settings);

    static Stream<Arguments> cases() {
        return Stream.of(NUMBERS, CLASSES)
                .flatMap(train -> Stream.of(Activation.values())
                        .flatMap(activation -> Stream.of(1, 2, 4)
                                .map(layers -> Arguments.of(
                                        train, SMALL.withActivation(activation).withLayers(layers)))));
    }

    /**
     * A step of plain descent at rate 1 is the gradient. Single precision keeps about 7 digits; sums over the batch and
     * cancellation through the layers cost some, and so does the difference of parameters larger than their step, so 4
     * are asked for; a wrong factor or a forgotten term would leave none.
     */
    @ParameterizedTest
    @MethodSource("cases")
    final void stepsDownTheGradientOfTheWeightedSum(Dataset train, MlpSettings settings) {
        Differentiable network = trainer(settings).begin(train, SEED);
        float[] before = network.parameters();
        network.forward(BATCH, BATCH.length, new float[BATCH.length]);
        network.step(WEIGHTS);
        float[] after = network.parameters();

        double[] expected = new DoubleNetwork(settings, train).gradient(doubles(before), BATCH, WEIGHTS);
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) before[i] - after[i] - expected[i], 2);
            length += expected[i] * expected[i];
        }
        assertTrue(difference < 1e-8 * length, "relative error " + Math.sqrt(difference / length));
    }

    @ParameterizedTest
    @MethodSource("cases")
    final void losesAndDifferentiatesAsPromised(Dataset train, MlpSettings settings) {
        Differentiable network = trainer(settings).begin(train, SEED);
        float[] losses = new float[BATCH.length];
        network.forward(BATCH, BATCH.length, losses);
        float[] gradients = network.outputGradients();

        DoubleNetwork reference = new DoubleNetwork(settings, train);
        int k = train.task().outputs();
        assertEquals(BATCH.length * k, gradients.length);
        for (int i = 0; i < BATCH.length; i++) {
            double[] z = reference.outputs(doubles(network.parameters()), BATCH[i]);
            assertEquals(reference.loss(z, BATCH[i]), losses[i], 1e-5);
            for (int c = 0; c < k; c++) {
                double[] above = z.clone();
                double[] below = z.clone();
                above[c] += 1e-5;
                below[c] -= 1e-5;
                double expected = (reference.loss(above, BATCH[i]) - reference.loss(below, BATCH[i])) / 2e-5;
                assertEquals(expected, gradients[i * k + c], 1e-5);
            }
        }
    }

    /** The loss has no slope left where the probability of the row's class is far below 1e-8. */
    @Test
    final void theLossIsFlatForHopelessRows() {
        Dataset one = Dataset.of(Matrix.of(1, 1, new double[] {1}), new double[] {0}, Problems.TWO);
        // Outputs 0 and 30, so p = 9.4e-14
        float[] parameters = {0, 30, 0, 0};
        Differentiable network = trainer(SMALL.withLayers(1)).begin(one, parameters);
        float[] losses = new float[1];
        network.forward(new int[] {0}, 1, losses);
        assertEquals(-Math.log(1e-8 + 9.36e-14), losses[0], 1e-5);
        assertEquals(9.36e-6, network.outputGradients()[1], 1e-8);
    }

    /** Weights of 1e-7 make gradients as small as Adam's epsilon, so that its place shows. */
    @ParameterizedTest
    @MethodSource("adamCases")
    final void followsAdam(Dataset train, float scale) {
        MlpSettings settings = SMALL.withOptimiser(Optimiser.ADAM).withRate(0.01);
        Differentiable network = trainer(settings).begin(train, SEED);
        DoubleNetwork reference = new DoubleNetwork(settings, train);
        double[] p = doubles(network.parameters());
        double[] start = p.clone();
        double[] m = new double[p.length];
        double[] v = new double[p.length];
        for (int t = 1; t <= 5; t++) {
            int[] rows = {t, 2 * t, 3 * t, 20 + t};
            float[] weights = {scale, scale / 2, scale, scale / 4};
            network.forward(rows, rows.length, new float[rows.length]);
            network.step(weights);
            double[] g = reference.gradient(p, rows, weights);
            for (int i = 0; i < p.length; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double corrected = Math.sqrt(v[i] / (1 - Math.pow(0.999, t)));
                p[i] -= 0.01 * m[i] / (1 - Math.pow(0.9, t)) / (corrected + 1e-8);
            }
        }
        double moved = 0;
        float[] found = network.parameters();
        for (int i = 0; i < p.length; i++) {
            moved = Math.max(moved, Math.abs(p[i] - start[i]));
            assertEquals(p[i], found[i], 2e-5, "parameter " + i);
        }
        assertTrue(moved > 0.02, "the largest move was " + moved);
    }

    static Stream<Arguments> adamCases() {
        return Stream.of(NUMBERS, CLASSES)
                .flatMap(train -> Stream.of(1f, 1e-7f).map(scale -> Arguments.of(train, scale)));
    }

    @Test
    final void beginsWithTheParametersOfTheLayout() {
        NetworkLayout layout = new NetworkLayout(SMALL.units(2, 3));
        assertArrayEquals(
                layout.initial(SEED), trainer(SMALL).begin(CLASSES, SEED).parameters());
    }

    @Test
    final void restartsFromItsParameters() {
        Differentiable network = trainer(SMALL).begin(CLASSES, SEED);
        network.forward(BATCH, BATCH.length, new float[BATCH.length]);
        network.step(WEIGHTS);
        float[] parameters = network.parameters();
        Differentiable again = trainer(SMALL).begin(CLASSES, parameters);
        assertArrayEquals(parameters, again.parameters());
        assertEquals(network.model().predict(CLASSES.features()), again.model().predict(CLASSES.features()));
        parameters[0] = 1000;
        assertTrue(again.parameters()[0] < 10);
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    final void aCopyTakesTheSameStepsOnItsOwn(Optimiser optimiser) {
        Differentiable network =
                trainer(SMALL.withOptimiser(optimiser).withRate(0.05)).begin(CLASSES, SEED);
        for (int t = 0; t < 3; t++) {
            advance(network, t);
        }
        Differentiable copy = network.copy();
        float[] atTheCopy = network.parameters();
        advance(network, 3);
        advance(network, 4);
        assertArrayEquals(atTheCopy, copy.parameters());
        advance(copy, 3);
        advance(copy, 4);
        assertArrayEquals(network.parameters(), copy.parameters());
        assertThrows(IllegalStateException.class, () -> network.copy().step(WEIGHTS));
    }

    private static void advance(Differentiable network, int t) {
        int[] rows = {t, 2 * t + 1, 20 + t};
        network.forward(rows, rows.length, new float[rows.length]);
        network.step(new float[] {1, 0.5f, 2});
    }

    @Test
    final void refusesParametersOfAnotherNetwork() {
        assertThrows(IllegalArgumentException.class, () -> trainer(SMALL).begin(CLASSES, new float[3]));
    }

    @Test
    final void aModelOutlivesLaterSteps() {
        Differentiable network = trainer(SMALL).begin(CLASSES, SEED);
        Embedding model = network.model();
        Matrix before = model.predict(CLASSES.features());
        Matrix hidden = model.embed(CLASSES.features());
        network.forward(BATCH, BATCH.length, new float[BATCH.length]);
        network.step(WEIGHTS);
        assertEquals(before, model.predict(CLASSES.features()));
        assertEquals(hidden, model.embed(CLASSES.features()));
        assertEquals(6, hidden.columns());
    }

    @Test
    final void usesOnlyTheFirstRowsOfTheBatch() {
        Differentiable two = trainer(SMALL).begin(CLASSES, SEED);
        Differentiable five = trainer(SMALL).begin(CLASSES, SEED);
        two.forward(new int[] {3, 17}, 2, new float[2]);
        two.step(new float[] {1, 2});
        float[] losses = new float[5];
        five.forward(BATCH, 2, losses);
        five.step(new float[] {1, 2, 3, 4, 5});
        assertArrayEquals(two.parameters(), five.parameters());
        assertEquals(0, losses[2]);
    }

    @Test
    final void trainsToAFlatLoss() {
        MlpSettings settings = MlpSettings.DEFAULT.withLayers(3).withHidden(20).withEpochs(60);
        Dataset train = Problems.saddle(100, SEED.derive("flat"));
        Embedding model = (Embedding) trainer(settings).fit(train, SEED);
        double error = Problems.error(model.predict(train.features()), train);
        assertTrue(error < 0.02, "error " + error);
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
