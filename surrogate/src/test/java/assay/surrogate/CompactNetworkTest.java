package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.kernels.Activation;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CompactNetworkTest extends DifferentiableContract {

    @Override
    Differentiable.Trainer trainer(MlpSettings settings) {
        return new CompactTrainer(settings);
    }

    /**
     * The contract asks for four digits, this engine keeps five. The losses count a thousandfold, so that a step of plain
     * descent is far longer than the parameters and their subtraction loses nothing.
     */
    @ParameterizedTest
    @CsvSource({"RELU,1", "RELU,2", "RELU,4", "TANH,3", "SIGMOID,3"})
    void theGradientIsGoodToFiveDigits(Activation activation, int layers) {
        for (Task task : List.of(Problems.NUMBER, Problems.THREE)) {
            Dataset data = task.outputs() == 1 ? Problems.saddle(20, new Seed(3)) : Problems.layers(20, new Seed(3));
            MlpSettings settings = new MlpSettings(layers, 6, activation, Optimiser.SGD, 1, 1, 8, 0);
            int[] rows = {8, 2, 5, 0, 2};
            float[] weights = {500, 1000, 0, 2000, 1500};
            Differentiable network = trainer(settings).begin(data, new Seed(4));
            float[] before = network.parameters();
            double[] start = IntStream.range(0, before.length)
                    .mapToDouble(i -> before[i])
                    .toArray();
            double[] expected = new DoubleNetwork(settings, data).gradient(start, rows, weights);
            network.forward(rows, rows.length, new float[rows.length]);
            network.step(weights);
            float[] after = network.parameters();

            double error = 0;
            double length = 0;
            for (int p = 0; p < before.length; p++) {
                error += Math.pow((double) before[p] - after[p] - expected[p], 2);
                length += Math.pow(expected[p], 2);
            }
            double relative = Math.sqrt(error / length);
            assertTrue(relative < 1e-5, () -> task + ": relative error " + relative);
        }
    }

    /** Once compiled: the interpreter makes objects of vectors. */
    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(Activation activation) {
        Dataset data = Problems.layers(200, new Seed(1));
        MlpSettings settings = MlpSettings.DEFAULT.withActivation(activation).withHidden(24);
        Differentiable network = trainer(settings).begin(data, new Seed(1));
        int[] rows = IntStream.range(0, 32).toArray();
        float[] losses = new float[32];
        float[] weights = new float[32];
        Arrays.fill(weights, 1 / 32f);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 200 && allocated > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 200; step++) {
                network.forward(rows, 32, losses);
                network.step(weights);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocated);
    }

    @Test
    void aBatchMayGrowBeyondTheSetting() {
        Dataset data = Problems.layers(50, new Seed(1));
        Differentiable network = trainer(MlpSettings.DEFAULT.withBatch(4)).begin(data, new Seed(1));
        float[] losses = new float[50];
        network.forward(IntStream.range(0, 50).toArray(), 50, losses);
        float[] last = new float[1];
        network.forward(new int[] {49}, 1, last);
        assertEquals(losses[49], last[0], 1e-6f);
        assertEquals(3, network.outputGradients().length);
    }
}
