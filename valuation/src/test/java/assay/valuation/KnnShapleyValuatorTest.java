package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.kernels.Distances;
import assay.kernels.Ranking;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.KnnShapley.Vote;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnnShapleyValuatorTest {

    private static final MlpSettings SMALL =
            MlpSettings.DEFAULT.withLayers(3).withHidden(6).withEpochs(3);

    private static Valuation value(KnnShapley method, Dataset train, Dataset holdout, Runner runner) {
        return Valuators.of(method, Surrogates.compact(SMALL), runner).value(train, holdout, new Seed(3));
    }

    /** Means over holdout rows, with their standard errors, of what double precision and a merge sort give. */
    @ParameterizedTest
    @EnumSource
    void agreesWithAPlainComputation(Examples.Kind kind) {
        // More than one block of columns; 13 holdout rows are not a multiple of four.
        Dataset train = Examples.data(kind, 1500, 4, 1);
        Dataset holdout = Examples.data(kind, 13, 4, 2);
        KnnShapley method = KnnShapley.DEFAULT.withNeighbours(3, 40).withVote(Vote.SOFT);
        Valuation valuation = value(method, train, holdout, Runner.SEQUENTIAL);

        double centre = kind == Examples.Kind.NUMBERS
                ? Arrays.stream(train.targets()).average().orElseThrow()
                : 0;
        NeighbourGame game = kind == Examples.Kind.NUMBERS
                ? new MeanGame(
                        Arrays.stream(train.targets()).map(y -> y - centre).toArray(), List.of(3, 40))
                : new VoteGame(train.targets(), train.task().outputs(), List.of(3, 40), Vote.SOFT);
        double[][] each = new double[13][];
        for (int j = 0; j < 13; j++) {
            double[] distances = new double[1500];
            Distances.squared(holdout.features().row(j), 1, train.features().toArray(), 1500, 4, distances);
            int[] nearest = new int[1500];
            Ranking.ascending(distances, 1500, nearest, new int[1500]);
            double[] sums = new double[3000];
            game.add(nearest, holdout.target(j) - centre, sums);
            each[j] = new double[1500];
            for (int i = 0; i < 1500; i++) {
                each[j][i] = sums[2 * i];
            }
        }
        Valuation expected = Repeats.combine(train.ids(), List.of(each), method.describe());
        assertArrayEquals(expected.values(), valuation.values(), 1e-12);
        for (int i = 0; i < 1500; i++) {
            assertEquals(expected.standardError(i), valuation.standardError(i), 1e-10);
        }
        assertEquals(expected.provenance(), valuation.provenance());
    }

    /** The values share out the accuracy of the vote of all; with a single holdout row the error is unknown. */
    @Test
    void sharesOutTheUtility() {
        Dataset train = Examples.data(Examples.Kind.CLASSES, 200, 2, 1);
        Dataset holdout = Examples.data(Examples.Kind.CLASSES, 1, 2, 2);
        Valuation valuation = value(KnnShapley.DEFAULT.withNeighbours(1), train, holdout, Runner.SEQUENTIAL);
        double accuracy = Surrogates.knn(1)
                .fit(train, new Seed(1))
                .predict(holdout.features())
                .at(0, (int) holdout.target(0));
        assertEquals(accuracy, Arrays.stream(valuation.values()).sum(), 1e-12);
        assertTrue(Double.isNaN(valuation.standardError(0)));
    }

    /** A far origin, as of dates, does not cost the precision of the distances. */
    @Test
    void aFarOriginChangesNothing() {
        Dataset train = Examples.data(Examples.Kind.NUMBERS, 300, 3, 1);
        Dataset holdout = Examples.data(Examples.Kind.NUMBERS, 20, 3, 2);
        assertArrayEquals(
                value(KnnShapley.DEFAULT, train, holdout, Runner.SEQUENTIAL).values(),
                value(KnnShapley.DEFAULT, Examples.moved(train, 1e9), Examples.moved(holdout, 1e9), Runner.SEQUENTIAL)
                        .values(),
                1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatterInEitherSpace(Examples.Kind kind) {
        Dataset train = Examples.data(kind, 60, 3, 1);
        Dataset holdout = Examples.data(kind, 50, 3, 2);
        for (Space space : Space.values()) {
            KnnShapley method = KnnShapley.DEFAULT.withSpace(space);
            assertArrayEquals(
                    value(method, train, holdout, Runner.SEQUENTIAL).values(),
                    value(method, train, holdout, Examples.BACKWARDS).values());
        }
        assertFalse(Arrays.equals(
                value(KnnShapley.DEFAULT, train, holdout, Runner.SEQUENTIAL).values(),
                value(KnnShapley.DEFAULT.withSpace(Space.EMBEDDING), train, holdout, Runner.SEQUENTIAL)
                        .values()));
    }

    @Test
    void complaints() {
        assertEquals(
                "k (0) must be at least 1",
                assertThrows(IllegalArgumentException.class, () -> KnnShapley.DEFAULT.withNeighbours(5, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, KnnShapley.DEFAULT::withNeighbours);
        IllegalArgumentException noNetwork = assertThrows(
                IllegalArgumentException.class,
                () -> Valuators.of(
                        KnnShapley.DEFAULT.withSpace(Space.EMBEDDING), Surrogates.linear(), Runner.SEQUENTIAL));
        assertTrue(noNetwork.getMessage().contains("Maybe --model compact?"));
        Dataset train = Examples.data(Examples.Kind.NUMBERS, 5, 3, 1);
        Dataset other = Dataset.of(
                Matrix.of(new double[] {1, 2, 3}), new double[] {0}, new Task.Classification(List.of("a", "b")));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> value(KnnShapley.DEFAULT, train, other, Runner.SEQUENTIAL))
                .getMessage()
                .contains("train is a Regression"));
        assertEquals(
                "holdout has no rows. Maybe --valid is empty?",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> value(KnnShapley.DEFAULT, train, train.select(new int[0]), Runner.SEQUENTIAL))
                        .getMessage());
    }
}
