package assay.acquisition.strategy;

import assay.kernels.Distances;

/** The nearest of some points. */
final class Nearest {

    private Nearest() {}

    /**
     * Rows that are nearest to a query, nearest first; of equally near ones the first. O(n d + n k).
     *
     * @param points n x d
     * @param queries any x d
     * @param k 1 .. n
     */
    static int[] of(double[] points, int n, double[] queries, int query, int d, int k) {
        int[] nearest = new int[k];
        double[] distances = new double[k];
        int found = 0;
        for (int row = 0; row < n; row++) {
            double distance = Distances.squared(points, row, queries, query, d);
            int at = found;
            while (at > 0 && distances[at - 1] > distance) {
                at--;
            }
            if (at < k) {
                int last = Math.min(found, k - 1);
                System.arraycopy(nearest, at, nearest, at + 1, last - at);
                System.arraycopy(distances, at, distances, at + 1, last - at);
                nearest[at] = row;
                distances[at] = distance;
                found = Math.min(k, found + 1);
            }
        }
        return nearest;
    }
}
