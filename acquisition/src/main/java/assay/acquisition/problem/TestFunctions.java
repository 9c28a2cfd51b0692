package assay.acquisition.problem;

import static java.lang.StrictMath.atan;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;

/**
 * Formulas that stand in for computer experiments, without noise, in the notation of their papers. Ranges and sources
 * are in {@link SyntheticProblems}.
 */
final class TestFunctions {

    private TestFunctions() {}

    /** Friedman, "Multivariate adaptive regression splines", Annals of Statistics 19, 1991; x6 .. x10 do not count. */
    static double friedman1(double[] x) {
        return 10 * sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4];
    }

    /** Impedance of a circuit; Friedman 1991. */
    static double friedman2(double[] x) {
        double reactance = reactance(x);
        return sqrt(x[0] * x[0] + reactance * reactance);
    }

    /** Phase of the same circuit in radians; Friedman 1991. */
    static double friedman3(double[] x) {
        return atan(reactance(x) / x[0]);
    }

    private static double reactance(double[] x) {
        return x[1] * x[2] - 1 / (x[1] * x[3]);
    }

    /** Two planes, one for each sign of x1; x8 .. x10 do not count. Breiman et al. 1984, p. 238. */
    static double twoPlanes(double[] x) {
        return x[0] > 0 ? 3 + 3 * x[1] + 2 * x[2] + x[3] : -3 + 3 * x[4] + 2 * x[5] + x[6];
    }

    /** Water flow through a borehole in m3/yr. */
    static double borehole(double[] x) {
        double rw = x[0];
        double r = x[1];
        double tu = x[2];
        double hu = x[3];
        double tl = x[4];
        double hl = x[5];
        double length = x[6];
        double kw = x[7];
        double spread = log(r / rw);
        return 2 * Math.PI * tu * (hu - hl) / (spread * (1 + 2 * length * tu / (spread * rw * rw * kw) + tu / tl));
    }

    /** Midpoint voltage of an output transformerless push-pull circuit in V. */
    static double otlCircuit(double[] x) {
        double rb1 = x[0];
        double rb2 = x[1];
        double rf = x[2];
        double rc1 = x[3];
        double rc2 = x[4];
        double gain = x[5] * (rc2 + 9);
        double base = 12 * rb2 / (rb1 + rb2);
        double sum = gain + rf;
        return (base + 0.74) * gain / sum + 11.35 * rf / sum + 0.74 * rf * gain / (sum * rc1);
    }

    /** Weight of a light aircraft's wing in lb; the sweep x4 is in degrees. */
    static double wingWeight(double[] x) {
        double cosine = cos(Math.toRadians(x[3]));
        return 0.036
                        * pow(x[0], 0.758)
                        * pow(x[1], 0.0035)
                        * pow(x[2] / (cosine * cosine), 0.6)
                        * pow(x[4], 0.006)
                        * pow(x[5], 0.04)
                        * pow(100 * x[6] / cosine, -0.3)
                        * pow(x[7] * x[8], 0.49)
                + x[0] * x[9];
    }

    /** Cycle time of a piston in s. */
    static double piston(double[] x) {
        double mass = x[0];
        double area = x[1];
        double v0 = x[2];
        double k = x[3];
        double p0 = x[4];
        double ratio = x[5] / x[6];
        double force = p0 * area + 19.62 * mass - k * v0 / area;
        double volume = area / (2 * k) * (sqrt(force * force + 4 * k * p0 * v0 * ratio) - force);
        return 2 * Math.PI * sqrt(mass / (k + area * area * p0 * v0 * ratio / (volume * volume)));
    }

    /** Distance of a four-segment robot arm's hand from its shoulder: x holds four lengths, then four angles in rad. */
    static double robotArm(double[] x) {
        double u = 0;
        double v = 0;
        double angle = 0;
        for (int i = 0; i < 4; i++) {
            angle += x[4 + i];
            u += x[i] * cos(angle);
            v += x[i] * sin(angle);
        }
        return sqrt(u * u + v * v);
    }
}
