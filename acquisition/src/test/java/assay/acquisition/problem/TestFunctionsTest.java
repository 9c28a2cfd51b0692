package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFunctionsTest {

    private static final int ROWS = 200_000;

    /**
     * Values at the middle and at a quarter of all ranges, from formulas cross-read with uqtestfuns (aa6e4ace) and
     * reproblems (28845742), and evaluated apart from this code.
     */
    @ParameterizedTest
    @CsvSource({
        "friedman1, 14.571068, 6.9509032",
        "friedman2, 473.88388, 135.83751",
        "friedman3, 1.4650885, 1.3856978",
        "borehole, 70.872913, 42.155039",
        "otl_circuit, 5.3106169, 5.2024936",
        "wing_weight, 267.62469, 209.59318",
        "piston, 0.46439702, 0.48011535"
    })
    void agreesWithPublishedFormulas(String name, double middle, double quarter) {
        assertEquals(middle, at(name, 0.5), 1e-7 * middle);
        assertEquals(quarter, at(name, 0.25), 1e-7 * quarter);
    }

    /** All angles pi: two pairs of segments that undo each other; all angles pi/2: a square. */
    @Test
    void armReturnsToItsShoulder() {
        assertEquals(0, at("robot_arm", 0.5), 1e-12);
        assertEquals(0, at("robot_arm", 0.25), 1e-12);
    }

    /** All angles 0: the arm is stretched. */
    @Test
    void armReachesTheSumOfItsSegments() {
        assertEquals(
                0.1 + 0.2 + 0.3 + 0.4, TestFunctions.robotArm(new double[] {0.1, 0.2, 0.3, 0.4, 0, 0, 0, 0}), 1e-12);
    }

    /** Printed means and standard deviations are from 10^6 draws of the same references, rounded as printed. */
    @ParameterizedTest
    @CsvSource({
        "friedman1, 14.42, 0.01, 4.88, 0.01",
        "friedman2, 479.8, 0.1, 379, 1",
        "friedman3, 1.324, 0.001, 0.316, 0.001",
        "borehole, 77.65, 0.01, 45.6, 0.1",
        "otl_circuit, 5.434, 0.001, 1.14, 0.01",
        "wing_weight, 268.1, 0.1, 48.1, 0.1",
        "piston, 0.4627, 0.0001, 0.1396, 0.0001",
        "robot_arm, 1.026, 0.001, 0.530, 0.001"
    })
    void hasPublishedMoments(String name, double mean, double meanDigit, double deviation, double deviationDigit) {
        ResponseSurface problem = (ResponseSurface) SyntheticProblems.named(name);
        Moments moments = Moments.of(sample(problem.formula(), problem, ROWS));
        moments.assertMean(mean, 1e6, meanDigit / 2);
        moments.assertDeviation(deviation, 1e6, deviationDigit / 2);
    }

    /** By hand: 3 + 3 + 2 + 1 and -3 - 3 + 0 + 1; the other plane's inputs do not count. */
    @Test
    void hasTwoPlanes() {
        assertEquals(9, TestFunctions.twoPlanes(new double[] {1, 1, 1, 1, -1, -1, -1, 0, 0, 0}));
        assertEquals(-5, TestFunctions.twoPlanes(new double[] {-1, 1, 1, 1, -1, 0, 1, 0, 0, 0}));
    }

    private static double at(String name, double share) {
        ResponseSurface problem = (ResponseSurface) SyntheticProblems.named(name);
        return problem.formula()
                .at(problem.inputs().stream().mapToDouble(i -> i.at(share)).toArray());
    }

    static double[] sample(Formula formula, SyntheticProblem problem, int rows) {
        double[][] x = Draws.inputs(problem.inputs(), rows, new Seed(20));
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            int r = row;
            values[row] =
                    formula.at(Arrays.stream(x).mapToDouble(input -> input[r]).toArray());
        }
        return values;
    }
}
