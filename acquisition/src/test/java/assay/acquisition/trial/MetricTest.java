package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Matrix;
import assay.acquisition.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

    private static final double[] CLASSES = {0, 0, 1, 2, 2};
    private static final Matrix PROBABILITIES = Matrix.of(new double[][] {
        {0.7, 0.2, 0.1},
        {0.3, 0.4, 0.3},
        {0.1, 0.8, 0.1},
        {0.25, 0.25, 0.5},
        {0.4, 0.3, 0.3}
    });

    /** By hand: errors 1, -1 and 2 of the truth 2, 4 and 9, whose mean is 5 and variance 26 / 3. */
    @Test
    void numbersByHand() {
        double[] truth = {2, 4, 9};
        Matrix predicted = Matrix.of(3, 1, new double[] {1, 5, 7});
        assertEquals(2, Metric.MSE.of(truth, predicted), 1e-12);
        assertEquals(Math.sqrt(2), Metric.RMSE.of(truth, predicted), 1e-12);
        assertEquals(4.0 / 3, Metric.MAE.of(truth, predicted), 1e-12);
        assertEquals((1.0 / 2 + 1.0 / 4 + 2.0 / 9) / 3, Metric.MAPE.of(truth, predicted), 1e-12);
        assertEquals(1 - 6.0 / 26, Metric.R2.of(truth, predicted), 1e-12);
        assertEquals(6.0 / 26, Metric.R2.loss(Metric.R2.of(truth, predicted)), 1e-12);
    }

    /**
     * scikit-learn's definitions, by hand: three of five right; recalls 1/2, 1 and 1/2; -mean(ln .7, ln .3, ln .8, ln .5, ln .3); squared distances
     * .14, .74, .06, .375 and .74.
     */
    @Test
    void classesByHand() {
        assertEquals(0.6, Metric.ACCURACY.of(CLASSES, PROBABILITIES), 1e-12);
        assertEquals(2.0 / 3, Metric.BALANCED_ACCURACY.of(CLASSES, PROBABILITIES), 1e-12);
        assertEquals(
                -(Math.log(0.7) + 2 * Math.log(0.3) + Math.log(0.8) + Math.log(0.5)) / 5,
                Metric.LOG_LOSS.of(CLASSES, PROBABILITIES),
                1e-12);
        assertEquals((0.14 + 0.74 + 0.06 + 0.375 + 0.74) / 5, Metric.BRIER.of(CLASSES, PROBABILITIES), 1e-12);
        assertEquals(0.4, Metric.ACCURACY.loss(0.6), 1e-12);
    }

    @Test
    void aClassThatDoesNotOccurDoesNotCount() {
        assertEquals(1, Metric.BALANCED_ACCURACY.of(new double[] {0}, Matrix.of(new double[][] {{0.9, 0.1}})), 0);
    }

    @Test
    void everyTaskHasMetricsAndAFirst() {
        assertEquals(Metric.RMSE, Metric.of(new Task.Regression()).get(0));
        assertEquals(
                Metric.ACCURACY,
                Metric.of(new Task.Classification(List.of("a", "b"))).get(0));
        assertEquals(
                Metric.values().length,
                Metric.of(new Task.Regression()).size()
                        + Metric.of(new Task.Classification(List.of("a", "b"))).size());
    }
}
