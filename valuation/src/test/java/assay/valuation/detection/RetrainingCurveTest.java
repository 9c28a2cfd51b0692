package assay.valuation.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.valuation.detection.RetrainingCurve.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetrainingCurveTest {

    /** Predicts the mean of the targets it was trained on. */
    private static final TargetModel.Trainer MEAN = (train, seed) -> features -> {
        double[] means = new double[features.rows()];
        Arrays.fill(means, Arrays.stream(train.targets()).average().orElseThrow());
        return Matrix.of(features.rows(), 1, means);
    };

    /** Targets 0 .. 99, valued by themselves; a test of -1 and 1, of variance 1, so that R2 = - mean^2. */
    private static RetrainingCurve curve(Kind kind) {
        double[] targets = IntStream.range(0, 100).asDoubleStream().toArray();
        Dataset train = Dataset.of(Matrix.of(100, 1, targets), targets, new Task.Regression());
        Dataset test = Dataset.of(Matrix.of(2, 1, new double[2]), new double[] {-1, 1}, new Task.Regression());
        Valuation valuation = new Valuation(train.ids(), targets, targets, "by hand");
        return RetrainingCurve.of(kind, valuation, train, test, MEAN, new Seed(1), Runner.SEQUENTIAL);
    }

    private static void assertPoint(int moved, double mean, RetrainingCurve.Point point) {
        assertEquals(moved, point.moved());
        assertEquals(moved / 100.0, point.share());
        assertEquals(-mean * mean, point.score(), 1e-9);
    }

    @Test
    void removesFromEitherEnd() {
        RetrainingCurve lowest = curve(Kind.REMOVE_LOWEST);
        RetrainingCurve highest = curve(Kind.REMOVE_HIGHEST);

        assertEquals(20, lowest.points().size());
        assertPoint(0, 49.5, lowest.points().get(0));
        assertPoint(5, 52, lowest.points().get(1));
        assertPoint(95, 97, lowest.points().get(19));
        assertPoint(95, 2, highest.points().get(19));
    }

    /** Adding from one end is removing from the other, read backwards. */
    @Test
    void addingIsTheTailOfRemoving() {
        RetrainingCurve added = curve(Kind.ADD_LOWEST);

        assertEquals(20, added.points().size());
        assertPoint(5, 2, added.points().get(0));
        assertPoint(100, 49.5, added.points().get(19));
        assertPoint(5, 97, curve(Kind.ADD_HIGHEST).points().get(0));
    }

    @Test
    void withoutTestRowsThereIsNoCurve() {
        Dataset none = Dataset.of(Matrix.of(0, 1, new double[0]), new double[0], new Task.Regression());
        Valuation valuation = new Valuation(none.ids(), new double[0], new double[0], "none");
        assertThrows(
                IllegalArgumentException.class,
                () -> RetrainingCurve.of(Kind.ADD_LOWEST, valuation, none, none, MEAN, new Seed(1), Runner.SEQUENTIAL));
    }
}
