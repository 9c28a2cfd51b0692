package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontalCrashTest {

    private static final double[] MIDDLE = {2, 2, 2, 2, 2};
    private static final double[] QUARTER = {1.5, 1.5, 1.5, 1.5, 1.5};

    /** RE3-5-4 of reproblems (28845742) at the middle and at a quarter of all ranges. */
    @Test
    void agreesWithPublishedFormulas() {
        assertEquals(1683.1333, FrontalCrash.mass(MIDDLE), 5e-5);
        assertEquals(1672.4206, FrontalCrash.mass(QUARTER), 5e-5);
        assertEquals(9.6266, FrontalCrash.acceleration(MIDDLE), 1e-12);
        assertEquals(9.015225, FrontalCrash.acceleration(QUARTER), 1e-12);
        assertEquals(0.1233, FrontalCrash.intrusion(MIDDLE), 1e-12);
        assertEquals(0.106225, FrontalCrash.intrusion(QUARTER), 1e-12);
    }

    @Test
    void hasPublishedDeviations() {
        SyntheticProblem problem = SyntheticProblems.named("frontal_crash");
        double[] acceleration = TestFunctionsTest.sample(FrontalCrash::acceleration, problem, 200_000);
        double[] intrusion = TestFunctionsTest.sample(FrontalCrash::intrusion, problem, 200_000);
        Moments.of(acceleration).assertDeviation(0.962, 1e6, 0.0005);
        Moments.of(intrusion).assertDeviation(0.0298, 1e6, 0.00005);
    }

    @Test
    void bodiesDoNotShiftTheMean() {
        assertEquals(
                0, IntStream.range(0, 4).mapToDouble(FrontalCrash::bodyEffect).sum(), 1e-12);
    }

    /** Without noise the target is the paper's acceleration plus the documented effect of the body. */
    @Test
    void addsTheEffectOfTheBody() {
        List<String> bodies = List.of("sedan", "hatchback", "suv", "wagon");
        double[] effects = {0, 0.4, -0.6, 0.2};
        Table tests = SyntheticProblems.named("frontal_crash")
                .generate(200, GenerationOptions.DEFAULT, new Seed(4))
                .table();
        int body = tests.schema().indexOf("body").orElseThrow();
        int target = tests.schema().indexOf(Role.TARGET).orElseThrow();
        for (int row = 0; row < tests.size(); row++) {
            int r = row;
            double[] x =
                    IntStream.range(0, 5).mapToDouble(c -> tests.number(r, c)).toArray();
            double effect = effects[bodies.indexOf(tests.text(row, body))];
            assertEquals(FrontalCrash.acceleration(x) + effect, tests.number(row, target), 1e-12);
        }
    }

    @Test
    void candidatesLackWhatATestMeasures() {
        SyntheticProblem problem = SyntheticProblems.named("frontal_crash");
        Table tests =
                problem.generate(5, GenerationOptions.DEFAULT, new Seed(4)).table();
        Table candidates = problem.candidates(5, GenerationOptions.DEFAULT, new Seed(4));
        assertEquals(
                List.of("x1 [mm]", "x2 [mm]", "x3 [mm]", "x4 [mm]", "x5 [mm]", "body", "intrusion [m]", "Ain"),
                tests.schema().columns().stream().map(Column::label).toList());
        assertTrue(candidates.schema().columns(Role.MEASURED).isEmpty());
        assertTrue(candidates.schema().indexOf(Role.TARGET).isEmpty());
        assertEquals(
                tests.schema().columns(Role.CONFIGURABLE), candidates.schema().columns(Role.CONFIGURABLE));
    }

    /** The column scatters around the paper's intrusion with the documented 0.005 m. */
    @Test
    void measuresIntrusionWithNoise() {
        Table tests = SyntheticProblems.named("frontal_crash")
                .generate(20_000, GenerationOptions.DEFAULT, new Seed(5))
                .table();
        int column = tests.schema().indexOf("intrusion").orElseThrow();
        double[] errors = IntStream.range(0, tests.size())
                .mapToDouble(row -> tests.number(row, column)
                        - FrontalCrash.intrusion(IntStream.range(0, 5)
                                .mapToDouble(c -> tests.number(row, c))
                                .toArray()))
                .toArray();
        Moments moments = Moments.of(errors);
        moments.assertMean(0, Double.POSITIVE_INFINITY, 0);
        moments.assertDeviation(0.005, Double.POSITIVE_INFINITY, 0);
    }
}
