package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.kernels.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactNetworkTest {

    private static final Task THREE = new Task.Classification(List.of("a", "b", "c"));

    private static Dataset data(int n, Task task) {
        Matrix x =
                Matrix.of(n, 4, new Seed(3).generator().doubles(4L * n, -2, 2).toArray());
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> task instanceof Task.Classification ? i % 3 : x.at(i, 0) * x.at(i, 1) - x.at(i, 2))
                .toArray();
        return Dataset.of(x, y, task);
    }

    /**
     * The gradient is computed in single precision, so it cannot agree with a difference quotient of its own losses to
     * 1e-5; it does with that of the same losses written down in double precision.
     */
    @ParameterizedTest
    @CsvSource({"RELU,1", "RELU,2", "RELU,4", "TANH,3", "SIGMOID,3"})
    void gradientAgreesWithCentralDifferences(Activation activation, int layers) {
        for (Task task : List.of(new Task.Regression(), THREE)) {
            Dataset data = data(9, task);
            MlpSettings settings =
                    MlpSettings.DEFAULT.withLayers(layers).withHidden(6).withActivation(activation);
            float[] parameters = new NetworkLayout(settings.units(4, task.outputs())).initial(new Seed(4));
            CompactNetwork network = new CompactNetwork(settings, data, parameters);
            int[] rows = {8, 2, 5, 0, 2};
            float[] weights = {.5f, 1, 0, 2, 1.5f};
            network.forward(rows, rows.length, new float[rows.length]);
            network.backward(weights);
            float[] gradient = network.gradient();

            double error = 0;
            double size = 0;
            for (int p = 0; p < parameters.length; p++) {
                double h = 1e-6;
                double[] up = doubles(parameters);
                double[] down = doubles(parameters);
                up[p] += h;
                down[p] -= h;
                double difference = (PlainMlp.weightedLoss(settings, up, data, rows, weights)
                                - PlainMlp.weightedLoss(settings, down, data, rows, weights))
                        / (2 * h);
                error += Math.pow(difference - gradient[p], 2);
                size += Math.pow(difference, 2);
            }
            double relative = Math.sqrt(error / size);
            assertTrue(relative < 1e-5, () -> task + ": relative error " + relative);
        }
    }

    private static double[] doubles(float[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).toArray();
    }

    @Test
    void lossesAreThoseOfTheContract() {
        for (Task task : List.of(new Task.Regression(), THREE)) {
            Dataset data = data(5, task);
            MlpSettings settings = MlpSettings.DEFAULT.withHidden(7).withLayers(3);
            float[] parameters = new NetworkLayout(settings.units(4, task.outputs())).initial(new Seed(1));
            float[] losses = new float[5];
            new CompactNetwork(settings, data, parameters).forward(new int[] {0, 1, 2, 3, 4}, 5, losses);
            for (int row = 0; row < 5; row++) {
                double exact = PlainMlp.loss(settings, doubles(parameters), data, row);
                assertEquals(exact, losses[row], 1e-5 * Math.max(1, exact));
            }
        }
    }

    @Test
    void aBatchMayGrowBeyondTheSetting() {
        Dataset data = data(50, THREE);
        Differentiable.Trainer trainer = new CompactTrainer(MlpSettings.DEFAULT.withBatch(4));
        Differentiable network = trainer.begin(data, new Seed(1));
        float[] losses = new float[50];
        network.forward(IntStream.range(0, 50).toArray(), 50, losses);
        float[] first = new float[50];
        network.forward(new int[] {49}, 1, first);
        assertEquals(losses[49], first[0], 1e-6f);
        assertEquals(3, network.outputGradients().length);
    }

    @Test
    void aModelIsASnapshot() {
        Dataset data = data(20, new Task.Regression());
        Differentiable network = new CompactTrainer(MlpSettings.DEFAULT).begin(data, new Seed(1));
        var model = network.model();
        Matrix before = model.predict(data.features());
        float[] parameters = network.parameters();
        network.forward(new int[] {1, 2}, 2, new float[2]);
        network.step(new float[] {1, 1});
        assertEquals(before, model.predict(data.features()));
        assertTrue(!Arrays.equals(parameters, network.parameters()));
        assertEquals(100, model.embed(data.features()).columns());
    }

    @Test
    void restartsFromGivenParameters() {
        Dataset data = data(20, new Task.Regression());
        Differentiable.Trainer trainer = new CompactTrainer(MlpSettings.DEFAULT);
        float[] parameters = trainer.begin(data, new Seed(9)).parameters();
        assertArrayEquals(parameters, trainer.begin(data, parameters).parameters());
    }
}
