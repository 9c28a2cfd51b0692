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
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossValuatorTest {

    private static final LossVal SHORT =
            LossVal.DEFAULT.withEpochs(3).withBatch(16).withRepeats(3);
    private static final MlpSettings SMALL = MlpSettings.DEFAULT.withLayers(3).withHidden(8);

    private static Dataset data(int n, long seed) {
        Matrix x = Matrix.of(
                n, 3, new Seed(seed).generator().doubles(3L * n, -1, 1).toArray());
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> x.at(i, 0) - x.at(i, 1)).toArray();
        return Dataset.of(x, y, new Task.Regression());
    }

    private static Valuation value(LossVal method, Runner runner) {
        return Valuators.of(method, Surrogates.compact(SMALL), runner).value(data(50, 1), data(20, 2), new Seed(3));
    }

    /** Pieces of work run backwards, as unlucky threads might. */
    private static final Runner BACKWARDS = new Runner() {
        @Override
        public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
            Object[] results = new Object[pieces];
            for (int i = pieces - 1; i >= 0; i--) {
                results[i] = work.run(i, () -> {});
            }
            @SuppressWarnings("unchecked")
            List<T> list = (List<T>) List.of(results);
            return list;
        }
    };

    @Test
    void theOrderOfThePiecesDoesNotMatter() {
        assertArrayEquals(
                value(SHORT, Runner.SEQUENTIAL).values(),
                value(SHORT, BACKWARDS).values());
    }

    @Test
    void repeatsAreAveragedAndGiveTheStandardError() {
        List<double[]> runs = List.of(new double[] {1, 5}, new double[] {2, Double.NaN}, new double[] {6, 7});
        Valuation combined = Repeats.combine(List.of("a", "b"), runs, "by hand");
        // Means 3 and 6; variances 7 and 2; three runs and two.
        assertArrayEquals(new double[] {3, 6}, combined.values());
        assertEquals(Math.sqrt(7 / 3.0), combined.standardError(0), 1e-12);
        assertEquals(1, combined.standardError(1), 1e-12);
        assertTrue(Double.isNaN(value(SHORT.withRepeats(1), Runner.SEQUENTIAL).standardError(0)));
        assertTrue(value(SHORT, Runner.SEQUENTIAL).standardError(0) > 0);
    }

    @Test
    void readOutsAndUpdatesDiffer() {
        double[] last = value(SHORT, Runner.SEQUENTIAL).values();
        double[] averaged = value(SHORT.withReadOut(LossVal.ReadOut.AVERAGED), Runner.SEQUENTIAL)
                .values();
        double[] lazy =
                value(SHORT.withUpdate(LossVal.Update.LAZY), Runner.SEQUENTIAL).values();
        assertFalse(Arrays.equals(last, averaged));
        assertFalse(Arrays.equals(last, lazy));
        // One epoch has one end, and a batch that holds everything touches everything.
        LossVal one = SHORT.withEpochs(1);
        assertArrayEquals(
                value(one, Runner.SEQUENTIAL).values(),
                value(one.withReadOut(LossVal.ReadOut.AVERAGED), Runner.SEQUENTIAL)
                        .values());
        LossVal whole = SHORT.withBatch(50);
        assertArrayEquals(
                value(whole, Runner.SEQUENTIAL).values(),
                value(whole.withUpdate(LossVal.Update.LAZY), Runner.SEQUENTIAL).values(),
                1e-12);
    }

    @Test
    void crossedHoldoutsValueEveryone() {
        Dataset known = data(23, 4);
        Valuation valuation = CrossHoldout.value(
                Valuators.of(SHORT.withRepeats(1), Surrogates.compact(SMALL), Runner.SEQUENTIAL),
                known,
                5,
                new Seed(1));
        assertEquals(23, valuation.size());
        assertTrue(IntStream.range(0, 23).allMatch(i -> valuation.standardError(i) > 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> CrossHoldout.value((train, holdout, seed) -> valuation, known, 24, new Seed(1)));
    }

    @Test
    void differentFeaturesAreRefused() {
        Dataset other = Dataset.of(Matrix.of(new double[] {1, 2}), new double[] {0}, new Task.Regression());
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Valuators.of(SHORT, Surrogates.compact(SMALL), Runner.SEQUENTIAL)
                        .value(data(5, 1), other, new Seed(1)));
        assertTrue(refusal.getMessage().contains("train has 3 features but holdout has 2"));
    }
}
