package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.detection.Detection;
import assay.valuation.detection.NoiseInjection;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DvrlValuatorTest {

    private static final TargetModel.Trainer SMALL = Surrogates.compact(
            MlpSettings.DEFAULT.withLayers(2).withHidden(8).withEpochs(4).withBatch(16));

    private static Valuation value(Dvrl method, Dataset train, Dataset holdout, Runner runner) {
        return Valuators.of(method, SMALL, runner).value(train, holdout, new Seed(3));
    }

    private static Selector selector(Matrix inputs) {
        return new Selector(
                inputs, Surrogates.compact(MlpSettings.DEFAULT.withLayers(2).withHidden(8)), new Seed(1));
    }

    private static Matrix inputs() {
        return Matrix.of(40, 2, new Seed(1).generator().doubles(80, -1, 1).toArray());
    }

    /** The reward is how many positive rows are selected less how many negative ones: the policy finds out. */
    @Test
    void theSelectorFollowsTheReward() {
        Matrix inputs = inputs();
        Selector selector = selector(inputs);
        RandomGenerator random = new Seed(2).generator();
        int[] all = IntStream.range(0, 40).toArray();
        for (int t = 0; t < 400; t++) {
            double reward = Arrays.stream(selector.select(all, random))
                    .mapToDouble(i -> Math.signum(inputs.at(i, 0)))
                    .sum();
            selector.learn(reward / 40, p -> 0);
        }
        double[] chances = selector.chances();
        assertTrue(IntStream.range(0, 40)
                .filter(i -> Math.abs(inputs.at(i, 0)) > .2)
                .allMatch(i -> chances[i] > .5 == inputs.at(i, 0) > 0));
        assertArrayEquals(chances, selector.chances(inputs));
    }

    /** Pushed towards selecting everything, and back by the derivative of the negative entropy. */
    @Test
    void aBonusMovesProbabilities() {
        Selector selector = selector(inputs());
        RandomGenerator random = new Seed(2).generator();
        int[] all = IntStream.range(0, 40).toArray();
        for (int t = 0; t < 100; t++) {
            selector.select(all, random);
            selector.learn(0, p -> -p * (1 - p));
        }
        double high = Arrays.stream(selector.chances()).average().orElseThrow();
        assertTrue(high > .9, () -> "mean " + high);
        for (int t = 0; t < 300; t++) {
            selector.select(all, random);
            selector.learn(0, p -> p * (1 - p) * Math.log(p / (1 - p)));
        }
        assertEquals(.5, Arrays.stream(selector.chances()).average().orElseThrow(), .05);
        assertEquals(.5, selector.meanChance(), .05);
    }

    /** Two repeats on a small problem with few experiments; random values have an AUROC of .5 with an error of .04. */
    @Test
    void findsWrongClasses() {
        NoiseInjection spoiled =
                NoiseInjection.labels(Examples.data(Examples.Kind.CLASSES, 200, 3, 1), .2, new Seed(1));
        Dvrl method = Dvrl.DEFAULT.withIterations(800).withSample(64);
        Valuation valuation =
                value(method, spoiled.dataset(), Examples.data(Examples.Kind.CLASSES, 100, 3, 2), Runner.SEQUENTIAL);
        double auroc = Detection.of(valuation, spoiled.spoiled()).auroc();
        assertTrue(auroc > .7, () -> "AUROC " + auroc);
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatterInEitherMode(Examples.Kind kind) {
        Dataset train = Examples.data(kind, 30, 3, 1);
        Dataset holdout = Examples.data(kind, 12, 3, 2);
        for (Dvrl defaults : new Dvrl[] {Dvrl.DEFAULT, Dvrl.REFERENCE}) {
            Dvrl method = defaults.withIterations(6).withRepeats(3);
            Valuation forwards = value(method, train, holdout, Runner.SEQUENTIAL);
            Valuation backwards = value(method, train, holdout, Examples.BACKWARDS);
            assertArrayEquals(forwards.values(), backwards.values());
            assertTrue(Arrays.stream(forwards.values()).allMatch(v -> v > 0 && v < 1));
            assertTrue(IntStream.range(0, 30).allMatch(i -> forwards.standardError(i) > 0));
            assertFalse(Arrays.equals(
                    forwards.values(),
                    value(method.withIterations(7), train, holdout, Runner.SEQUENTIAL)
                            .values()));
        }
    }

    /** Any target model will do, and fewer experiments than folds. */
    @Test
    void otherModelsAndFewExperiments() {
        Dataset train = Examples.data(Examples.Kind.NUMBERS, 4, 2, 1);
        Valuation valuation = Valuators.of(Dvrl.DEFAULT.withIterations(3), Surrogates.linear(), Runner.SEQUENTIAL)
                .value(train, Examples.data(Examples.Kind.NUMBERS, 5, 2, 2), new Seed(1));
        assertEquals(4, valuation.size());
    }

    @Test
    void complaints() {
        assertEquals(
                "iterations (0) must be at least 1",
                assertThrows(IllegalArgumentException.class, () -> Dvrl.DEFAULT.withIterations(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Dvrl.DEFAULT.withSample(0));
        assertThrows(IllegalArgumentException.class, () -> Dvrl.DEFAULT.withRate(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Dvrl.DEFAULT.withRepeats(0));
    }
}
