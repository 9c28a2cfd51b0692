package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Seed;
import assay.kernels.Activation;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both engines, from the same parameters on the same batches. */
class EnginesAgreeTest {

    private static final int STEPS = 50;

    @ParameterizedTest
    @CsvSource({
        "NUMBER, ADAM, RELU", "NUMBER, ADAM, TANH", "NUMBER, SGD, SIGMOID",
        "CLASS, ADAM, RELU", "CLASS, ADAM, TANH", "CLASS, SGD, RELU"
    })
    void lossCurvesAgree(String target, Optimiser optimiser, Activation activation) {
        Dataset train = target.equals("NUMBER") ? Problems.linear(200, new Seed(1)) : Problems.layers(200, new Seed(1));
        MlpSettings settings = MlpSettings.DEFAULT
                .withLayers(3)
                .withHidden(20)
                .withActivation(activation)
                .withOptimiser(optimiser)
                .withRate(optimiser == Optimiser.ADAM ? 0.003 : 0.05);
        double[] compact = curve(Surrogates.compact(settings), train);
        double[] dl4j = curve(Surrogates.dl4j(settings), train);
        assertEquals(STEPS, compact.length);
        for (int step = 0; step < STEPS; step++) {
            assertEquals(dl4j[step], compact[step], 1e-4 * dl4j[step], "step " + step);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void bothBeginAlike(long seed) {
        Dataset train = Problems.layers(20, new Seed(seed));
        assertArrayEquals(
                Surrogates.compact(MlpSettings.DEFAULT)
                        .begin(train, new Seed(9))
                        .parameters(),
                Surrogates.dl4j(MlpSettings.DEFAULT).begin(train, new Seed(9)).parameters());
    }

    private static double[] curve(Differentiable.Trainer trainer, Dataset train) {
        Differentiable network = trainer.begin(train, new Seed(2));
        double[] curve = new double[STEPS];
        float[] losses = new float[32];
        float[] weights = new float[32];
        Arrays.fill(weights, 1 / 32f);
        for (int step = 0; step < STEPS; step++) {
            int[] batch = Arrays.copyOf(new Seed(3).derive(step).permutation(train.size()), 32);
            network.forward(batch, 32, losses);
            for (float loss : losses) {
                curve[step] += loss / 32;
            }
            network.step(weights);
        }
        return curve;
    }
}
