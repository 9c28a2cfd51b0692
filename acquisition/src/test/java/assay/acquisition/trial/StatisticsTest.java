package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The tests and intervals that comparisons are made of. */
class StatisticsTest {

    private static final Seed SEED = new Seed(17);

    /** R 4.3: p.adjust(c(.01, .04, .03, .005), "holm") is .03 .06 .06 .02. */
    @Test
    void holmAgreesWithR() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
    }

    @Test
    void holmLeavesUnknownOnesOut() {
        assertArrayEquals(
                new double[] {0.02, Double.NaN, 0.04}, Holm.adjusted(new double[] {0.01, Double.NaN, 0.04}), 1e-12);
    }

    /** All of one sign: only the two assignments with equal signs are as extreme. */
    @Test
    void signFlipsByHand() {
        assertEquals(2.0 / 32, SignFlipTest.pValue(new double[] {1, 2, 3, 4, 5}, SEED), 0);
        assertEquals(1, SignFlipTest.pValue(new double[] {-1, 1}, SEED), 0);
        assertEquals(1, SignFlipTest.pValue(new double[] {0, 0, 0}, SEED), 0);
        assertTrue(Double.isNaN(SignFlipTest.pValue(new double[] {3}, SEED)));
    }

    /** 20 differences are drawn from, 16 counted: the same to three digits. */
    @Test
    void randomSignFlipsAgreeWithTheCount() {
        double[] few = {1.2, -0.3, 0.8, 2.1, -0.9, 0.4, 1.5, -0.2, 0.6, 0.9, -1.1, 0.3, 0.7, -0.4, 1.0, 0.2};
        double[] many = Arrays.copyOf(few, 20);
        assertEquals(SignFlipTest.pValue(few, SEED), SignFlipTest.pValue(many, SEED), 0.003);
    }

    /**
     * One run of two against the other is a test of signs: of the 8 assignments of three trials only the two with equal signs have so large a t.
     */
    @Test
    void relabellingByHand() {
        double[][] runs = {{1, 2}, {1, 2.5}, {1, 2.2}};
        assertEquals(2.0 / 8, RelabellingTest.pValue(runs, SEED), 0);
    }

    @Test
    void relabellingKnowsNothingOfOneTrial() {
        assertTrue(Double.isNaN(RelabellingTest.pValue(new double[][] {{1, 2, 3, 4}}, SEED)));
        assertThrows(
                IllegalArgumentException.class, () -> RelabellingTest.pValue(new double[][] {{1, 2, 3}, {1, 2}}, SEED));
    }

    @Test
    void whatIsNotANumberIsNotSignificant() {
        double infinite = Double.POSITIVE_INFINITY;
        assertTrue(Double.isNaN(RelabellingTest.pValue(
                new double[][] {{1, infinite}, {2, infinite}, {3, infinite}}, SEED)));
        assertTrue(Double.isNaN(SignFlipTest.pValue(new double[] {1, Double.NaN, 2}, SEED)));
    }

    /**
     * Runs that are exp(2 z), five trials: the level holds on each side. 4000 p values under the hypothesis, 2.5 % on each side, 3 standard
     * errors .7 %.
     */
    @Test
    void relabellingKeepsItsLevelForSkewedRuns() {
        RandomGenerator random = SEED.generator();
        int below = 0;
        int above = 0;
        for (int experiment = 0; experiment < 4000; experiment++) {
            double[][] runs = new double[5][4];
            double mean = 0;
            for (double[] trial : runs) {
                Arrays.setAll(trial, arm -> Math.exp(2 * random.nextGaussian()));
                mean += trial[0] - (trial[1] + trial[2] + trial[3]) / 3;
            }
            boolean found = RelabellingTest.pValue(runs, SEED.derive(experiment)) < 0.05;
            below += found && mean < 0 ? 1 : 0;
            above += found && mean > 0 ? 1 : 0;
        }
        assertTrue(below <= 0.032 * 4000, below + " of 4000 below");
        assertTrue(above <= 0.032 * 4000, above + " of 4000 above");
        assertTrue(below + above >= 0.03 * 4000, (below + above) + " of 4000: the test should not sleep");
    }

    /** Ten numbers 1 .. 10: the bootstrap mean has variance 8.25 / 10, and the level of ten is that of t with 9 degrees of freedom, times sqrt(10 / 9). */
    @Test
    void theBootstrapOfOneSetIsThatOfItsRepeats() {
        double[] interval = HierarchicalBootstrap.interval(
                new int[] {10},
                20_000,
                SEED,
                draw -> Arrays.stream(draw.repeats()[0])
                        .mapToDouble(i -> i + 1)
                        .average()
                        .orElseThrow());
        double half = 2.2622 * Math.sqrt(10 / 9.0) * Math.sqrt(8.25 / 10);
        assertEquals(5.5 - half, interval[0], 0.08);
        assertEquals(5.5 + half, interval[1], 0.08);
    }

    /** Repeats without any spread: only the sets are drawn. */
    @Test
    void theBootstrapDrawsSetsAndTheirRepeats() {
        double[] interval = HierarchicalBootstrap.interval(
                new int[] {3, 3, 3, 3, 3, 3},
                5000,
                SEED,
                draw -> Arrays.stream(draw.sets()).average().orElseThrow());
        assertTrue(interval[0] > 0 && interval[0] < 1.2, Arrays.toString(interval));
        assertTrue(interval[1] > 3.8 && interval[1] < 5, Arrays.toString(interval));
    }

    /** scikit-learn 1.5: IsotonicRegression(increasing=False).fit_transform(range(6), [5, 3, 4, 4, 1, 2]) is 5, 11/3, 11/3, 11/3, 1.5, 1.5. */
    @Test
    void fallingCurvesAgreeWithIsotonicRegression() {
        double third = 11 / 3.0;
        assertArrayEquals(
                new double[] {5, third, third, third, 1.5, 1.5},
                TestsSaved.falling(new double[] {5, 3, 4, 4, 1, 2}),
                1e-12);
    }

    /** One reaches 2 after 15 tests, the other after 30; and the other way round. */
    @Test
    void testsSavedByHand() {
        double[] bought = {0, 10, 20, 30};
        double[] fast = {5, 3, 1, 0.5};
        double[] slow = {5, 4, 3, 2};
        assertEquals(15, TestsSaved.of(bought, fast, bought, slow), 1e-12);
        assertEquals(-15, TestsSaved.of(bought, slow, bought, fast), 1e-12);
        assertEquals(0, TestsSaved.of(bought, slow, bought, slow), 1e-12);
    }

    /** Neither ever learns: nothing is saved and nothing lost. */
    @Test
    void flatCurvesSaveNothing() {
        double[] bought = {0, 10, 20};
        assertEquals(0, TestsSaved.of(bought, new double[] {1, 1, 1}, bought, new double[] {1, 1, 1}), 0);
    }
}
