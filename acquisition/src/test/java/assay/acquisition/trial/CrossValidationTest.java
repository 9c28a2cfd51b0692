package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final Matrix X =
            Matrix.of(60, 1, new Seed(1).generator().doubles(60).toArray());

    /** A model that returns its only feature. */
    private static final TargetModel.Trainer IDENTITY = (train, seed) -> features -> features;

    /** A model that returns the mean of its training targets: the constant itself. */
    private static final TargetModel.Trainer MEAN = (train, seed) -> {
        double mean = Arrays.stream(train.targets()).average().orElseThrow();
        return features -> {
            double[] constant = new double[features.rows()];
            Arrays.fill(constant, mean);
            return Matrix.of(features.rows(), 1, constant);
        };
    };

    @Test
    void aPerfectModelHasSkillOne() {
        BaseSkill skill = CrossValidation.skill(
                Dataset.of(X, X.column(0), new Task.Regression()), IDENTITY, 5, new Seed(1), Runner.SEQUENTIAL);
        assertEquals(1, skill.score(), 1e-12);
        assertTrue(skill.beatsConstant());
        assertEquals("R2", skill.name());
    }

    @Test
    void theConstantHasSkillZero() {
        BaseSkill skill = CrossValidation.skill(
                Dataset.of(X, X.column(0), new Task.Regression()), MEAN, 5, new Seed(1), Runner.SEQUENTIAL);
        assertEquals(0, skill.score(), 1e-12);
        assertFalse(skill.beatsConstant());
    }

    /** Classes split at 0.7, and a model that knows it. */
    @Test
    void classificationCountsErrors() {
        double[] targets = Arrays.stream(X.column(0)).map(x -> x < .7 ? 0 : 1).toArray();
        TargetModel.Trainer perfect = (train, seed) -> features -> {
            double[][] rows = IntStream.range(0, features.rows())
                    .mapToObj(i -> features.at(i, 0) < .7 ? new double[] {.9, .1} : new double[] {.2, .8})
                    .toArray(double[][]::new);
            return Matrix.of(rows);
        };
        Dataset known = Dataset.of(X, targets, new Task.Classification(List.of("a", "b")));
        BaseSkill skill = CrossValidation.skill(known, perfect, 5, new Seed(1), Runner.SEQUENTIAL);
        assertEquals(1, skill.score(), 1e-12);
        assertEquals("share of errors avoided", skill.name());
    }

    /** Each row by the mean of the other folds; classes by 1 - probability of the own one. */
    @Test
    void errorsAreThoseOfModelsThatHaveNotSeenTheRow() {
        Dataset known = Dataset.of(X, X.column(0), new Task.Regression());
        double[] errors = CrossValidation.errors(known, MEAN, 4, new Seed(1), Runner.SEQUENTIAL);
        Folds folds = new Folds(60, 4, new Seed(1));
        for (int fold = 0; fold < 4; fold++) {
            double mean = Arrays.stream(folds.kept(fold))
                    .mapToDouble(row -> X.at(row, 0))
                    .average()
                    .orElseThrow();
            for (int row : folds.apart(fold)) {
                assertEquals(Math.abs(X.at(row, 0) - mean), errors[row], 1e-12);
            }
        }
        double[] classes = Arrays.stream(X.column(0)).map(x -> x < .5 ? 0 : 1).toArray();
        TargetModel.Trainer sure = (train, seed) -> features -> Matrix.of(IntStream.range(0, features.rows())
                .mapToObj(i -> new double[] {.3, .7})
                .toArray(double[][]::new));
        double[] wrong = CrossValidation.errors(
                Dataset.of(X, classes, new Task.Classification(List.of("a", "b"))),
                sure,
                4,
                new Seed(1),
                Runner.SEQUENTIAL);
        for (int row = 0; row < 60; row++) {
            assertEquals(classes[row] == 0 ? .7 : .3, wrong[row], 1e-12);
        }
    }

    @Test
    void foldsSetEveryRowApartOnce() {
        Folds folds = new Folds(11, 3, new Seed(5));
        int[] all = IntStream.range(0, 3)
                .flatMap(f -> Arrays.stream(folds.apart(f)))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 11).toArray(), all);
        for (int fold = 0; fold < 3; fold++) {
            int[] both = IntStream.concat(Arrays.stream(folds.kept(fold)), Arrays.stream(folds.apart(fold)))
                    .sorted()
                    .toArray();
            assertArrayEquals(IntStream.range(0, 11).toArray(), both);
        }
    }
}
