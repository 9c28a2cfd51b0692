package assay.kernels;

import java.util.Arrays;

/**
 * A forest of binary decision trees, made for many rows. A row goes left where {@code x[feature] <= threshold} and right
 * elsewhere, NaN included; a leaf is its own left and right child. Immutable and thread-safe.
 *
 * <p>Numbers are first replaced by how many of the forest's thresholds for their feature lie below them, which decides every
 * comparison as the numbers do. So a node fits into one integer of 64 bits, and its children are neighbours: going down a level is
 * two loads and no branch.
 */
public final class Trees {

    /** Rows that descend together, so that their waits for memory overlap, and in whose ranks there is no cache miss. */
    private static final int BLOCK = 256;

    // A node: its left child, the right one being the next; its feature; the rank of its threshold.
    private static final int CHILD = 40;
    private static final int FEATURE = 24;
    private static final int FEATURES = 0xffff;
    private static final int RANKS = 0xffffff;

    private final int features;
    private final double[][] thresholds;
    private final long[] nodes;
    private final double[] values;
    private final int[] roots;
    private final int[] depths;

    /**
     * Any number of trees over one set of nodes.
     *
     * @param feature column a node asks for, below 65536; of a leaf, any column there is
     * @param threshold of each node, not NaN
     * @param left child of each node
     * @param right child of each node
     * @param value of each node, used at leaves
     * @param roots one node for each tree
     */
    public Trees(int[] feature, double[] threshold, int[] left, int[] right, double[] value, int[] roots) {
        Layout layout = new Layout(feature, threshold, left, right, value, roots.length);
        this.roots = new int[roots.length];
        this.depths = new int[roots.length];
        for (int tree = 0; tree < roots.length; tree++) {
            this.roots[tree] = layout.size;
            layout.size++;
            depths[tree] = Math.max(1, layout.place(roots[tree], this.roots[tree], 0));
        }
        this.features = layout.thresholds.length;
        this.thresholds = layout.thresholds;
        this.nodes = Arrays.copyOf(layout.nodes, layout.size);
        this.values = Arrays.copyOf(layout.values, layout.size);
    }

    /** Nodes in their new places. */
    private static final class Layout {

        private final int[] feature;
        private final double[] threshold;
        private final int[] left;
        private final int[] right;
        private final double[] value;
        private final double[][] thresholds;
        private long[] nodes;
        private double[] values;
        private int size;

        Layout(int[] feature, double[] threshold, int[] left, int[] right, double[] value, int trees) {
            this.feature = feature;
            this.threshold = threshold;
            this.left = left;
            this.right = right;
            this.value = value;
            this.nodes = new long[value.length + trees];
            this.values = new double[value.length + trees];
            int features = Arrays.stream(feature).max().orElse(0) + 1;
            if (features > FEATURES || value.length + trees > RANKS) {
                throw new IllegalArgumentException(
                        "%d features and %d nodes are more than the %d and %d that fit into a node"
                                .formatted(features, value.length, FEATURES, RANKS - trees));
            }
            int[] counts = new int[features];
            for (int node = 0; node < value.length; node++) {
                counts[feature[node]] += isLeaf(node) ? 0 : 1;
            }
            double[][] all = new double[features][];
            Arrays.setAll(all, f -> new double[counts[f]]);
            for (int node = 0; node < value.length; node++) {
                if (!isLeaf(node)) {
                    all[feature[node]][--counts[feature[node]]] = threshold[node] + 0.0;
                }
            }
            Arrays.setAll(all, f -> Arrays.stream(all[f]).sorted().distinct().toArray());
            this.thresholds = all;
        }

        private boolean isLeaf(int node) {
            return left[node] == node && right[node] == node;
        }

