package assay.valuation;

import assay.kernels.Coupling;
import assay.kernels.Distances;
import java.util.Arrays;

/**
 * The debiased Sinkhorn divergence between weighted points x and a fixed cloud of points y, with its gradient by the
 * masses: Feydy et al., "Interpolating between Optimal Transport and MMD using Sinkhorn Divergences", AISTATS 2019.
 *
 * <p>This is, step for step, what geomloss 0.2.6 computes for {@code SamplesLoss("sinkhorn", p=2, blur, scaling, debias)}
 * on its tensorised back end, in double precision: cost |x - y|^2 / 2, temperatures from diameter^2 down to blur^2 by
 * factors of scaling^2, symmetric averaged updates, and one last extrapolation. Unequal total masses are taken as they
 * are: the potentials then carry a common offset, as in the reference of LossVal.
 *
 * <p>Cost of a call: about (2 + ln(diameter/blur)/ln 2) (n m + n^2) exponentials for n points against m, and m^2 more
 * for a diameter that was not met before. Mutable workspace, not thread-safe; a call allocates nothing but for a new
 * diameter.
 */
final class SinkhornDivergence {

    private static final double GEOMLOSS_SCALING = 0.5;

    private final int dimensions;
    private final int m;
    private final double[] massesY;
    private final CoolingSchedules schedules;

    // The problem last solved, for up to `capacity` points x.
    private final double[] massesX;
    private final double[] columnsX;
    private final double[] costXX;
    private final PotentialPair between;
    private final PotentialPair self;
    private double[] selfPotentialY;

    /**
     * With the scaling of 0.5 that geomloss has by default. Its few steps stop short of the optimum: on clouds of three
     * points the divergence came out up to 28 % too small.
     *
     * @param y m x dimensions
     * @param massesY m, not negative
     * @param capacity largest number of points x
     */
    SinkhornDivergence(double[] y, double[] massesY, int dimensions, int capacity) {
        this(y, massesY, dimensions, capacity, GEOMLOSS_SCALING);
    }

    /** @param scaling in 0 .. 1: the closer to 1, the slower the temperature falls and the closer the optimum */
    SinkhornDivergence(double[] y, double[] massesY, int dimensions, int capacity, double scaling) {
        this.dimensions = dimensions;
        this.m = massesY.length;
        this.massesY = Arrays.copyOf(massesY, Coupling.padded(m));
        double[] columnsY = new double[dimensions * Coupling.padded(m)];
        columns(y, m, columnsY);
        double[] costYY = new double[m * Coupling.padded(m)];
        halfSquaredDistances(y, m, columnsY, costYY);
        this.schedules = new CoolingSchedules(costYY, this.massesY, m, scaling);
        int paddedCapacity = Coupling.padded(capacity);
        this.massesX = new double[paddedCapacity];
        this.columnsX = new double[paddedCapacity * dimensions];
        this.costXX = new double[capacity * paddedCapacity];
        this.between = new PotentialPair(capacity, m);
        this.self = new PotentialPair(capacity, capacity);
    }

    /**
     * Solves the transport problem.
     *
     * @param x n x dimensions
     * @param costs half the squared distances from x to y, n x {@link Coupling#padded padded(m)}; what stands in the
     *     padding does not matter, as long as it is finite
     * @param masses n; one that is negative has no part in the transport
     * @param diameter of the joint cloud; the temperature starts at its square
     * @return the divergence, sum_i a_i F_i + sum_j b_j G_j
     */
    double solve(double[] x, double[] costs, double[] masses, int n, double diameter) {
        CoolingSchedules.Schedule schedule = schedules.of(diameter);
        Arrays.fill(massesX, 0);
        for (int i = 0; i < n; i++) {
            massesX[i] = Math.max(0, masses[i]);
        }
        columns(x, n, columnsX);
        halfSquaredDistances(x, n, columnsX, costXX);
        double[] temperatures = schedule.temperatures();
        between.begin(costs, n, m, massesX, massesY, temperatures[0]);
        self.begin(costXX, n, n, massesX, massesX, temperatures[0]);
        for (double eps : temperatures) {
            between.average(eps);
            self.average(eps);
        }
        between.extrapolate(temperatures[temperatures.length - 1]);
        self.extrapolate(temperatures[temperatures.length - 1]);
        selfPotentialY = schedule.selfPotentialY();
        double value = 0;
        for (int i = 0; i < n; i++) {
            value += masses[i] * potential(i);
        }
        for (int j = 0; j < m; j++) {
            value += massesY[j] * potentialOfY(j);
        }
        return value;
    }

    /** The derivative of the divergence last solved by the mass of point i of x: its dual potential F_i. */
    double potential(int i) {
        return between.ofRow(i) - self.ofRow(i);
    }

    /** The same by the mass of point j of y: G_j. */
    double potentialOfY(int j) {
        return between.ofColumn(j) - selfPotentialY[j];
    }

    /** Points by rows become points by columns, of which there are padded(n). */
    private void columns(double[] points, int n, double[] columns) {
        int stride = Coupling.padded(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < dimensions; j++) {
                columns[j * stride + i] = points[i * dimensions + j];
            }
        }
    }

    /** @param cost receives n x padded(n) */
    private void halfSquaredDistances(double[] points, int n, double[] columns, double[] cost) {
        int stride = Coupling.padded(n);
        Distances.squaredToColumns(points, n, columns, stride, dimensions, cost);
        for (int i = 0; i < n * stride; i++) {
            cost[i] /= 2;
        }
    }
}
