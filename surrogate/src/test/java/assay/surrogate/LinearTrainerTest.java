package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.TargetModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinearTrainerTest extends TargetModelContract {

    private static final Matrix SIX = Matrix.of(6, 2, new double[] {0, 1, 1, 0, 2, 1, 3, 3, 4, 2, 1, 3});
    private static final Matrix QUERIES = Matrix.of(2, 2, new double[] {1, 1, 3, 2});

    @Override
    TargetModel.Trainer trainer() {
        return new LinearTrainer(LinearTrainer.DEFAULT_RIDGE);
    }

    @Override
    Reach reach() {
        return Reach.STRAIGHT;
    }

    /**
     * By hand. Rows (1,1) (-1,1) (1,-1) (-1,-1) with targets 4, 0, 2, 2 and a penalty of 4: X'X + 4I = 8I, X'(y - 2) =
     * (4, 0); moved by (10, 20), the coefficients stay (1/2, 0).
     */
    @Test
    void agreesWithARidgeSolvedByHand() {
        Matrix features = Matrix.of(4, 2, new double[] {11, 21, 9, 21, 11, 19, 9, 19});
        Dataset train = Dataset.of(features, new double[] {4, 0, 2, 2}, Problems.NUMBER);
        Matrix queries = Matrix.of(3, 2, new double[] {10, 20, 14, 20, 10, 25});
        assertArrayEquals(
                new double[] {2, 4, 2},
                new LinearTrainer(1).fit(train, SEED).predict(queries).column(0),
                1e-12);
    }

    /**
     * scikit-learn 1.9.1: {@code LogisticRegression(C=1, tol=1e-12, max_iter=10000).fit(X, [0, 0, 1, 1, 2,
     * 2]).predict_proba([[1, 1], [3, 2]])}, where its C is one over our penalty, ridge times 6.
     */
    @Test
    void agreesWithScikitLearnOnThreeClasses() {
        Dataset train = Dataset.of(SIX, new double[] {0, 0, 1, 1, 2, 2}, Problems.THREE);
        Matrix p = new LinearTrainer(1 / 6.0).fit(train, SEED).predict(QUERIES);
        assertArrayEquals(new double[] {0.5389113895591455, 0.26910146183532524, 0.1919871486055291}, p.row(0), 1e-6);
        assertArrayEquals(new double[] {0.05987298648147764, 0.484584973078036, 0.45554204044048646}, p.row(1), 1e-6);
    }

    /**
     * scikit-learn 1.9.1, as above, {@code fit(X, [0, 0, 1, 1, 1, 0])}: with two classes it fits one vector of
     * coefficients, the difference of our two, so C = 1 is our penalty of 2.
     */
    @Test
    void agreesWithScikitLearnOnTwoClasses() {
        Dataset train = Dataset.of(SIX, new double[] {0, 0, 1, 1, 1, 0}, Problems.TWO);
        Matrix p = new LinearTrainer(2 / 6.0).fit(train, SEED).predict(QUERIES);
        assertArrayEquals(new double[] {0.7150762297898414, 0.2849237702101586}, p.row(0), 1e-6);
        assertArrayEquals(new double[] {0.19333177490697773, 0.8066682250930223}, p.row(1), 1e-6);
    }

    @Test
    void aColumnTwiceAsOftenSharesItsCoefficient() {
        Matrix twice = Matrix.of(4, 2, new double[] {1e7, 1e7, 2e7, 2e7, 3e7, 3e7, 4e7, 4e7});
        Dataset train = Dataset.of(twice, new double[] {1, 2, 3, 4}, Problems.NUMBER);
        Matrix query = Matrix.of(2, 2, new double[] {5e7, 5e7, 5e7, 0});
        TargetModel model = new LinearTrainer(1e6).fit(train, SEED);
        // 5 of both is extrapolated to 5; without the second column there is half the slope from the mean: 2.5 + 0
        assertArrayEquals(new double[] {5, 2.5}, model.predict(query).column(0), 1e-5);
    }

    /** Intercepts are free, so moving a feature moves nothing else; a larger unit is a smaller penalty. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 1, 100, 1e6})
    void unitsAndOriginsOfFeaturesAreNoObstacle(double unit) {
        Dataset near = Problem.LAYERS.train();
        Matrix test = Problem.LAYERS.test().features();
        Matrix expected = new LinearTrainer(1e-3).fit(near, SEED).predict(test);
        Dataset far = near.withFeatures(moved(near.features(), unit));
        Matrix found = new LinearTrainer(1e-3 * unit * unit).fit(far, SEED).predict(moved(test, unit));
        assertArrayEquals(expected.toArray(), found.toArray(), 1e-5);
    }

    private static Matrix moved(Matrix features, double unit) {
        double[] values = features.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] + 10) * unit;
        }
        return Matrix.of(features.rows(), features.columns(), values);
    }

    @Test
    void aClassThatWasNeverSeenIsImpossible() {
        Dataset train = Dataset.of(SIX, new double[] {0, 0, 2, 2, 2, 0}, Problems.THREE);
        Matrix p = new LinearTrainer(2 / 6.0).fit(train, SEED).predict(QUERIES);
        assertArrayEquals(new double[] {0.7150762297898414, 0, 0.2849237702101586}, p.row(0), 1e-6);
    }

    @Test
    void aSingleClassIsCertain() {
        Dataset train = Dataset.of(SIX, new double[] {1, 1, 1, 1, 1, 1}, Problems.THREE);
        Matrix p = trainer().fit(train, SEED).predict(QUERIES);
        assertArrayEquals(new double[] {0, 1, 0}, p.row(0));
    }

    @Test
    void moreFeaturesThanRowsAreNoObstacle() {
        Matrix wide = Problems.uniform(5, 40, SEED);
        Dataset train = Dataset.of(wide, new double[] {1, 2, 3, 4, 5}, Problems.NUMBER);
        assertArrayEquals(
                train.targets(),
                new LinearTrainer(1e-6).fit(train, SEED).predict(wide).column(0),
                1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARidgeThatIsNotPositive(double ridge) {
        String message = assertThrows(IllegalArgumentException.class, () -> new LinearTrainer(ridge))
                .getMessage();
        assertEquals("ridge (%s) must be a positive number. Maybe 0.001?".formatted(ridge), message);
    }
}