        /** Puts a node into a place and its children behind all others; how many levels there are below it. */
        int place(int node, int at, int above) {
            if (above > value.length) {
                throw new IllegalArgumentException(
                        "the tree through node %d never ends. Maybe a leaf is not its own child?".formatted(node));
            }
            if (isLeaf(node)) {
                nodes[at] = (long) at << CHILD | RANKS;
                values[at] = value[node];
                return 0;
            }
            int children = size;
            size += 2;
            if (size > nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            int rank = Arrays.binarySearch(thresholds[feature[node]], threshold[node] + 0.0);
            nodes[at] = (long) children << CHILD | (long) feature[node] << FEATURE | rank;
            return 1 + Math.max(place(left[node], children, above + 1), place(right[node], children + 1, above + 1));
        }
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
        int[] ranks = new int[BLOCK * features];
        int[] reached = new int[BLOCK];
        int[] under = new int[BLOCK];
        for (int from = 0; from < rows; from += BLOCK) {
            int n = Math.min(BLOCK, rows - from);
            rank(x, from, n, columns, ranks);
            for (int tree = 0; tree < roots.length; tree++) {
                descend(tree, ranks, n, reached, under);
                for (int i = 0; i < n; i++) {
                    out[from + i] += values[reached[i]];
                }
            }
        }
    }

    /**
     * The prediction of every tree.
     *
     * @param x rows x columns
     * @param out receives trees x rows values
     */
    public void each(double[] x, int rows, int columns, double[] out) {
        int[] ranks = new int[BLOCK * features];
        int[] reached = new int[BLOCK];
        int[] under = new int[BLOCK];
        for (int from = 0; from < rows; from += BLOCK) {
            int n = Math.min(BLOCK, rows - from);
            rank(x, from, n, columns, ranks);
            for (int tree = 0; tree < roots.length; tree++) {
                descend(tree, ranks, n, reached, under);
                for (int i = 0; i < n; i++) {
                    out[tree * rows + from + i] = values[reached[i]];
                }
            }
        }
    }

    private void rank(double[] x, int from, int n, int columns, int[] ranks) {
        for (int f = 0; f < features; f++) {
            double[] own = thresholds[f];
            for (int i = 0; i < n && own.length > 0; i++) {
                double number = x[(from + i) * columns + f];
                ranks[i * features + f] = Double.isNaN(number) ? own.length : below(own, number);
            }
        }
    }

    /** How many sorted thresholds, at least one, are smaller than a number: halving without a branch that has to be guessed. */
    private static int below(double[] sorted, double number) {
        int base = 0;
        int n = sorted.length;
        while (n > 1) {
            int half = n >>> 1;
            base = sorted[base + half - 1] < number ? base + half : base;
            n -= half;
        }
        return sorted[base] < number ? base + 1 : base;
    }

    /** The leaf of each row: eight rows at a time for a few levels, then those that have not arrived, again and again. */
    private void descend(int tree, int[] ranks, int n, int[] reached, int[] under) {
        int root = roots[tree];
        int levels = depths[tree];
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            int row = i * features;
            int n0 = root;
            int n1 = root;
            int n2 = root;
            int n3 = root;
            int n4 = root;
            int n5 = root;
            int n6 = root;
            int n7 = root;
            for (int level = 0; level < levels; level++) {
                n0 = next(n0, ranks, row);
                n1 = next(n1, ranks, row + features);
                n2 = next(n2, ranks, row + 2 * features);
                n3 = next(n3, ranks, row + 3 * features);
                n4 = next(n4, ranks, row + 4 * features);
                n5 = next(n5, ranks, row + 5 * features);
                n6 = next(n6, ranks, row + 6 * features);
                n7 = next(n7, ranks, row + 7 * features);
            }
            reached[i] = n0;
            reached[i + 1] = n1;
            reached[i + 2] = n2;
            reached[i + 3] = n3;
            reached[i + 4] = n4;
            reached[i + 5] = n5;
            reached[i + 6] = n6;
            reached[i + 7] = n7;
        }
        for (; i < n; i++) {
            int node = root;
            for (int level = 0; level < levels; level++) {
                node = next(node, ranks, i * features);
            }
            reached[i] = node;
        }
    }

    private int next(int node, int[] ranks, int row) {
        long word = nodes[node];
        int rank = ranks[row + (int) (word >>> FEATURE & FEATURES)];
        return (int) (word >>> CHILD) + ((int) (word & RANKS) - rank >>> 31);
    }
}
