package assay.kernels;

import java.util.Arrays;

/**
 * A forest of binary decision trees in flat arrays, made for many rows. A row goes left where
 * {@code x[feature] <= threshold} and right elsewhere, NaN included; a leaf is its own left and right child. Immutable,
 * but it shares the arrays it is given.
 */
public final class Trees {

    private final int[] feature;
    private final double[] threshold;
    private final int[] left;
    private final int[] right;
    private final double[] value;
    private final int[] roots;
    private final int[] depths;

    /**
     * Any number of trees over one set of nodes.
     *
     * @param feature column a node asks for; of a leaf, any column there is
     * @param threshold of each node
     * @param left child of each node
     * @param right child of each node
     * @param value of each node, used at leaves
     * @param roots one node for each tree
     */
    public Trees(int[] feature, double[] threshold, int[] left, int[] right, double[] value, int[] roots) {
        this.feature = feature;
        this.threshold = threshold;
        this.left = left;
        this.right = right;
        this.value = value;
        this.roots = roots;
        this.depths = Arrays.stream(roots).map(root -> depth(root, 0)).toArray();
    }

    private int depth(int node, int above) {
        if (above > value.length) {
            throw new IllegalArgumentException(
                    "the tree through node %d never ends. Maybe a leaf is not its own child?".formatted(node));
        }
        boolean leaf = left[node] == node && right[node] == node;
        return leaf ? above : Math.max(depth(left[node], above + 1), depth(right[node], above + 1));
    }

    /** How many trees there are. */
    public int size() {
        return roots.length;
    }

    /**
     * Adds the predictions of all trees, first tree first.
     *
     * @param x rows x columns
     * @param out receives rows sums
     */
    public void sum(double[] x, int rows, int columns, double[] out) {
        Arrays.fill(out, 0, rows, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            add(tree, x, rows, columns, out);
        }
    }

    /**
     * Adds the predictions of one tree. Four rows descend together for the depth of the tree, without a branch, so that
     * their cache misses overlap.
     *
     * @param x rows x columns
     * @param out rows values, added to
     */
    public void add(int tree, double[] x, int rows, int columns, double[] out) {
        int root = roots[tree];
        int depth = depths[tree];
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            int row = i * columns;
            int n0 = root;
            int n1 = root;
            int n2 = root;
            int n3 = root;
            for (int level = 0; level < depth; level++) {
                n0 = next(n0, x, row);
                n1 = next(n1, x, row + columns);
                n2 = next(n2, x, row + 2 * columns);
                n3 = next(n3, x, row + 3 * columns);
            }
            out[i] += value[n0];
            out[i + 1] += value[n1];
            out[i + 2] += value[n2];
            out[i + 3] += value[n3];
        }
        for (; i < rows; i++) {
            int node = root;
            for (int level = 0; level < depth; level++) {
                node = next(node, x, i * columns);
            }
            out[i] += value[node];
        }
    }

    private int next(int node, double[] x, int row) {
        int l = left[node];
        int r = right[node];
        return x[row + feature[node]] <= threshold[node] ? l : r;
    }
}
