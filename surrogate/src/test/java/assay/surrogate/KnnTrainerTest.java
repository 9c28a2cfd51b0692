package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.TargetModel;
import org.junit.jupiter.api.Test;

final class KnnTrainerTest extends TargetModelContract {

    private static final Matrix LINE = Matrix.of(5, 1, new double[] {0, 1, 2, 3, 4});

    @Override
    TargetModel.Trainer trainer() {
        return new KnnTrainer(5);
    }

    @Test
    void averagesTheNearest() {
        Dataset train = Dataset.of(LINE, new double[] {10, 20, 40, 80, 160}, Problems.NUMBER);
        Matrix query = Matrix.of(2, 1, new double[] {0.9, 100});
        // 0.9 is nearest to 1, 0 and 2; 100 to 4, 3 and 2
        assertArrayEquals(
                new double[] {70 / 3.0, 280 / 3.0},
                new KnnTrainer(3).fit(train, SEED).predict(query).column(0),
                1e-12);
    }

    @Test
    void sharesClassesAmongTheNearest() {
        Dataset train = Dataset.of(LINE, new double[] {0, 2, 2, 1, 1}, Problems.THREE);
        Matrix query = Matrix.of(1, 1, new double[] {0.9});
        assertArrayEquals(
                new double[] {1 / 3.0, 0, 2 / 3.0},
                new KnnTrainer(3).fit(train, SEED).predict(query).row(0),
                1e-12);
    }

    @Test
    void equalDistancesKeepRowOrder() {
        Matrix square = Matrix.of(4, 1, new double[] {1, -1, -1, 1});
        Dataset train = Dataset.of(square, new double[] {1, 2, 4, 8}, Problems.NUMBER);
        Matrix origin = Matrix.of(1, 1, new double[] {0});
        assertEquals(1.5, new KnnTrainer(2).fit(train, SEED).predict(origin).at(0, 0));
        assertEquals(7 / 3.0, new KnnTrainer(3).fit(train, SEED).predict(origin).at(0, 0));
    }

    @Test
    void refusesMoreNeighboursThanRows() {
        Dataset train = Dataset.of(LINE, new double[5], Problems.NUMBER);
        String message = assertThrows(IllegalArgumentException.class, () -> new KnnTrainer(6).fit(train, SEED))
                .getMessage();
        assertEquals("k (6) must be at most the number of experiments (5)", message);
        assertThrows(IllegalArgumentException.class, () -> new KnnTrainer(0));
    }
}
