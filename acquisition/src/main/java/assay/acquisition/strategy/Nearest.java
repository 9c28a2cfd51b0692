package assay.acquisition.strategy;

import assay.kernels.Distances;
import java.util.Arrays;

/** The nearest of some points. */
final class Nearest {

    /** So many queries at a time share what is read of the points. */
    private static final int BLOCK = 16;

    private Nearest() {}

    /**
     * For each query the rows that are nearest to it, nearest first; of equally near ones the first. O(m n d), with BLOCK n distances
     * at a time.
     *
     * @param points n x d
     * @param queries m x d
     * @param k 1 .. n
     * @return m x k
     */
    static int[][] of(double[] points, int n, double[] queries, int m, int d, int k) {
        double[] columns = new double[d * n];
        Distances.transpose(points, n, d, columns);
        double[] distances = new double[Math.min(m, BLOCK) * n];
        int[][] nearest = new int[m][];
        for (int first = 0; first < m; first += BLOCK) {
            int count = Math.min(m - first, BLOCK);
            double[] block = Arrays.copyOfRange(queries, first * d, (first + count) * d);
            Distances.squaredToColumns(block, count, columns, n, d, distances);
            for (int i = 0; i < count; i++) {
                nearest[first + i] = smallest(distances, i * n, n, k);
            }
        }
        return nearest;
    }

    private static int[] smallest(double[] distances, int from, int n, int k) {
        int[] rows = new int[k];
        double[] best = new double[k];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        int found = 0;
        for (int row = 0; row < n; row++) {
            double distance = distances[from + row];
            if (found == k && !(distance < best[k - 1])) {
                continue;
            }
            int at = Math.min(found, k - 1);
            while (at > 0 && best[at - 1] > distance) {
                best[at] = best[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            best[at] = distance;
            rows[at] = row;
            found = Math.min(k, found + 1);
        }
        return rows;
    }
}
