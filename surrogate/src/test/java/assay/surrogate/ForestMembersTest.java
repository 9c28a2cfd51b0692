package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestMembersTest {

    private static final Seed SEED = new Seed(4);
    private static final ForestSettings SETTINGS = new ForestSettings(40, 0.5, 3, 1);
    private static final ForestMembers MEMBERS = new ForestMembers(SETTINGS, Runner.SEQUENTIAL);

    /** The forest is the mean of its trees: the same seed grows the same ones. */
    @Test
    void treesMakeTheForest() {
        for (Dataset train : List.of(Problems.linear(80, SEED), Problems.halves(80, SEED))) {
            Matrix test = Problems.uniform(30, 3, SEED.derive("test"));
            List<Matrix> trees = MEMBERS.fit(train, SEED).memberPredictions(test);
            Matrix forest = new ForestTrainer(SETTINGS, Runner.SEQUENTIAL)
                    .fit(train, SEED)
                    .predict(test);
            assertEquals(40, trees.size());
            for (int row = 0; row < 30; row++) {
                for (int c = 0; c < forest.columns(); c++) {
                    double sum = 0;
                    for (Matrix tree : trees) {
                        sum += tree.at(row, c);
                    }
                    assertEquals(forest.at(row, c), sum / 40, 1e-12);
                }
            }
        }
    }

    @Test
    void everyTreeGivesProbabilities() {
        for (Matrix tree : MEMBERS.fit(Problems.layers(90, SEED), SEED)
                .memberPredictions(Problems.uniform(
                        20, Problems.layers(90, SEED).features().columns(), SEED))) {
            for (double[] row : tree.toRows()) {
                assertEquals(3, row.length);
                assertEquals(1, Arrays.stream(row).sum(), 1e-12);
                assertTrue(Arrays.stream(row).allMatch(p -> p >= 0));
            }
        }
    }

    /** x0 - 0.5 x1 with x2 inert: variances 1, 1/4 and 0 of the target. */
    @Test
    void importanceFollowsTheTarget() {
        for (Dataset known : List.of(Problems.linear(300, SEED), Problems.halves(300, SEED))) {
            double[] shares = MEMBERS.measure(known, SEED);
            assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
            assertTrue(shares[0] > 2 * shares[1] && shares[1] > shares[2], () -> Arrays.toString(shares));
        }
        Dataset classes = Problems.layers(300, SEED);
        assertEquals(1, Arrays.stream(MEMBERS.measure(classes, SEED)).sum(), 1e-12);
    }

    @Test
    void nothingToSplitIsNoImportance() {
        Dataset constant = Problems.linear(9, SEED).withTargets(new double[9]);
        assertEquals(
                List.of(1 / 3., 1 / 3., 1 / 3.),
                Arrays.stream(MEMBERS.measure(constant, SEED)).boxed().toList());
    }
}
