package assay.valuation;

import assay.kernels.Distances;
import assay.kernels.Softmin;
import java.util.Arrays;

/**
 * Entropic optimal transport between two large labelled clouds, not debiased: Cuturi, "Sinkhorn Distances", NIPS 2013, step
 * for step as geomloss 0.2.6 does for {@code SamplesLoss("sinkhorn", p=2, debias=False)}, in double precision: symmetric
 * averaged updates while it cools, and one last extrapolation. The cost between two points is half their squared distance
 * plus the cost between their labels.
 *
 * <p>Costs are kept if all of them are at most {@value #MOST_KEPT} (twice 64 MB), and otherwise made again, block by
 * block, for every temperature. A solution takes about 2 n m exponentials a temperature. Immutable and thread-safe.
 */
final class EntropicTransport {

    static final int MOST_KEPT = 1 << 23;

    private static final int BLOCK = 1 << 17;

    /**
     * Points with labels.
     *
     * @param points n x d; kept, not copied
     * @param labels n positions
     */
    record Cloud(double[] points, int[] labels, int d) {

        int size() {
            return labels.length;
        }

        double[] uniformMasses() {
            double[] masses = new double[size()];
            Arrays.fill(masses, 1.0 / size());
            return masses;
        }

        /** Norm of the ranges of all coordinates over both clouds: geomloss's bound on the diameter. */
        double diameterWith(Cloud other) {
            double squares = 0;
            for (int j = 0; j < d; j++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (Cloud cloud : new Cloud[] {this, other}) {
                    for (int i = 0; i < cloud.size(); i++) {
                        low = Math.min(low, cloud.points[i * d + j]);
                        high = Math.max(high, cloud.points[i * d + j]);
                    }
                }
                squares += (high - low) * (high - low);
            }
            return Math.sqrt(squares);
        }
    }

    /**
     * Dual potentials.
     *
     * @param ofX n
     * @param ofY m
     */
    record Potentials(double[] ofX, double[] ofY) {}

    private final View onX;
    private final View onY;

    /**
     * @param labelCosts labels of x by labels of y, row-major; not negative
     * @param labelsOfY how many columns that has
     * @param mostKept most costs that are kept in memory
     */
    EntropicTransport(Cloud x, Cloud y, double[] labelCosts, int labelsOfY, int mostKept) {
        boolean keeps = (long) x.size() * y.size() <= mostKept;
        int labelsOfX = labelCosts.length / labelsOfY;
        double[] reversed = new double[labelCosts.length];
        Distances.transpose(labelCosts, labelsOfX, labelsOfY, reversed);
        this.onX = new View(y, x, reversed, labelsOfX, keeps);
        this.onY = new View(x, y, labelCosts, labelsOfY, keeps);
    }

    /**
     * Solves the problem.
     *
     * @param massesX n, not negative
     * @param massesY m, not negative
     * @param temperatures from {@link Temperatures#between}
     * @param step called after each temperature
     */
    Potentials solve(double[] massesX, double[] massesY, double[] temperatures, Runnable step) {
        double[] logX = logarithms(massesX);
        double[] logY = logarithms(massesY);
        double[] f = new double[massesX.length];
        double[] g = new double[massesY.length];
        double[] betterF = new double[f.length];
        double[] betterG = new double[g.length];
        onY.softmin(logX, temperatures[0], g);
        onX.softmin(logY, temperatures[0], f);
        for (double eps : temperatures) {
            improve(f, g, logX, logY, eps, betterF, betterG);
            average(f, betterF);
            average(g, betterG);
            step.run();
        }
        improve(f, g, logX, logY, temperatures[temperatures.length - 1], betterF, betterG);
        return new Potentials(betterF, betterG);
    }

    private void improve(
            double[] f, double[] g, double[] logX, double[] logY, double eps, double[] betterF, double[] betterG) {
        double[] h = new double[Math.max(f.length, g.length)];
        Softmin.tilt(logY, g, g.length, eps, h);
        onX.softmin(h, eps, betterF);
        Softmin.tilt(logX, f, f.length, eps, h);
        onY.softmin(h, eps, betterG);
    }

    private static void average(double[] old, double[] better) {
        for (int i = 0; i < old.length; i++) {
            old[i] = (old[i] + better[i]) / 2;
        }
    }

    private static double[] logarithms(double[] masses) {
        return Arrays.stream(masses)
                .map(mass -> mass > 0 ? Math.log(mass) : SinkhornDivergence.LOG_OF_ZERO)
                .toArray();
    }

    /** The costs with one cloud in rows and blocks of the other in columns. */
    private static final class View {

        private final Cloud rows;
        private final Cloud columns;
        private final double[] labelCosts;
        private final int labelsOfColumns;
        private final int width;
        private final double[][] kept;

        View(Cloud rows, Cloud columns, double[] labelCosts, int labelsOfColumns, boolean keeps) {
            this.rows = rows;
            this.columns = columns;
            this.labelCosts = labelCosts;
            this.labelsOfColumns = labelsOfColumns;
            this.width = Math.max(1, Math.min(columns.size(), BLOCK / rows.size()));
            this.kept = new double[keeps ? (columns.size() + width - 1) / width : 0][];
            for (int b = 0; b < kept.length; b++) {
                int count = Math.min(width, columns.size() - b * width);
                kept[b] = new double[rows.size() * count];
                fill(b * width, count, kept[b]);
            }
        }

        /** One value for each column. */
        void softmin(double[] h, double eps, double[] out) {
            double[] scratch = new double[kept.length == 0 ? rows.size() * width : 0];
            double[] some = new double[width];
            for (int from = 0; from < columns.size(); from += width) {
                int count = Math.min(width, columns.size() - from);
                double[] costs = scratch;
                if (kept.length > 0) {
                    costs = kept[from / width];
                } else {
                    fill(from, count, scratch);
                }
                Softmin.columns(costs, rows.size(), count, h, eps, some);
                System.arraycopy(some, 0, out, from, count);
            }
        }

        private void fill(int from, int count, double[] costs) {
            int d = rows.d();
            double[] block = new double[count * d];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < d; j++) {
                    block[j * count + i] = columns.points()[(from + i) * d + j];
                }
            }
            Distances.squaredToColumns(rows.points(), rows.size(), block, count, d, costs);
            for (int r = 0; r < rows.size(); r++) {
                int label = rows.labels()[r] * labelsOfColumns;
                int at = r * count;
                for (int i = 0; i < count; i++) {
                    costs[at + i] = costs[at + i] / 2 + labelCosts[label + columns.labels()[from + i]];
                }
            }
        }
    }
}
