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
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.EntropicTransport.Cloud;
import assay.valuation.detection.Detection;
import assay.valuation.detection.NoiseInjection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LavaValuatorTest {

    private static final MlpSettings SMALL =
            MlpSettings.DEFAULT.withLayers(3).withHidden(6).withEpochs(3);
    private static final int[] PRINTED = {0, 1, 2, 20, 39};

    private static Valuation value(Lava method, Dataset train, Dataset holdout, Runner runner) {
        return Valuators.of(method, Surrogates.compact(SMALL), runner).value(train, holdout, new Seed(3));
    }

    /** The three features of {@code benchmarks/peers/lava_golden.py}. */
    private static Matrix cloud(int rows, int shift) {
        return Matrix.of(
                rows,
                3,
                IntStream.range(0, 3 * rows)
                        .mapToDouble(k -> 2 * Math.sin(1 + Math.pow(k + shift, 2)))
                        .toArray());
    }

    private static Dataset classes(int rows, int shift, int count) {
        return Dataset.of(
                cloud(rows, shift),
                IntStream.range(0, rows).mapToDouble(i -> i % count).toArray(),
                new Task.Classification(
                        IntStream.range(0, count).mapToObj(Integer::toString).toList()));
    }

    private static Dataset numbers(int rows, int shift) {
        Matrix x = cloud(rows, shift);
        return Dataset.of(
                x,
                IntStream.range(0, rows)
                        .mapToDouble(i -> Arrays.stream(x.row(i)).sum())
                        .toArray(),
                new Task.Regression());
    }

    private static double[] printed(Valuation valuation) {
        return Arrays.stream(PRINTED).mapToDouble(valuation::value).toArray();
    }

    /** From opendataval 1.3.0 with geomloss 0.2.6 in double precision, by {@code benchmarks/peers/lava_golden.py}. */
    @Test
    void agreesWithOpenDataVal() {
        assertArrayEquals(
                new double[] {0.61995696, 0.98134925, 0.29726463, 0.10793916, 1.49453166},
                printed(value(Lava.DEFAULT, classes(40, 0, 2), classes(15, 1000, 2), Runner.SEQUENTIAL)),
                1e-7);
        assertArrayEquals(
                new double[] {0.68314390, 0.42159467, 0.64852226, -0.30095822, 1.57545062},
                printed(value(Lava.DEFAULT, classes(40, 0, 3), classes(15, 1000, 3), Runner.SEQUENTIAL)),
                1e-7);
        assertArrayEquals(
                new double[] {0.57767447, 0.91628913, 0.41514844, 0.00774995, 1.43291141},
                printed(value(Lava.DEFAULT.withLambda(0), numbers(40, 0), numbers(15, 1000), Runner.SEQUENTIAL)),
                1e-7);
    }

    /** The derivative of a sum that all masses keep at 1 is centred. */
    @ParameterizedTest
    @EnumSource
    void valuesSumToNothingAndHaveErrors(Examples.Kind kind) {
        Valuation valuation =
                value(Lava.DEFAULT, Examples.data(kind, 50, 3, 1), Examples.data(kind, 30, 3, 2), Runner.SEQUENTIAL);
        assertEquals(0, Arrays.stream(valuation.values()).sum(), 1e-9);
        assertTrue(IntStream.range(0, 50).allMatch(i -> valuation.standardError(i) > 0));
    }

    /** Resampled holdouts spread as holdouts do: their standard error is about that over 40 fresh holdouts. */
    @Test
    void theStandardErrorIsTheSpreadOverHoldouts() {
        Dataset train = Examples.data(Examples.Kind.NUMBERS, 60, 3, 1);
        double[][] fresh = IntStream.range(0, 40)
                .mapToObj(i -> value(
                                Lava.DEFAULT.withRepeats(0),
                                train,
                                Examples.data(Examples.Kind.NUMBERS, 40, 3, 100 + i),
                                Runner.SEQUENTIAL)
                        .values())
                .toArray(double[][]::new);
        Valuation spread = Repeats.combine(train.ids(), List.of(fresh), "fresh holdouts");
        Valuation resampled = value(
                Lava.DEFAULT.withRepeats(40), train, Examples.data(Examples.Kind.NUMBERS, 40, 3, 2), Runner.SEQUENTIAL);
        double ratio =
                IntStream.range(0, 60).mapToDouble(resampled::standardError).sum()
                        / IntStream.range(0, 60)
                                .mapToDouble(i -> spread.standardError(i) * Math.sqrt(40))
                                .sum();
        assertEquals(1, ratio, .25);
        assertTrue(Double.isNaN(value(Lava.DEFAULT.withRepeats(0), train, train, Runner.SEQUENTIAL)
                .standardError(0)));
    }

    /** Without the cost of labels a wrong number cannot be seen; with it, it can. */
    @Test
    void labelCostsFindWrongNumbers() {
        NoiseInjection spoiled =
                NoiseInjection.labels(Examples.data(Examples.Kind.NUMBERS, 300, 3, 1), .2, new Seed(1));
        Dataset holdout = Examples.data(Examples.Kind.NUMBERS, 100, 3, 2);
        double blind = Detection.of(
                        value(Lava.DEFAULT.withLambda(0), spoiled.dataset(), holdout, Runner.SEQUENTIAL),
                        spoiled.spoiled())
                .auroc();
        double seeing = Detection.of(
                        value(Lava.DEFAULT, spoiled.dataset(), holdout, Runner.SEQUENTIAL), spoiled.spoiled())
                .auroc();
        assertEquals(.5, blind, .1);
        assertTrue(seeing > .75, () -> "AUROC " + seeing);
    }

    /** Costs made again for every temperature are the costs that were kept, to the bit; more than one block of columns. */
    @Test
    void keptCostsChangeNothing() {
        double[] points = new Seed(1).generator().doubles(3 * 1000, -1, 1).toArray();
        int[] labels = IntStream.range(0, 1000).map(i -> i % 2).toArray();
        Cloud x = new Cloud(points, labels, 3);
        Cloud y = new Cloud(Arrays.copyOf(points, 3 * 300), Arrays.copyOf(labels, 300), 3);
        double[] labelCosts = {0, .3, .4, 0};
        double[] temperatures = Temperatures.between(2, .3, .5);
        List<double[]> potentials = IntStream.of(EntropicTransport.MOST_KEPT, 0)
                .mapToObj(most -> new EntropicTransport(x, y, labelCosts, 2, most)
                        .solve(x.uniformMasses(), y.uniformMasses(), temperatures, () -> {})
                        .ofX())
                .toList();
        assertArrayEquals(potentials.get(0), potentials.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatterInEitherSpace(Examples.Kind kind) {
        Dataset train = Examples.data(kind, 40, 3, 1);
        Dataset holdout = Examples.data(kind, 20, 3, 2);
        for (Space space : Space.values()) {
            Lava method = Lava.DEFAULT.withSpace(space);
            Valuation forwards = value(method, train, holdout, Runner.SEQUENTIAL);
            Valuation backwards = value(method, train, holdout, Examples.BACKWARDS);
            assertArrayEquals(forwards.values(), backwards.values());
            assertEquals(forwards.standardError(7), backwards.standardError(7));
        }
    }

    /** A class that the holdout lacks leaves all values finite; the reference mistakes the classes then. */
    @Test
    void aClassMayBeMissing() {
        Dataset train = classes(40, 0, 3);
        Dataset holdout = classes(15, 1000, 3);
        int[] without = IntStream.range(0, 15).filter(i -> i % 3 != 1).toArray();
        Valuation valuation = value(Lava.DEFAULT, train, holdout.select(without), Runner.SEQUENTIAL);
        assertFalse(Arrays.equals(
                valuation.values(),
                value(Lava.DEFAULT, train, holdout, Runner.SEQUENTIAL).values()));
    }

    @Test
    void complaints() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Lava.DEFAULT.withRepeats(1))
                .getMessage()
                .startsWith("repeats (1) must be 0 or at least 2"));
        assertThrows(IllegalArgumentException.class, () -> Lava.DEFAULT.withLambda(-1));
        Dataset one = Examples.data(Examples.Kind.NUMBERS, 1, 3, 1);
        assertEquals(
                "lava needs at least 2 experiments but got 1",
                assertThrows(IllegalArgumentException.class, () -> value(Lava.DEFAULT, one, one, Runner.SEQUENTIAL))
                        .getMessage());
    }
}
