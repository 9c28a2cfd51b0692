package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.TargetModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForestTrainerTest extends TargetModelContract {

    private static final ForestSettings SMALL = new ForestSettings(60, 0.5, 3, 1);

    @Override
    TargetModel.Trainer trainer() {
        return new ForestTrainer(SMALL, Runner.SEQUENTIAL);
    }

    @ParameterizedTest
    @EnumSource
    void threadsChangeNoBit(Problem problem) {
        Dataset train = problem.train();
        Matrix test = problem.test().features();
        Matrix alone = trainer().fit(train, SEED).predict(test);
        assertEquals(
                alone,
                new ForestTrainer(SMALL, new ThreadedRunner(3)).fit(train, SEED).predict(test));
    }

    @Test
    void anotherSeedIsAnotherForest() {
        Dataset train = Problem.LINEAR.train();
        Matrix test = Problem.LINEAR.test().features();
        assertNotEquals(
                trainer().fit(train, SEED).predict(test),
                trainer().fit(train, SEED.derive("other")).predict(test));
    }

    /**
     * A column of two values with more of one class on one side: the best split is known, whatever the order of the
     * rows. Shares by hand: 3 of 10 and 7 of 10, up to the bootstrap.
     */
    @Test
    void splitsAColumnOfTwoValues() {
        double[] x = new double[20];
        double[] y = new double[20];
        for (int row = 0; row < 20; row++) {
            x[row] = row % 2;
            y[row] = row % 2 == 0 ? (row / 2 < 3 ? 1 : 0) : (row / 2 < 7 ? 1 : 0);
        }
        Dataset train = Dataset.of(Matrix.of(20, 1, x), y, Problems.TWO);
        Matrix p = new ForestTrainer(new ForestSettings(500, 1, 5, 1), Runner.SEQUENTIAL)
                .fit(train, SEED)
                .predict(Matrix.of(2, 1, new double[] {0, 1}));
        assertEquals(0.3, p.at(0, 1), 0.03);
        assertEquals(0.7, p.at(1, 1), 0.03);
    }

    @Test
    void unitsOfAColumnDoNotMatter() {
        Dataset train = Problem.LINEAR.train();
        Dataset tiny = train.withFeatures(scaled(train.features(), 0x1p-60));
        Matrix test = Problem.LINEAR.test().features();
        assertEquals(
                trainer().fit(train, SEED).predict(test),
                trainer().fit(tiny, SEED).predict(scaled(test, 0x1p-60)));
    }

    private static Matrix scaled(Matrix features, double factor) {
        double[] values = features.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.of(features.rows(), features.columns(), values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void refusesAShareOutsideItsBounds(double share) {
        assertThrows(IllegalArgumentException.class, () -> new ForestSettings(10, share, 1, 1));
    }

    @Test
    void refusesAForestWithoutTrees() {
        String message = assertThrows(IllegalArgumentException.class, () -> new ForestSettings(0, 1, 1, 1))
                .getMessage();
        assertEquals("trees (0) must be at least 1", message);
    }
}
