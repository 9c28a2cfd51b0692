package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedUtilityTest {

    private static final Task CLASSES = new Task.Classification(List.of("a", "b", "c"));

    /** Trained on rows (x = 0 .. 5) with classes a a b b b c; the holdout has classes a b b c. */
    private static Dataset train() {
        return Dataset.of(Matrix.of(6, 1, new double[] {0, 1, 2, 3, 4, 5}), new double[] {0, 0, 1, 1, 1, 2}, CLASSES);
    }

    private static Dataset holdout() {
        return Dataset.of(Matrix.of(4, 1, new double[] {0, 2, 4, 5}), new double[] {0, 1, 1, 2}, CLASSES);
    }

    private static BitSet set(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    private static double accuracy(TargetModel.Trainer trainer, int... rows) {
        return new TrainedUtility(train(), holdout(), trainer, Metric.ACCURACY, new Seed(1)).of(set(rows), 0);
    }

    /** With no rows the most frequent class, b, is right for two of four; the shares of a, b, c are 1/3, 1/2, 1/6. */
    @Test
    void withoutRowsTheConstantIsThatOfAll() {
        assertEquals(0.5, accuracy(Surrogates.knn(1)));
        assertEquals(
                (1 / 3. + 2 * 0.5 + 1 / 6.) / 4,
                new TrainedUtility(train(), holdout(), Surrogates.knn(1), Metric.PROBABILITY, new Seed(1)).of(set(), 0),
                1e-12);
    }

    @Test
    void oneClassIsPredictedWithoutTraining() {
        TargetModel.Trainer none = (data, seed) -> {
            throw new AssertionError("trained on " + data.size());
        };
        assertEquals(0.25, accuracy(none, 0, 1));
        assertEquals(0.5, accuracy(none, 2, 3, 4));
        assertEquals(0.25, accuracy(none, 5));
    }

    @Test
    void fewerRowsThanTheModelNeedsPredictTheirOwnShares() {
        assertEquals(0.5, accuracy(Surrogates.knn(4), 0, 2, 3));
        assertEquals(1, accuracy(Surrogates.knn(1), 0, 2, 4, 5));
        // Patience holds a row back, so it needs two.
        assertTrue(Surrogates.compact(MlpSettings.DEFAULT.withPatience(3)).leastRows() == 2);
    }

    @Test
    void aMissingClassIsNeverPredicted() {
        assertEquals(0.75, accuracy(Surrogates.knn(1), 0, 1, 2, 3, 4));
        assertEquals(0.75, accuracy(Surrogates.linear(), 0, 1, 2, 3, 4));
    }

    /** By hand: the mean of targets 0, 0, 3, 3 is 1.5; it misses 0 and 2 by 1.5 and .5, the nearest neighbour by 0 and 1. */
    @Test
    void utilityOfANumberIsOneLessTheShareOfTheConstantsError() {
        Task task = new Task.Regression();
        Dataset train = Dataset.of(Matrix.of(4, 1, new double[] {0, 1, 2, 3}), new double[] {0, 0, 3, 3}, task);
        Dataset holdout = Dataset.of(Matrix.of(2, 1, new double[] {0, 3}), new double[] {0, 2}, task);
        Utility squared = new TrainedUtility(train, holdout, Surrogates.knn(1), Metric.SQUARED_ERROR, new Seed(1));
        Utility absolute = new TrainedUtility(train, holdout, Surrogates.knn(1), Metric.ABSOLUTE_ERROR, new Seed(1));
        assertEquals(0, squared.of(set(), 0), 1e-12);
        assertEquals(0, absolute.of(set(), 0), 1e-12);
        assertEquals(1 - 1 / 2.5, squared.of(set(0, 1, 2, 3), 0), 1e-12);
        assertEquals(1 - 1 / 2.0, absolute.of(set(0, 1, 2, 3), 0), 1e-12);
        // Equal targets are their constant: errors 3 and 1, against which the constant of all is better, and used.
        assertEquals(0, squared.of(set(2, 3), 0), 0);
        assertEquals(0, absolute.of(set(2, 3), 0), 0);
    }

    @Test
    void aHoldoutWithoutAnythingToPredictIsRefused() {
        Task task = new Task.Regression();
        Dataset train = Dataset.of(Matrix.of(2, 1, new double[] {0, 1}), new double[] {0, 2}, task);
        Dataset holdout = Dataset.of(Matrix.of(1, 1, new double[] {0}), new double[] {1}, task);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new TrainedUtility(train, holdout, Surrogates.linear(), Metric.SQUARED_ERROR, new Seed(1)));
        assertTrue(refusal.getMessage().contains("nothing to predict"), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainedUtility(
                        train, train.select(new int[0]), Surrogates.linear(), Metric.SQUARED_ERROR, new Seed(1)));
    }

    /** The seed of a training depends on the replicate alone: not on the set, nor on what was asked before. */
    @Test
    void setsOfAReplicateShareTheirRandomNumbers() {
        List<Seed> seeds = new ArrayList<>();
        TargetModel.Trainer recording = (data, seed) -> {
            seeds.add(seed);
            return Surrogates.knn(1).fit(data, seed);
        };
        Utility utility = new TrainedUtility(train(), holdout(), recording, Metric.ACCURACY, new Seed(1));
        utility.of(set(0, 2), 3);
        utility.of(set(1, 2, 5), 3);
        utility.of(set(0, 2), 4);
        utility.of(set(0, 2), 3);
        assertEquals(seeds.get(0), seeds.get(1));
        assertEquals(seeds.get(0), seeds.get(3));
        assertTrue(!seeds.get(0).equals(seeds.get(2)));
    }

    @Test
    void aRememberedSetIsEvaluatedOnce() {
        List<BitSet> asked = new ArrayList<>();
        Utility utility = RememberedUtility.ofEntries(
                (members, replicate) -> {
                    asked.add((BitSet) members.clone());
                    return members.cardinality() + 10 * replicate;
                },
                2);
        BitSet changing = set(1);
        assertEquals(1, utility.of(changing, 0));
        changing.set(2);
        assertEquals(2, utility.of(changing, 0));
        assertEquals(1, utility.of(set(1), 0));
        assertEquals(2, asked.size());
        assertEquals(11, utility.of(set(1), 1));
        // The third entry has driven out the one that was asked for longest ago.
        assertEquals(1, utility.of(set(1), 0));
        assertEquals(3, asked.size());
        assertEquals(2, utility.of(set(1, 2), 0));
        assertEquals(4, asked.size());
    }
}
