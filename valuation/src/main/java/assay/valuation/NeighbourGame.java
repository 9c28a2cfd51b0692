package assay.valuation;

/**
 * The Shapley values of the known experiments for the prediction of one holdout row by its nearest neighbours. Utilities
 * are means over several K, and Shapley values are linear in the utility: all K share one pass. Immutable and thread-safe.
 */
abstract class NeighbourGame {

    /**
     * Adds the values for one holdout row.
     *
     * @param nearest rows of the n known experiments, nearest first
     * @param target of the holdout row
     * @param sums of row r: the value is added to element 2 r, its square to element 2 r + 1
     */
    abstract void add(int[] nearest, double target, double[] sums);

    static void put(double value, int row, double[] sums) {
        sums[2 * row] += value;
        sums[2 * row + 1] += value * value;
    }
}
