package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InfluenceValuatorTest {

    private static final MlpSettings SMALL =
            MlpSettings.DEFAULT.withLayers(3).withHidden(6).withEpochs(3);

    private static Valuation value(InfluenceValues method, Dataset train, Dataset holdout, Runner runner) {
        return Valuators.of(method, Surrogates.compact(SMALL), runner).value(train, holdout, new Seed(3));
    }

    /** A logistic model of given coefficients, without constant; values from numpy, with a penalty of .1 on the mean loss. */
    @Test
    void logisticRegressionByHand() {
        double[] x = {1, .5, -.5, 1, .3, -1.2, -1, -.4};
        double[] y = {1, 0, 1, 0};
        double[] v = {.6, .2, -.7, .1};
        RidgeOrLogistic model = RidgeOrLogistic.of(x, y, 2, 2, 4 * .1, new double[] {.8, -.3});

        double[] mean = new double[2];
        double[] one = new double[2];
        for (int row = 0; row < 2; row++) {
            model.gradient(v, row, 1 - row, one);
            mean[0] += one[0] / 2;
            mean[1] += one[1] / 2;
        }
        assertArrayEquals(new double[] {-.24377722, -.02181993}, mean, 1e-8);

        double[][] solutions = InfluenceValuator.solutions(model, v, new double[] {1, 0});
        double[] values = new double[4];
        for (int row = 0; row < 4; row++) {
            double[] both = new double[2];
            model.gradient(x, row, y[row], one);
            InfluenceValuator.meanAndError(one, solutions, both, 0);
            values[row] = both[0];
        }
        assertArrayEquals(new double[] {.0935840845, .0375065550, .0200539919, .0911191224}, values, 1e-9);
    }

    /** At the optimum the gradients of losses and penalty cancel. */
    @ParameterizedTest
    @EnumSource
    void theModelIsAtItsOptimum(Examples.Kind kind) {
        Dataset data = Examples.data(kind, 60, 3, 1);
        int classes = kind == Examples.Kind.NUMBERS ? 1 : data.task().outputs();
        double[] x = data.features().toArray();
        double[] gradient = sum(new RidgeOrLogistic(x, data.targets(), 3, classes, 1), data);
        double[] more = sum(new RidgeOrLogistic(x, data.targets(), 3, classes, 1e-3), data);
        // With next to no penalty the gradients of the losses alone cancel.
        assertTrue(Arrays.stream(gradient).map(Math::abs).max().orElseThrow() > .05);
        assertTrue(Arrays.stream(more).map(Math::abs).max().orElseThrow() < .05);
    }

    private static double[] sum(RidgeOrLogistic model, Dataset data) {
        double[] sum = new double[model.parameters()];
        double[] one = new double[sum.length];
        for (int row = 0; row < data.size(); row++) {
            model.gradient(data.features().toArray(), row, data.target(row), one);
            Arrays.setAll(sum, i -> sum[i] + one[i]);
        }
        return sum;
    }

    /**
     * By definition: among 500 copies of all rows, with 500 times the penalty, one more copy of a row is 1/500 of a unit of
     * its weight, and the mean holdout loss falls by that share of its value.
     */
    @ParameterizedTest
    @EnumSource
    void agreesWithTrainingAgain(Examples.Kind kind) {
        int copies = 500;
        Dataset train = Examples.data(kind, 12, 2, 1);
        Dataset holdout = Examples.data(kind, 7, 2, 2);
        Valuation valuation = value(InfluenceValues.DEFAULT, train, holdout, Runner.SEQUENTIAL);
        int[] all = IntStream.range(0, 12 * copies).map(i -> i % 12).toArray();
        double before = holdoutLoss(train.select(all), holdout, copies);
        for (int row = 0; row < 12; row++) {
            int[] more = Arrays.copyOf(all, all.length + 1);
            more[all.length] = row;
            double gain = before - holdoutLoss(train.select(more), holdout, copies);
            assertEquals(valuation.value(row), copies * gain, 2e-2 * Math.abs(valuation.value(row)) + 1e-4);
        }
    }

    /** From the scores that a gradient with a single feature of 1 reveals: p - y for each score. */
    private static double holdoutLoss(Dataset train, Dataset holdout, double penalty) {
        int classes = train.task() instanceof Task.Classification ? train.task().outputs() : 1;
        double[] x = withConstant(train);
        double[] v = withConstant(holdout);
        RidgeOrLogistic model = new RidgeOrLogistic(x, train.targets(), 3, classes, penalty);
        double[] gradient = new double[model.parameters()];
        double loss = 0;
        for (int row = 0; row < holdout.size(); row++) {
            double y = holdout.target(row);
            model.gradient(v, row, y, gradient);
            double away = classes <= 2 ? gradient[2] : gradient[3 * (int) y + 2];
            loss += classes == 1 ? away * away / 2 : -Math.log(1 - Math.abs(away));
        }
        return loss / holdout.size();
    }

    private static double[] withConstant(Dataset data) {
        return IntStream.range(0, 3 * data.size())
                .mapToDouble(i -> i % 3 == 2 ? 1 : data.features().at(i / 3, i % 3))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatterInEitherSpace(Examples.Kind kind) {
        Dataset train = Examples.data(kind, 300, 3, 1);
        Dataset holdout = Examples.data(kind, 20, 3, 2);
        for (Space space : Space.values()) {
            InfluenceValues method = InfluenceValues.DEFAULT.withSpace(space);
            Valuation forwards = value(method, train, holdout, Runner.SEQUENTIAL);
            assertArrayEquals(
                    forwards.values(),
                    value(method, train, holdout, Examples.BACKWARDS).values());
            assertTrue(IntStream.range(0, 300).allMatch(i -> forwards.standardError(i) > 0));
        }
    }

    @Test
    void complaints() {
        assertThrows(IllegalArgumentException.class, () -> InfluenceValues.DEFAULT.withPenalty(0));
        Dataset train = Dataset.of(Matrix.of(new double[] {1}), new double[] {2}, new Task.Regression());
        assertTrue(Double.isNaN(
                value(InfluenceValues.DEFAULT, train, train, Runner.SEQUENTIAL).standardError(0)));
    }
}
