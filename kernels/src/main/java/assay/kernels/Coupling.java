package assay.kernels;

/**
 * The coupling that two dual potentials describe, {@code P[i][j] = exp((f[i] + g[j] - cost[i][j]) / eps)}, and how far
 * its marginals are from the masses they should be: a half step of Sinkhorn's algorithm for both potentials at once, at
 * the price of one exponential per pair of points. {@link Softmin} takes two, and a pass for the largest term besides;
 * in return it has no range to leave.
 *
 * <p>Rows of the cost matrix and all arrays are padded to multiples of {@value #WIDTH}: {@link #padded}. Padding must be
 * finite, and masses there 0. Sums are made in an order that depends on no vector's width.
 */
public final class Coupling {

    /** What lengths are padded to multiples of. */
    public static final int WIDTH = 8;

    /** Sums outside of these bounds are of no use: terms may have been cut off. */
    private static final double LEAST = 0x1p-500;

    private static final double MOST = 0x1p500;

    private Coupling() {}

    /** The least multiple of {@link #WIDTH} that is not below n. */
    public static int padded(int n) {
        return (n + WIDTH - 1) / WIDTH * WIDTH;
    }

    /**
     * {@code rowSums[i] = sum_j b[j] P[i][j]} and {@code columnSums[j] = sum_i a[i] P[i][j]}; sums of padding become 1.
     *
     * @param cost n x padded(m)
     * @param f n
     * @param g padded(m)
     * @param a n masses
     * @param b padded(m) masses
     * @param eps temperature, greater than 0
     * @param rowSums receives padded(n)
     * @param columnSums receives padded(m)
     * @param scratch {@link #WIDTH}
     * @return whether every sum is between 2^-500 and 2^500, and so has a relative error of no more than
     *     1e-14 + 4e-16 (|f| + |g| + |cost|) / eps
     */
    public static boolean marginals(
            double[] cost,
            int n,
            int m,
            double[] f,
            double[] g,
            double[] a,
            double[] b,
            double eps,
            double[] rowSums,
            double[] columnSums,
            double[] scratch) {
        Kernels.COUPLING.marginals(cost, n, padded(m), f, g, a, b, eps, rowSums, columnSums, scratch);
        return inRange(rowSums, n) & inRange(columnSums, m);
    }

    private static boolean inRange(double[] sums, int n) {
        boolean in = true;
        for (int i = 0; i < n; i++) {
            in &= sums[i] > LEAST & sums[i] < MOST;
        }
        for (int i = n; i < padded(n); i++) {
            sums[i] = 1;
        }
        return in;
    }

    /**
     * {@code out[i] = dual[i] - factor ln sums[i]}: with the row sums of {@link #marginals}, f, and eps for a factor, the
     * potential that the smoothed minimum over columns would give, and half way there with half of eps.
     *
     * @param sums within the range of {@link #marginals}
     * @param n how many; all arrays are padded
     * @param out may be {@code dual}
     */
    public static void descend(double[] dual, double[] sums, double factor, int n, double[] out) {
        Kernels.COUPLING.descend(dual, sums, factor, padded(n), out);
    }
}
