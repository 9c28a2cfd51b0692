package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataOobTest {

    private static final Task CLASSES = new Task.Classification(List.of("a", "b"));

    private static Valuation value(TargetModel.Trainer trainer, Dataset data, Effort effort) {
        Dataset nothing = data.select(new int[0]);
        return Valuators.of(new DataOob(effort), trainer, Runner.SEQUENTIAL).value(data, nothing, new Seed(1));
    }

    /** A model that predicts the class of its first row: what each row gets is computed again from the bootstraps. */
    @Test
    void agreesWithCountingByHand() {
        Dataset data = Dataset.of(Matrix.of(5, 1, new double[] {0, 1, 2, 3, 4}), new double[] {0, 1, 1, 0, 1}, CLASSES);
        TargetModel.Trainer first = (train, seed) -> features -> {
            double[] shares = new double[2 * features.rows()];
            for (int row = 0; row < features.rows(); row++) {
                shares[2 * row + (int) train.target(0)] = 1;
            }
            return Matrix.of(features.rows(), 2, shares);
        };
        int models = 40;
        double[] right = new double[5];
        double[] out = new double[5];
        for (int piece = 0; piece < models; piece++) {
            var random = new Seed(1).derive("bootstraps").derive(piece).generator();
            int[] drawn = IntStream.range(0, 5).map(i -> random.nextInt(5)).toArray();
            for (int row = 0; row < 5; row++) {
                int wanted = row;
                if (Arrays.stream(drawn).noneMatch(r -> r == wanted)) {
                    out[row]++;
                    right[row] += data.target(drawn[0]) == data.target(row) ? 1 : 0;
                }
            }
        }
        Valuation valuation = value(first, data, Effort.ofModels(models));
        for (int row = 0; row < 5; row++) {
            double share = right[row] / out[row];
            assertEquals(share, valuation.value(row), 1e-12);
            // The standard error of a share of so many zeros and ones.
            assertEquals(Math.sqrt(share * (1 - share) / (out[row] - 1)), valuation.standardError(row), 1e-12);
        }
    }

    /** The mean of the rows drawn, against a row that was not: minus its squared error. */
    @Test
    void numbersGetTheNegativeSquaredError() {
        Dataset data =
                Dataset.of(Matrix.of(3, 1, new double[] {0, 1, 2}), new double[] {0, 0, 6}, new Task.Regression());
        Valuation valuation = value(Surrogates.knn(1), data, Effort.ofModels(400));
        // Row 2 is out of bag only when all drawn are 0: always predicted as 0.
        assertEquals(-36, valuation.value(2), 1e-12);
        assertEquals(0, valuation.standardError(2), 1e-12);
        // Rows 0 and 1 are nearest to each other, or were drawn with row 2 alone: -36 in the share of such bootstraps,
        // 1 in 8.
        assertEquals(-36.0 / 8, valuation.value(0), 1.5);
    }

    @Test
    void everyKindOfModelFindsTheOddOnes() {
        int n = 60;
        double[] x = new Seed(4).generator().doubles(2 * n, -1, 1).toArray();
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> x[2 * i] > 0 ? 1 : 0).toArray();
        List<Integer> odd = IntStream.range(0, n)
                .filter(i -> Math.abs(x[2 * i]) > 0.5)
                .boxed()
                .limit(4)
                .toList();
        odd.forEach(i -> y[i] = 1 - y[i]);
        Map<String, TargetModel.Trainer> models = Map.of(
                "linear", Surrogates.linear(),
                "forest", Surrogates.forest(10, Runner.SEQUENTIAL),
                "knn", Surrogates.knn(5),
                "compact",
                        Surrogates.compact(
                                MlpSettings.DEFAULT.withLayers(2).withHidden(8).withEpochs(10)));
        for (Task task : List.of(CLASSES, new Task.Regression())) {
            Dataset data = Dataset.of(Matrix.of(n, 2, x), y, task);
            models.forEach((name, trainer) -> {
                Valuation valuation = value(trainer, data, Effort.ofModels(60));
                double worst = odd.stream().mapToInt(valuation::rank).min().orElseThrow();
                assertTrue(worst > n - 12, name + " " + task + ": rank " + worst);
            });
        }
    }

    @Test
    void aRowInEveryBootstrapIsSaidToHaveNoValue() {
        int n = 40;
        Dataset data = Dataset.of(Matrix.of(n, 1, new double[n]), new double[n], new Task.Regression());
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> value(Surrogates.linear(), data, Effort.ofModels(2)));
        assertTrue(refusal.getMessage().matches("after 2 models experiment \\d+ has no value by data-oob.*"));
    }

    @Test
    void theHoldoutIsLeftAlone() {
        Dataset data = Dataset.of(
                Matrix.of(6, 1, new double[] {0, 1, 2, 3, 4, 5}),
                new double[] {0, 1, 2, 3, 4, 5},
                new Task.Regression());
        Valuation one = value(Surrogates.linear(), data, Effort.ofModels(50));
        Valuation other = Valuators.of(new DataOob(Effort.ofModels(50)), Surrogates.linear(), Runner.SEQUENTIAL)
                .value(data, data, new Seed(1));
        assertArrayEquals(one.values(), other.values());
    }
}
