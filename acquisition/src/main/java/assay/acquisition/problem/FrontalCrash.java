package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A car against a wall: five sheet thicknesses x1 .. x5 of the front structure, 1 .. 3 mm, and what crashes of it show.
 *
 * <p>Liao, Li, Yang, Zhang and Li, "Multiobjective optimization for crash safety design of vehicles using stepwise
 * regression model", Structural and Multidisciplinary Optimization 35, 2008; problem RE3-5-4 of Tanabe and Ishibuchi,
 * "An easy-to-use real-world multi-objective optimization problem suite", Applied Soft Computing 89, 2020. The three
 * formulas are theirs. Ours are three additions that make it look like the history of a test house: an input
 * {@code body} that shifts {@code Ain} by {@link #bodyEffect}, so that one input is a word; {@code intrusion} as a column
 * known only after a test, with noise of 0.005 m; and no column for the mass, which follows from the thicknesses without
 * a test and would count them twice.
 */
final class FrontalCrash {

    private static final List<String> BODIES = List.of("sedan", "hatchback", "suv", "wagon");
    private static final double[] BODY_EFFECT = {0, 0.4, -0.6, 0.2};
    private static final double INTRUSION_NOISE = 0.005;

    private FrontalCrash() {}

    static SyntheticProblem problem() {
        List<Input> inputs = Stream.concat(
                        IntStream.rangeClosed(1, 5).<Input>mapToObj(i -> new Input.Continuous("x" + i, "mm", 1, 3)),
                        Stream.of(new Input.Categorical("body", BODIES)))
                .toList();
        return new ResponseSurface(
                "frontal_crash",
                "Crash of a car, 6 inputs (Liao et al. 2008, and a body type)",
                inputs,
                new Column("Ain", Kind.NUMERIC, Role.TARGET, ""),
                x -> acceleration(x) + bodyEffect((int) x[5]),
                0,
                List.of(new ResponseSurface.Measured(
                        new Column("intrusion", Kind.NUMERIC, Role.MEASURED, "m"),
                        FrontalCrash::intrusion,
                        INTRUSION_NOISE)));
    }

    /** What a body adds to Ain: sedan 0, hatchback 0.4, suv -0.6, wagon 0.2; 0 on average. */
    static double bodyEffect(int body) {
        return BODY_EFFECT[body];
    }

    /** Mass of the car in kg; of x only the first five values count. */
    static double mass(double[] x) {
        return 1640.2823 + 2.3573285 * x[0] + 2.3220035 * x[1] + 4.5688768 * x[2] + 7.7213633 * x[3] + 4.4559504 * x[4];
    }

    /** Acceleration in the full-frontal crash, Ain in the paper; of x only the first five values count. */
    static double acceleration(double[] x) {
        return 6.5856
                + 1.15 * x[0]
                - 1.0427 * x[1]
                + 0.9738 * x[2]
                + 0.8364 * x[3]
                - 0.3695 * x[0] * x[3]
                + 0.0861 * x[0] * x[4]
                + 0.3628 * x[1] * x[3]
                - 0.1106 * x[0] * x[0]
                - 0.3437 * x[2] * x[2]
                + 0.1764 * x[3] * x[3];
    }

    /** Intrusion of the toe board in the 40 % offset crash in m; of x only the first five values count. */
    static double intrusion(double[] x) {
        return -0.0551
                + 0.0181 * x[0]
                + 0.1024 * x[1]
                + 0.0421 * x[2]
                - 0.0073 * x[0] * x[1]
                + 0.024 * x[1] * x[2]
                - 0.0118 * x[1] * x[3]
                - 0.0204 * x[2] * x[3]
                - 0.008 * x[2] * x[4]
                - 0.0241 * x[1] * x[1]
                + 0.0109 * x[3] * x[3];
    }
}
