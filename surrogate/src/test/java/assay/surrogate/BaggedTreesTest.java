package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BaggedTreesTest {

    private static final Seed SEED = new Seed(7);
    private static final Dataset DATA = Problems.linear(80, SEED.derive("data"));

    private static BaggedTrees grow(Matrix features, double[] targets, int mtry, Runner runner) {
        return BaggedTrees.grow("trees", features, List.of(targets), 40, 1, mtry, runner, SEED);
    }

    /** A row's own target cannot reach its out-of-bag mean: change it, and exactly that mean stays as it was. */
    @Test
    void aRowIsNeverPredictedByATreeThatSawIt() {
        double[] before =
                grow(DATA.features(), DATA.targets(), 3, Runner.SEQUENTIAL).outOfBagMeans(DATA.features(), 0);
        for (int row = 0; row < 10; row++) {
            double[] targets = DATA.targets();
            targets[row] += 100;
            double[] after =
                    grow(DATA.features(), targets, 3, Runner.SEQUENTIAL).outOfBagMeans(DATA.features(), 0);
            assertEquals(before[row], after[row]);
        }
    }

    /** A tree with leaves of one row reproduces every row it has seen. */
    @Test
    void aTreeRemembersTheRowsItSawAndNoOthers() {
        BaggedTrees trees = grow(DATA.features(), DATA.targets(), 3, Runner.SEQUENTIAL);
        double[][] predictions = trees.predict(DATA.features(), 0);
        int unseen = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            for (int row = 0; row < DATA.size(); row++) {
                if (trees.outOfBag(tree, row)) {
                    unseen++;
                    assertTrue(Math.abs(predictions[tree][row] - DATA.target(row)) > 1e-12);
                } else {
                    assertEquals(DATA.target(row), predictions[tree][row], 1e-12);
                }
            }
        }
        // (1 - 1/80)^80 of all, about 0.366
        assertEquals(0.366, unseen / (40.0 * 80), 0.03);
    }

    @Test
    void threadsChangeNoBit() {
        for (int mtry = 1; mtry <= 3; mtry++) {
            double[][] alone = grow(DATA.features(), DATA.targets(), mtry, Runner.SEQUENTIAL)
                    .predict(DATA.features(), 0);
            double[][] together = grow(DATA.features(), DATA.targets(), mtry, new ThreadedRunner(3))
                    .predict(DATA.features(), 0);
            for (int tree = 0; tree < alone.length; tree++) {
                assertArrayEquals(alone[tree], together[tree]);
            }
        }
    }

    @Test
    void aSingleTreeSeesAboutTwoThirdsOfTheRows() {
        BaggedTrees one =
                BaggedTrees.grow("tree", DATA.features(), List.of(DATA.targets()), 1, 1, 3, Runner.SEQUENTIAL, SEED);
        double[] means = one.outOfBagMeans(DATA.features(), 0);
        for (int row = 0; row < means.length; row++) {
            assertEquals(!one.outOfBag(0, row), Double.isNaN(means[row]));
        }
    }

    @Test
    void constantColumnsAndTargetsAreNoObstacle() {
        Matrix same = Matrix.of(10, 2, new double[20]);
        double[] five = new double[10];
        Arrays.fill(five, 5);
        double[] means = grow(same, five, 2, Runner.SEQUENTIAL).outOfBagMeans(same, 0);
        for (double mean : means) {
            assertEquals(5, mean, 1e-12);
        }
    }
}
