package assay.valuation;

import assay.kernels.Coupling;
import assay.kernels.Distances;

/**
 * What it costs to transport every known experiment to every one of the holdout: half the squared distance of their
 * features. Computed once and shared by all trainings, as long as there are at most {@value #MOST_KEPT} of them (64 MB);
 * otherwise computed again for each batch, to the same bits. Rows are padded for {@link Coupling}. Immutable.
 */
final class HoldoutCosts {

    static final int MOST_KEPT = 1 << 23;

    private static final int BLOCK = 256;

    private final double[] train;
    private final int n;
    private final double[] holdoutColumns;
    private final int m;
    private final int stride;
    private final int d;
    private final double[] kept;

    /**
     * @param train n x d, kept and not copied
     * @param holdout m x d
     * @param mostKept largest n x padded(m) that is kept in memory
     */
    HoldoutCosts(double[] train, int n, double[] holdout, int m, int d, int mostKept) {
        this.train = train;
        this.n = n;
        this.m = m;
        this.stride = Coupling.padded(m);
        this.d = d;
        this.holdoutColumns = new double[d * stride];
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < d; k++) {
                holdoutColumns[k * stride + j] = holdout[j * d + k];
            }
        }
        boolean keeps = (long) n * stride <= mostKept;
        this.kept = new double[keeps ? n * stride : 0];
        if (keeps) {
            halfSquared(train, n, kept);
        }
    }

    /** Number of experiments in the holdout. */
    int holdoutSize() {
        return m;
    }

    /** The largest distance between a known experiment and one of the holdout. Cost: O(n m d) if costs are not kept. */
    double largestDistance() {
        if (kept.length > 0) {
            return Math.sqrt(2 * largest(kept, n));
        }
        double[] rows = new double[BLOCK * d];
        double[] costs = new double[BLOCK * stride];
        double largest = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int count = Math.min(BLOCK, n - from);
            System.arraycopy(train, from * d, rows, 0, count * d);
            halfSquared(rows, count, costs);
            largest = Math.max(largest, largest(costs, count));
        }
        return Math.sqrt(2 * largest);
    }

    /** The largest cost of the first {@code count} rows. */
    double largest(double[] costs, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < m; j++) {
                largest = Math.max(largest, costs[i * stride + j]);
            }
        }
        return largest;
    }

    /**
     * The costs of a batch.
     *
     * @param rows positions of the batch among the known experiments
     * @param features of the batch, count x d
     * @param costs receives count x padded(m)
     */
    void gather(int[] rows, double[] features, int count, double[] costs) {
        if (kept.length == 0) {
            halfSquared(features, count, costs);
            return;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(kept, rows[i] * stride, costs, i * stride, stride);
        }
    }

    private void halfSquared(double[] rows, int count, double[] costs) {
        Distances.squaredToColumns(rows, count, holdoutColumns, stride, d, costs);
        for (int k = 0; k < count * stride; k++) {
            costs[k] /= 2;
        }
    }
}
