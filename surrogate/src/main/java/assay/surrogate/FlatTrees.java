package assay.surrogate;

import assay.kernels.Trees;
import java.util.Arrays;
import java.util.List;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.regression.RegressionTree;

/**
 * Smile's regression trees as flat arrays, which predict the same bits many times faster. Smile does not tell where a node
 * splits, but it does tell to which side a row goes: the threshold is the largest number that goes to the side of small ones,
 * found by halving the doubles, 64 questions a node.
 */
final class FlatTrees {

    private final double[] row;
    private final Tuple asked;
    private int[] feature = new int[64];
    private double[] threshold = new double[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private double[] value = new double[64];
    private int size;

    private FlatTrees(StructType schema) {
        this.row = new double[schema.length()];
        this.asked = Tuple.of(row, schema);
    }

    /** @param trees at least one, of one schema, all of whose columns are numbers */
    static Trees of(List<RegressionTree> trees) {
        FlatTrees flat = new FlatTrees(trees.get(0).schema());
        int[] roots = trees.stream().mapToInt(tree -> flat.add(tree.root())).toArray();
        return new Trees(
                Arrays.copyOf(flat.feature, flat.size),
                Arrays.copyOf(flat.threshold, flat.size),
                Arrays.copyOf(flat.left, flat.size),
                Arrays.copyOf(flat.right, flat.size),
                Arrays.copyOf(flat.value, flat.size),
                roots);
    }

    private int add(Node node) {
        int at = size++;
        if (at == value.length) {
            feature = Arrays.copyOf(feature, 2 * at);
            threshold = Arrays.copyOf(threshold, 2 * at);
            left = Arrays.copyOf(left, 2 * at);
            right = Arrays.copyOf(right, 2 * at);
            value = Arrays.copyOf(value, 2 * at);
        }
        if (node instanceof InternalNode split) {
            feature[at] = split.feature();
            threshold[at] = threshold(split);
            int small = add(split.trueChild());
            int large = add(split.falseChild());
            left[at] = small;
            right[at] = large;
        } else {
            value[at] = ((RegressionNode) node).output();
            left[at] = at;
            right[at] = at;
        }
        return at;
    }

    private double threshold(InternalNode split) {
        long goes = ordered(Double.NEGATIVE_INFINITY);
        long stays = ordered(Double.POSITIVE_INFINITY);
        while (goes + 1 < stays) {
            long middle = (goes >> 1) + (stays >> 1) + (goes & stays & 1);
            row[split.feature()] = number(middle);
            if (split.branch(asked)) {
                goes = middle;
            } else {
                stays = middle;
            }
        }
        return number(goes);
    }

    /** Integers in the order of the doubles, -0 before 0. */
    private static long ordered(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits >= 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered >= 0 ? ordered : ordered ^ Long.MAX_VALUE);
    }
}
