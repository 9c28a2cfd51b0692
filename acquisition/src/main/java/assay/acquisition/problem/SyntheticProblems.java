package assay.acquisition.problem;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The door to the synthetic problems.
 *
 * <p>Ranges are those of Surjanovic and Bingham's Virtual Library of Simulation Experiments, and inputs are independent.
 * We differ from the files {@code fried} and {@code 2dplanes} of the LIACC collection in one point: nothing is rounded.
 */
public final class SyntheticProblems {

    private static final int MOST_CLASSES = 26;
    private static final double GAUSSIANS_RADIUS = 2;

    private SyntheticProblems() {}

    /** All problems, regression first. */
    public static List<SyntheticProblem> all() {
        return List.of(
                fried(),
                twoPlanes(),
                friedman1(),
                friedman2(),
                friedman3(),
                borehole(),
                otlCircuit(),
                wingWeight(),
                piston(),
                robotArm(),
                FrontalCrash.problem(),
                moons(),
                gaussians(2));
    }

    /** The names of all problems. */
    public static List<String> names() {
        return all().stream().map(SyntheticProblem::name).toList();
    }

    /** The problem called {@code name}; the error for another name suggests the nearest one. */
    public static SyntheticProblem named(String name) {
        return all().stream()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        NearestName.unknown("there is no problem " + name, name, "All problems:", names())));
    }

    /**
     * Gaussian classes A, B, .. in the plane, centred at equal angles on a circle of radius 2, the first at (2, 0). With
     * two classes and the spread 1 the best possible accuracy is Phi(2) = 0.977.
     *
     * @param classes 2 .. 26
     */
    public static SyntheticProblem gaussians(int classes) {
        if (classes < 2 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "classes (%d) must be between 2 and %d".formatted(classes, MOST_CLASSES));
        }
        return new PointCloud(
                "gaussians",
                "Gaussian classes around a circle, spread 1 (2, or --classes K)",
                List.of(range("x1", "", -4, 4), range("x2", "", -4, 4)),
                IntStream.range(0, classes)
                        .mapToObj(i -> Character.toString('A' + i))
                        .toList(),
                1,
                (label, share) -> {
                    double angle = 2 * Math.PI * label / classes;
                    return new double[] {
                        GAUSSIANS_RADIUS * StrictMath.cos(angle), GAUSSIANS_RADIUS * StrictMath.sin(angle)
                    };
                });
    }

    /** The two half circles that scikit-learn calls make_moons, but with places drawn at random, not evenly spaced. */
    private static SyntheticProblem moons() {
        return new PointCloud(
                "moons",
                "Two half circles, two classes, spread 0.2 (scikit-learn)",
                List.of(range("x1", "", -1, 2), range("x2", "", -0.5, 1)),
                List.of("lower", "upper"),
                0.2,
                (label, share) -> {
                    double cosine = StrictMath.cos(Math.PI * share);
                    double sine = StrictMath.sin(Math.PI * share);
                    return label == 1 ? new double[] {cosine, sine} : new double[] {1 - cosine, 0.5 - sine};
                });
    }

    private static SyntheticProblem fried() {
        return new ResponseSurface(
                "fried",
                "Friedman's function, 5 of 10 inputs inert, noise 1 (OpenML 901)",
                unitRanges("X"),
                target("Y", ""),
                TestFunctions::friedman1,
                1,
                List.of());
    }

    private static SyntheticProblem twoPlanes() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input.Discrete("x1", List.of(-1.0, 1.0)));
        for (int i = 2; i <= 10; i++) {
            inputs.add(new Input.Discrete("x" + i, List.of(-1.0, 0.0, 1.0)));
        }
        return new ResponseSurface(
                "2dplanes",
                "Two planes, 3 of 10 integer inputs inert, noise 1 (OpenML 727)",
                inputs,
                target("y", ""),
                TestFunctions::twoPlanes,
                1,
                List.of());
    }

    private static SyntheticProblem friedman1() {
        return ResponseSurface.of(
                "friedman1",
                "Friedman's function, 5 of 10 inputs inert (Friedman 1991)",
                unitRanges("x"),
                target("y", ""),
                TestFunctions::friedman1);
    }

    private static SyntheticProblem friedman2() {
        return ResponseSurface.of(
                "friedman2",
                "Impedance of a circuit, 4 inputs (Friedman 1991)",
                circuit(),
                target("y", ""),
                TestFunctions::friedman2);
    }

    private static SyntheticProblem friedman3() {
        return ResponseSurface.of(
                "friedman3",
                "Phase of a circuit, 4 inputs (Friedman 1991)",
                circuit(),
                target("y", "rad"),
                TestFunctions::friedman3);
    }

    /** Hu up to 1110 m and Kw from 9855 m/yr, as in the widely used table; uqtestfuns prints 1100 and 9985. */
    private static SyntheticProblem borehole() {
        return ResponseSurface.of(
                "borehole",
                "Water flow through a borehole, 8 inputs (Harper and Gupta 1983)",
                List.of(
                        range("rw", "m", 0.05, 0.15),
                        range("r", "m", 100, 50000),
                        range("Tu", "m2/yr", 63070, 115600),
                        range("Hu", "m", 990, 1110),
                        range("Tl", "m2/yr", 63.1, 116),
                        range("Hl", "m", 700, 820),
                        range("L", "m", 1120, 1680),
                        range("Kw", "m/yr", 9855, 12045)),
                target("flow", "m3/yr"),
                TestFunctions::borehole);
    }

    private static SyntheticProblem otlCircuit() {
        return ResponseSurface.of(
                "otl_circuit",
                "Voltage of a circuit, 6 inputs (Ben-Ari and Steinberg 2007)",
                List.of(
                        range("Rb1", "kOhm", 50, 150),
                        range("Rb2", "kOhm", 25, 70),
                        range("Rf", "kOhm", 0.5, 3),
                        range("Rc1", "kOhm", 1.2, 2.5),
                        range("Rc2", "kOhm", 0.25, 1.2),
                        range("beta", "A/A", 50, 300)),
                target("Vm", "V"),
                TestFunctions::otlCircuit);
    }

    private static SyntheticProblem wingWeight() {
        return ResponseSurface.of(
                "wing_weight",
                "Weight of an aircraft wing, 10 inputs (Forrester et al. 2008)",
                List.of(
                        range("Sw", "ft2", 150, 200),
                        range("Wfw", "lb", 220, 300),
                        range("A", "", 6, 10),
                        range("sweep", "deg", -10, 10),
                        range("q", "lb/ft2", 16, 45),
                        range("taper", "", 0.5, 1),
                        range("tc", "", 0.08, 0.18),
                        range("Nz", "", 2.5, 6),
                        range("Wdg", "lb", 1700, 2500),
                        range("Wp", "lb/ft2", 0.025, 0.08)),
                target("weight", "lb"),
                TestFunctions::wingWeight);
    }

    private static SyntheticProblem piston() {
        return ResponseSurface.of(
                "piston",
                "Cycle time of a piston, 7 inputs (Kenett and Zacks 1998)",
                List.of(
                        range("M", "kg", 30, 60),
                        range("S", "m2", 0.005, 0.02),
                        range("V0", "m3", 0.002, 0.01),
                        range("k", "N/m", 1000, 5000),
                        range("P0", "N/m2", 90000, 110000),
                        range("Ta", "K", 290, 296),
                        range("T0", "K", 340, 360)),
                target("cycle", "s"),
                TestFunctions::piston);
    }

    private static SyntheticProblem robotArm() {
        List<Input> inputs = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            inputs.add(range("L" + i, "", 0, 1));
        }
        for (int i = 1; i <= 4; i++) {
            inputs.add(range("theta" + i, "rad", 0, 2 * Math.PI));
        }
        return ResponseSurface.of(
                "robot_arm",
                "Reach of a four-segment robot arm, 8 inputs (An and Owen 2001)",
                inputs,
                target("reach", ""),
                TestFunctions::robotArm);
    }

    private static Input range(String name, String unit, double low, double high) {
        return new Input.Continuous(name, unit, low, high);
    }

    private static List<Input> unitRanges(String prefix) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(i -> range(prefix + i, "", 0, 1))
                .toList();
    }

    private static List<Input> circuit() {
        return List.of(
                range("x1", "", 0, 100),
                range("x2", "", 40 * Math.PI, 560 * Math.PI),
                range("x3", "", 0, 1),
                range("x4", "", 1, 11));
    }

    private static Column target(String name, String unit) {
        return new Column(name, Kind.NUMERIC, Role.TARGET, unit);
    }
}
