package assay.valuation;

import assay.kernels.Distances;
import assay.kernels.Softmin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The debiased Sinkhorn divergence between weighted points x and a fixed cloud of points y, with its gradient by the
 * masses: Feydy et al., "Interpolating between Optimal Transport and MMD using Sinkhorn Divergences", AISTATS 2019.
 *
 * <p>This is, step for step, what geomloss 0.2.6 computes for {@code SamplesLoss("sinkhorn", p=2, blur, scaling, debias)}
 * on its tensorised back end, in double precision: cost |x - y|^2 / 2, temperatures from diameter^2 down to blur^2 by
 * factors of scaling^2, symmetric averaged updates, and one last extrapolation. Unequal total masses are taken as they
 * are: the potentials then carry a common offset, as in the reference of LossVal.
 *
 * <p>Cost of a call: about (2 + ln(diameter/blur)/ln 2) (2 n m + n^2) exponentials for n points against m, and m^2 more
 * when the diameter is another one than in the call before. Mutable workspace: not thread-safe.
 */
final class SinkhornDivergence {

    private static final double BLUR = 0.05;
    private static final double GEOMLOSS_SCALING = 0.5;
    private static final double LOG_OF_ZERO = -100_000;

    private final double scaling;
    private final int dimensions;
    private final int m;
    private final double[] y;
    private final double[] massesY;
    private final double[] logMassesY;
    private final double[] costYY;

    /** The potential of y against itself depends on the diameter alone. */
    private double diameterOfSelfPotential = Double.NaN;

    private final double[] selfPotentialY;
    private final double[] potentialY;
    private double[] potentialX = new double[0];

    /**
     * With the scaling of 0.5 that geomloss has by default. Its few steps stop short of the optimum: on clouds of three
     * points the divergence came out up to 28 % too small.
     *
     * @param y m x dimensions
     * @param massesY m, not negative
     */
    SinkhornDivergence(double[] y, double[] massesY, int dimensions) {
        this(y, massesY, dimensions, GEOMLOSS_SCALING);
    }

    /** @param scaling in 0 .. 1: the closer to 1, the slower the temperature falls and the closer the optimum */
    SinkhornDivergence(double[] y, double[] massesY, int dimensions, double scaling) {
        this.scaling = scaling;
        this.dimensions = dimensions;
        this.m = massesY.length;
        this.y = y.clone();
        this.massesY = massesY.clone();
        this.logMassesY = logarithms(massesY, m);
        this.costYY = halfSquaredDistances(y, m, y, m);
        this.selfPotentialY = new double[m];
        this.potentialY = new double[m];
    }

    /** The largest distance between a point of x and a point of y. */
    double largestDistance(double[] x, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                largest = Math.max(largest, Distances.squared(x, i, y, j, dimensions));
            }
        }
        return Math.sqrt(largest);
    }

    /**
     * Solves the transport problem.
     *
     * @param x n x dimensions
     * @param masses n, not negative
     * @param diameter of the joint cloud; the temperature starts at its square
     * @return the divergence, sum_i a_i F_i + sum_j b_j G_j
     */
    double solve(double[] x, double[] masses, int n, double diameter) {
        double[] logMasses = logarithms(masses, n);
        double[] costXY = halfSquaredDistances(x, n, y, m);
        double[] costYX = transposed(costXY, n, m);
        double[] costXX = halfSquaredDistances(x, n, x, n);
        double[] temperatures = temperatures(diameter);
        double first = temperatures[0];
        double last = temperatures[temperatures.length - 1];

        double[] f = new double[n];
        double[] g = new double[m];
        double[] newF = new double[n];
        double[] newG = new double[m];
        double[] hX = new double[n];
        double[] hY = new double[m];
        Softmin.rows(costYX, m, n, logMasses, first, g);
        Softmin.rows(costXY, n, m, logMassesY, first, f);
        for (double eps : temperatures) {
            half(costXY, n, m, logMassesY, g, eps, hY, newF);
            half(costYX, m, n, logMasses, f, eps, hX, newG);
            average(f, newF);
            average(g, newG);
        }
        half(costXY, n, m, logMassesY, g, last, hY, newF);
        half(costYX, m, n, logMasses, f, last, hX, newG);

        double[] self = selfPotential(costXX, n, logMasses, temperatures);
        if (diameter != diameterOfSelfPotential) {
            System.arraycopy(selfPotential(costYY, m, logMassesY, temperatures), 0, selfPotentialY, 0, m);
            diameterOfSelfPotential = diameter;
        }
        double value = 0;
        potentialX = newF;
        for (int i = 0; i < n; i++) {
            potentialX[i] -= self[i];
            value += masses[i] * potentialX[i];
        }
        for (int j = 0; j < m; j++) {
            potentialY[j] = newG[j] - selfPotentialY[j];
            value += massesY[j] * potentialY[j];
        }
        return value;
    }

    /** The derivative of the divergence last solved by the mass of point i of x: its dual potential F_i. */
    double potential(int i) {
        return potentialX[i];
    }

    /** The same by the mass of point j of y: G_j. */
    double potentialOfY(int j) {
        return potentialY[j];
    }

    private static double[] selfPotential(double[] cost, int n, double[] logMasses, double[] temperatures) {
        double[] potential = new double[n];
        double[] next = new double[n];
        double[] h = new double[n];
        Softmin.rows(cost, n, n, logMasses, temperatures[0], potential);
        for (double eps : temperatures) {
            half(cost, n, n, logMasses, potential, eps, h, next);
            average(potential, next);
        }
        half(cost, n, n, logMasses, potential, temperatures[temperatures.length - 1], h, next);
        return next;
    }

    private static void half(
            double[] cost,
            int rows,
            int columns,
            double[] logMasses,
            double[] dual,
            double eps,
            double[] h,
            double[] out) {
        for (int j = 0; j < columns; j++) {
            h[j] = logMasses[j] + dual[j] / eps;
        }
        Softmin.rows(cost, rows, columns, h, eps, out);
    }

    private static void average(double[] old, double[] update) {
        for (int i = 0; i < old.length; i++) {
            old[i] = (old[i] + update[i]) / 2;
        }
    }

    /** diameter^2 twice, then smaller by scaling^2 each, blur^2 last. */
    private double[] temperatures(double diameter) {
        List<Double> list = new ArrayList<>();
        double start = 2 * Math.log(Math.max(diameter, BLUR));
        list.add(Math.exp(start));
        for (double e = start; e > 2 * Math.log(BLUR); e += 2 * Math.log(scaling)) {
            list.add(Math.exp(e));
        }
        list.add(BLUR * BLUR);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] logarithms(double[] masses, int n) {
        return Arrays.stream(masses, 0, n)
                .map(mass -> mass > 0 ? Math.log(mass) : LOG_OF_ZERO)
                .toArray();
    }

    private double[] halfSquaredDistances(double[] a, int n, double[] b, int k) {
        double[] cost = new double[n * k];
        Distances.squared(a, n, b, k, dimensions, cost);
        for (int i = 0; i < cost.length; i++) {
            cost[i] /= 2;
        }
        return cost;
    }

    private static double[] transposed(double[] a, int n, int k) {
        double[] t = new double[a.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                t[j * n + i] = a[i * k + j];
            }
        }
        return t;
    }
}
