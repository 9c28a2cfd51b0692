package assay.valuation;

import assay.kernels.Coupling;
import assay.kernels.Softmin;
import java.util.Arrays;

/**
 * The dual potentials of one transport problem on their way: f of the points in the rows of a cost matrix, g of those in
 * its columns. Each step moves both towards the smoothed minimum that the other one implies, both from where they were.
 * Mutable workspace, not thread-safe; a step allocates nothing.
 */
final class PotentialPair {

    /** What geomloss takes for the logarithm of a mass of 0. */
    static final double LOG_OF_ZERO = -100_000;

    private final double[] f;
    private final double[] g;
    private final double[] rowSums;
    private final double[] columnSums;
    private final double[] tiltedRows;
    private final double[] tiltedColumns;
    private final double[] scratch = new double[Coupling.WIDTH];

    private double[] cost = {};
    private double[] a = {};
    private double[] b = {};
    private int n;
    private int m;

    /**
     * @param rows at most
     * @param columns at most
     */
    PotentialPair(int rows, int columns) {
        this.f = new double[Coupling.padded(rows)];
        this.g = new double[Coupling.padded(columns)];
        this.rowSums = new double[f.length];
        this.columnSums = new double[g.length];
        this.tiltedRows = new double[f.length];
        this.tiltedColumns = new double[g.length];
    }

    /**
     * Starts at the smoothed minima of the costs alone.
     *
     * @param cost n x padded(m), kept and not copied
     * @param a padded masses of the rows; one that is negative counts as 0
     * @param b likewise of the columns
     */
    void begin(double[] cost, int n, int m, double[] a, double[] b, double eps) {
        this.cost = cost;
        this.n = n;
        this.m = m;
        this.a = a;
        this.b = b;
        Arrays.fill(f, 0);
        Arrays.fill(g, 0);
        step(eps, 1);
    }

    /** Half way to the smoothed minima. */
    void average(double eps) {
        step(eps, 0.5);
    }

    /** All the way. */
    void extrapolate(double eps) {
        step(eps, 1);
    }

    private void step(double eps, double share) {
        if (Coupling.marginals(cost, n, m, f, g, a, b, eps, rowSums, columnSums, scratch)) {
            Coupling.descend(f, rowSums, share * eps, n, f);
            Coupling.descend(g, columnSums, share * eps, m, g);
        } else {
            stepOutOfRange(eps, share);
        }
    }

    /** The same by the smoothed minima themselves, which no potential is too far away for. */
    private void stepOutOfRange(double eps, double share) {
        int columns = Coupling.padded(m);
        tilt(g, b, m, eps, tiltedColumns);
        tilt(f, a, n, eps, tiltedRows);
        Softmin.rows(cost, n, columns, tiltedColumns, eps, rowSums);
        Softmin.columns(cost, n, columns, tiltedRows, eps, columnSums);
        move(f, rowSums, n, share);
        move(g, columnSums, m, share);
    }

    private static void tilt(double[] dual, double[] masses, int count, double eps, double[] tilted) {
        Arrays.fill(tilted, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            tilted[i] = (masses[i] > 0 ? Math.log(masses[i]) : LOG_OF_ZERO) + dual[i] / eps;
        }
    }

    private static void move(double[] potential, double[] target, int count, double share) {
        for (int i = 0; i < count; i++) {
            potential[i] = share == 1 ? target[i] : potential[i] + share * (target[i] - potential[i]);
        }
    }

    double ofRow(int i) {
        return f[i];
    }

    double ofColumn(int j) {
        return g[j];
    }
}
