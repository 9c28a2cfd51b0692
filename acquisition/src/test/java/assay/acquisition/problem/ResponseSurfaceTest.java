package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Role;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseSurfaceTest {

    private static final int ROWS = 200_000;
    private static final double EXACT = Double.POSITIVE_INFINITY;
    private static final Seed SEED = new Seed(7);

    /**
     * E[Y] = (10/pi)(gamma + ln pi - Ci(pi)) + 5/3 + 7.5 = 14.4133 in closed form, standard deviation 4.983 with the
     * noise of 1.
     */
    @Test
    void friedHasItsMoments() {
        GeneratedTests tests = SyntheticProblems.named("fried").generate(ROWS, GenerationOptions.DEFAULT, SEED);
        Moments target = Moments.of(column(tests.table(), "Y"));
        target.assertMean(14.4133, EXACT, 0.00005);
        target.assertDeviation(4.983, EXACT, 0.0005);
        Moments noise = Moments.of(column(tests.truth(), "noise"));
        noise.assertMean(0, EXACT, 0);
        noise.assertDeviation(1, EXACT, 0);
    }

    /**
     * x1 is -1 or 1, each with 1/2, x2 .. x10 are -1, 0 or 1, each with 1/3; 7.4 % of the noise-free targets are 0; five
     * standard errors.
     */
    @Test
    void twoPlanesHasItsMarginals() {
        GeneratedTests generated = SyntheticProblems.named("2dplanes").generate(ROWS, GenerationOptions.DEFAULT, SEED);
        Table tests = generated.table();
        assertShare(0.5, column(tests, "x1"), -1);
        assertShare(0.5, column(tests, "x1"), 1);
        for (int i = 2; i <= 10; i++) {
            for (int level = -1; level <= 1; level++) {
                assertShare(1 / 3., column(tests, "x" + i), level);
            }
        }
        Moments target = Moments.of(column(tests, "y"));
        target.assertMean(0, EXACT, 0);
        target.assertDeviation(4.396, EXACT, 0.0005);
        double[] noiseFree = column(generated.truth(), "noise_free");
        assertEquals(0.074, share(noiseFree, 0), 0.0005 + 5 * Math.sqrt(0.074 * 0.926 / ROWS));
    }

    @Test
    void truthAddsUpToTheTarget() {
        GeneratedTests tests =
                SyntheticProblems.named("wing_weight").generate(500, GenerationOptions.DEFAULT.withNoise(5), SEED);
        double[] target = column(tests.table(), "weight");
        double[] noiseFree = column(tests.truth(), "noise_free");
        double[] noise = column(tests.truth(), "noise");
        for (int row = 0; row < 500; row++) {
            assertEquals(noiseFree[row] + noise[row], target[row]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 20})
    void noiseHasTheDeviationAskedFor(double deviation) {
        GeneratedTests tests = SyntheticProblems.named("borehole")
                .generate(50_000, GenerationOptions.DEFAULT.withNoise(deviation), SEED);
        Moments.of(column(tests.truth(), "noise")).assertDeviation(deviation, EXACT, 0);
    }

    /** More noise changes the targets and nothing else. */
    @Test
    void noiseLeavesInputsAlone() {
        SyntheticProblem problem = SyntheticProblems.named("piston");
        Table quiet = problem.generate(20, GenerationOptions.DEFAULT, SEED).table();
        Table loud = problem.generate(20, GenerationOptions.DEFAULT.withNoise(1), SEED)
                .table();
        assertTrue(Arrays.equals(column(quiet, "M"), column(loud, "M")));
        assertTrue(!Arrays.equals(column(quiet, "cycle"), column(loud, "cycle")));
    }

    /** OpenML: lower than the mean is P, all others N; here 1, 2 and 9, whose mean is 4, and a tie. */
    @Test
    void binarisesAsOpenMl() {
        assertEquals(List.of("P", "P", "N"), Labels.binarised(new double[] {1, 2, 9}));
        assertEquals(List.of("P", "N", "N"), Labels.binarised(new double[] {1, 2, 3}));
    }

    /** The binarised problem is the numeric one with its target cut at the mean of the same rows. */
    @Test
    void binarisedTargetIsTheNumericOneCutAtItsMean() {
        SyntheticProblem fried = SyntheticProblems.named("fried");
        double[] numbers =
                column(fried.generate(1000, GenerationOptions.DEFAULT, SEED).table(), "Y");
        Table classes = fried.generate(1000, GenerationOptions.DEFAULT.withForm(TargetForm.CLASS), SEED)
                .table();
        double mean = Arrays.stream(numbers).average().orElseThrow();
        int target = classes.schema().indexOf(Role.TARGET).orElseThrow();
        assertEquals("binaryClass", classes.schema().columns().get(target).name());
        for (int row = 0; row < 1000; row++) {
            assertEquals(numbers[row] < mean ? "P" : "N", classes.text(row, target));
        }
    }

    /** Exactly the share asked for is flipped, the truth says which, and nothing else differs. */
    @Test
    void flipsTheShareAskedFor() {
        GenerationOptions options =
                GenerationOptions.DEFAULT.withForm(TargetForm.CLASS).withFlipped(0.2);
        GeneratedTests tests = SyntheticProblems.named("fried").generate(1000, options, SEED);
        int target = tests.table().schema().indexOf(Role.TARGET).orElseThrow();
        int label = tests.truth().schema().indexOf("label").orElseThrow();
        int flipped = tests.truth().schema().indexOf("flipped").orElseThrow();
        int count = 0;
        for (int row = 0; row < 1000; row++) {
            boolean differs =
                    !tests.table().text(row, target).equals(tests.truth().text(row, label));
            assertEquals(Boolean.toString(differs), tests.truth().text(row, flipped));
            count += differs ? 1 : 0;
        }
        assertEquals(200, count);
    }

    /** The first rows of a longer history are those of a shorter one. */
    @Test
    void longerHistoriesBeginAlike() {
        SyntheticProblem problem = SyntheticProblems.named("borehole");
        GenerationOptions options = GenerationOptions.DEFAULT.withNoise(3).with(ExtraColumn.COST);
        Table shorter = problem.generate(10, options, SEED).table();
        Table longer = problem.generate(90, options, SEED).table();
        assertEquals(
                SyntheticProblemsTest.cells(shorter),
                SyntheticProblemsTest.cells(longer).subList(0, 10));
    }

    private static double[] column(Table table, String name) {
        return table.numbers(table.schema().indexOf(name).orElseThrow());
    }

    private static double share(double[] values, double value) {
        return IntStream.range(0, values.length).filter(i -> values[i] == value).count() / (double) values.length;
    }

    private static void assertShare(double expected, double[] values, double value) {
        double error = Math.sqrt(expected * (1 - expected) / values.length);
        assertEquals(expected, share(values, value), 5 * error);
    }
}
