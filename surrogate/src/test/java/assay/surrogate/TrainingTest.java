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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingTest {

    private static final Seed SEED = new Seed(3);
    private static final MlpSettings SETTINGS = MlpSettings.DEFAULT.withBatch(8).withEpochs(20);

    /**
     * A network of one parameter, the number of steps taken, that keeps a diary. Its loss falls for some steps and then
     * rises.
     */
    private static final class Diary implements Differentiable.Trainer {

        private final List<int[]> batches = new ArrayList<>();
        private final List<float[]> weights = new ArrayList<>();
        private final int bestStep;

        Diary(int bestStep) {
            this.bestStep = bestStep;
        }

        @Override
        public Differentiable begin(Dataset train, Seed seed) {
            return begin(train, new float[] {0});
        }

        @Override
        public Differentiable begin(Dataset train, float[] parameters) {
            float[] steps = parameters.clone();
            return new Differentiable() {
                private int[] batch = {};

                @Override
                public void forward(int[] rows, int count, float[] losses) {
                    batch = Arrays.copyOf(rows, count);
                    Arrays.fill(losses, 0, count, Math.abs(steps[0] - bestStep));
                }

                @Override
                public void step(float[] given) {
                    steps[0]++;
                    batches.add(batch);
                    weights.add(Arrays.copyOf(given, batch.length));
                }

                @Override
                public float[] outputGradients() {
                    return new float[batch.length];
                }

                @Override
                public float[] parameters() {
                    return steps.clone();
                }

                @Override
                public Differentiable copy() {
                    return begin(train, steps);
                }

                @Override
                public Embedding model() {
                    Matrix taken = Matrix.of(1, 1, new double[] {steps[0]});
                    return new Embedding() {
                        @Override
                        public Matrix predict(Matrix features) {
                            return taken;
                        }

                        @Override
                        public Matrix embed(Matrix features) {
                            return taken;
                        }
                    };
                }
            };
        }

        @Override
        public Embedding fit(Dataset train, Seed seed) {
            throw new UnsupportedOperationException("the loop under test does this");
        }

        int steps(MlpSettings settings, Dataset train) {
            return (int) Training.fit(this, settings, train, SEED)
                    .predict(train.features())
                    .at(0, 0);
        }
    }

    @Test
    void everyEpochVisitsEveryRowOnceInTheOrderOfItsSeed() {
        Dataset train = Problems.linear(21, SEED);
        Diary diary = new Diary(1000);
        assertEquals(60, diary.steps(SETTINGS, train));
        for (int epoch = 0; epoch < 20; epoch++) {
            int[] visited = diary.batches.subList(3 * epoch, 3 * epoch + 3).stream()
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            assertArrayEquals(SEED.derive("epoch").derive(epoch).permutation(21), visited);
        }
        assertArrayEquals(new float[] {0.2f, 0.2f, 0.2f, 0.2f, 0.2f}, diary.weights.get(2));
        assertEquals(1 / 8f, diary.weights.get(0)[0]);
    }

    @Test
    void aFullBatchIsOneStepPerEpoch() {
        MlpSettings full = SETTINGS.withBatch(MlpSettings.FULL_BATCH);
        Diary diary = new Diary(1000);
        assertEquals(20, diary.steps(full, Problems.linear(21, SEED)));
        assertArrayEquals(SEED.derive("epoch").derive(0).permutation(21), diary.batches.get(0));
        assertEquals(1 / 21f, diary.weights.get(0)[0]);
        assertEquals(20, new Diary(1000).steps(full.withPatience(30), Problems.linear(26, SEED)));
    }

    @Test
    void patienceKeepsTheBestEpochAndHoldsRowsBack() {
        Dataset train = Problems.linear(26, SEED);
        Diary diary = new Diary(12);
        // 24 rows, 3 steps an epoch: the fourth epoch is best, and the two after it are in vain
        assertEquals(12, diary.steps(SETTINGS.withPatience(2), train));
        assertEquals(18, diary.batches.size());
        int[] visited = diary.batches.stream()
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        assertEquals(24, visited.length);
    }

    @Test
    void epochsAreTheLimitOfPatience() {
        Diary diary = new Diary(1000);
        assertEquals(60, diary.steps(SETTINGS.withPatience(5), Problems.linear(26, SEED)));
    }

    @Test
    void refusesToHoldTheOnlyRowBack() {
        Dataset one = Problems.linear(1, SEED);
        assertThrows(IllegalArgumentException.class, () -> new Diary(1).steps(SETTINGS.withPatience(1), one));
    }

    @Test
    void saysSoWhenTrainingDiverges() {
        MlpSettings wild = SETTINGS.withOptimiser(Optimiser.SGD).withRate(1e6).withLayers(2);
        Dataset train = Problems.linear(50, SEED);
        String message = assertThrows(IllegalStateException.class, () -> new Dl4jTrainer(wild).fit(train, SEED))
                .getMessage();
        assertTrue(message.startsWith("training diverged in epoch 1"), message);
        assertTrue(message.endsWith("Maybe a rate below 1000000.0?"), message);
    }
}
