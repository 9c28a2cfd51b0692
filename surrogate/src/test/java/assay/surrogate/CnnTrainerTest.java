package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CnnTrainerTest {

    private static final Seed SEED = new Seed(1);
    private static final int SIDE = 10;
    private static final Task STROKES = new Task.Classification(List.of("upright", "lying"));
    private static final CnnSettings SETTINGS =
            CnnSettings.of(SIDE, SIDE, 1).withFilters(4).withHidden(12).withEpochs(6);

    /** Grey images of a bright stroke of five pixels somewhere on noise, upright or lying: no single pixel tells. */
    private static Dataset strokes(int n, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] pixels = new double[n * SIDE * SIDE];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            targets[i] = i % 2;
            for (int p = 0; p < SIDE * SIDE; p++) {
                pixels[i * SIDE * SIDE + p] = 40 * random.nextDouble();
            }
            int along = random.nextInt(SIDE - 4);
            int across = random.nextInt(SIDE);
            for (int s = 0; s < 5; s++) {
                int row = targets[i] == 0 ? along + s : across;
                int column = targets[i] == 0 ? across : along + s;
                pixels[(i * SIDE + row) * SIDE + column] = 255;
            }
        }
        return Dataset.of(Matrix.of(n, SIDE * SIDE, pixels), targets, STROKES);
    }

    private static double accuracy(Embedding model, Dataset data) {
        Matrix predicted = model.predict(data.features());
        int right = 0;
        for (int row = 0; row < data.size(); row++) {
            right += predicted.at(row, (int) data.target(row)) > 0.5 ? 1 : 0;
        }
        return (double) right / data.size();
    }

    @Test
    void learnsStrokesWhereverTheyAre() {
        Embedding model = new CnnTrainer(SETTINGS).fit(strokes(300, SEED), SEED);
        assertTrue(accuracy(model, strokes(300, new Seed(2))) > 0.95);
    }

    @Test
    void theEmbeddingIsWhatTheDenseLayerLetsThrough() {
        Dataset data = strokes(30, SEED);
        Matrix embedded = new CnnTrainer(SETTINGS.withEpochs(1)).fit(data, SEED).embed(data.features());
        assertEquals(30, embedded.rows());
        assertEquals(12, embedded.columns());
        double[] activations = embedded.toArray();
        for (double activation : activations) {
            assertTrue(activation >= 0);
        }
    }

    @Test
    void sameSeedSameModel() {
        Dataset data = strokes(40, SEED);
        CnnTrainer trainer = new CnnTrainer(SETTINGS.withEpochs(2));
        double[] once = trainer.fit(data, SEED).predict(data.features()).toArray();
        assertArrayEquals(once, trainer.fit(data, SEED).predict(data.features()).toArray());
        assertNotEquals(
                once[0], trainer.fit(data, new Seed(2)).predict(data.features()).at(0, 0));
    }

    /** Brighter by a factor and a constant is the same image to a network that saw it so in training. */
    @Test
    void theUnitOfBrightnessDoesNotMatter() {
        Dataset data = strokes(40, SEED);
        double[] other = data.features().toArray();
        for (int i = 0; i < other.length; i++) {
            other[i] = other[i] / 256 - 0.5;
        }
        Matrix dimmed = Matrix.of(40, SIDE * SIDE, other);
        CnnTrainer trainer = new CnnTrainer(SETTINGS.withEpochs(2));
        assertArrayEquals(
                trainer.fit(data, SEED).predict(data.features()).toArray(),
                trainer.fit(data.withFeatures(dimmed), SEED).predict(dimmed).toArray(),
                1e-3);
    }

    @Test
    void coloursAndNumbers() {
        Dataset grey = strokes(24, SEED);
        double[] pixels = new SplitColours(grey.features()).toArray();
        Dataset numbers = Dataset.of(Matrix.of(24, 3 * SIDE * SIDE, pixels), grey.targets(), new Task.Regression());
        CnnSettings colours = CnnSettings.of(SIDE, SIDE, 3).withEpochs(1);
        Matrix predicted = new CnnTrainer(colours).fit(numbers, SEED).predict(numbers.features());
        assertEquals(24, predicted.rows());
        assertEquals(1, predicted.columns());
        assertTrue(Double.isFinite(predicted.at(23, 0)));
    }

    /** Every channel the same. */
    private record SplitColours(Matrix grey) {
        double[] toArray() {
            double[] all = new double[grey.rows() * grey.columns() * 3];
            for (int i = 0; i < grey.rows(); i++) {
                for (int channel = 0; channel < 3; channel++) {
                    grey.copyRows(i, 1, all, (3 * i + channel) * grey.columns());
                }
            }
            return all;
        }
    }

    @Test
    void parametersAreCountedAsTheLibraryCountsThem() {
        Dl4jConvolutions convolutions =
                new Dl4jConvolutions(CnnSettings.of(11, 9, 2).withKernel(5), 3);
        float[] parameters = convolutions.initial(SEED);
        assertEquals(convolutions.parameters(), parameters.length);
        assertArrayEquals(parameters, convolutions.parameters(convolutions.network(parameters)));
        assertThrows(IllegalArgumentException.class, () -> convolutions.network(new float[3]));
    }

    @Test
    void refusesWhatIsNoSuchImage() {
        Dataset data = strokes(4, SEED);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new CnnTrainer(CnnSettings.of(28, 28, 1)).fit(data, SEED))
                .getMessage();
        assertEquals(
                "images of 28 x 28 pixels with 1 channels have 784 features but there are 100. Maybe other columns than"
                        + " pixels are used, or pixels that never change were left out?",
                message);
        assertThrows(IllegalArgumentException.class, () -> CnnSettings.of(7, 28, 1));
        assertThrows(IllegalArgumentException.class, () -> CnnSettings.of(28, 28, 0));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withKernel(4));
        assertThrows(IllegalArgumentException.class, () -> SETTINGS.withRate(0));
    }
}
