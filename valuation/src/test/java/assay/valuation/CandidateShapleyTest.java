package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CandidateShapleyTest {

    private static final Seed SEED = new Seed(1);
    private static final Task THREE = new Task.Classification(List.of("a", "b", "c"));

    private static Dataset data(int n, String name) {
        RandomGenerator random = SEED.derive(name).generator();
        double[] features = random.doubles(2L * n).toArray();
        double[] targets = random.ints(n, 0, 3).mapToDouble(c -> c).toArray();
        return Dataset.of(Matrix.of(n, 2, features), targets, THREE);
    }

    /** What the valuation says of a candidate once it is known: its row comes last, as equally near ones are ordered. */
    @Test
    void isTheValueOfTheCandidateOnceItIsKnown() {
        Dataset holdout = data(17, "holdout");
        Dataset candidates = data(5, "candidates");
        for (int n : new int[] {1, 4, 30}) {
            Dataset known = data(n, "known");
            for (int k : new int[] {1, 3, 10, 50}) {
                Matrix values =
                        Valuators.knnShapleyOfCandidates(known, holdout, k).apply(candidates.features());
                assertEquals(5, values.rows());
                assertEquals(3, values.columns());
                for (int i = 0; i < 5; i++) {
                    for (int c = 0; c < 3; c++) {
                        Dataset one = candidates.select(new int[] {i}).withTargets(new double[] {c});
                        double value = Valuators.of(
                                        KnnShapley.DEFAULT.withNeighbours(k), (d, s) -> x -> x, Runner.SEQUENTIAL)
                                .value(known.with(one), holdout, SEED)
                                .value(n);
                        assertEquals(value, values.at(i, c), 1e-12);
                    }
                }
            }
        }
    }

    /**
     * One holdout row of class a at 0, K = 1: a set is worth 1 if its nearest is an a. Known: a at 1, b at 2. A candidate at .5 that is an a
     * makes the difference if it comes first of the three (1/3), or after b alone (1/6); one that is a b after a alone (1/6), or last (1/3).
     * Far away it makes one only if it comes first and is an a.
     */
    @Test
    void byHand() {
        Dataset known = Dataset.of(Matrix.of(2, 1, new double[] {1, 2}), new double[] {0, 1}, THREE);
        Dataset holdout = Dataset.of(Matrix.of(1, 1, new double[] {0}), new double[] {0}, THREE);
        Matrix values =
                Valuators.knnShapleyOfCandidates(known, holdout, 1).apply(Matrix.of(2, 1, new double[] {.5, 9}));
        assertEquals(1.0 / 2, values.at(0, 0), 1e-15);
        assertEquals(-1.0 / 2, values.at(0, 1), 1e-15);
        assertEquals(1.0 / 3, values.at(1, 0), 1e-15);
        assertEquals(0, values.at(1, 1), 1e-15);
        assertEquals(0, values.at(1, 2), 1e-15);
    }

    @Test
    void refusesNumbersAndNothing() {
        Dataset known = data(3, "known");
        Dataset numbers = Dataset.of(known.features(), known.targets(), new Task.Regression());
        assertThrows(IllegalArgumentException.class, () -> Valuators.knnShapleyOfCandidates(numbers, numbers, 1));
        assertThrows(IllegalArgumentException.class, () -> Valuators.knnShapleyOfCandidates(known, known, 0));
        Dataset none = known.select(new int[0]);
        assertThrows(IllegalArgumentException.class, () -> Valuators.knnShapleyOfCandidates(known, none, 1));
    }
}
