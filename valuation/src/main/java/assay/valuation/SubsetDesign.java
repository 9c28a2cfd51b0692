package assay.valuation;

import assay.kernels.Subsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The design of a regression of utilities on membership: one row a set, one column an experiment; in a row all members have
 * one number and all others another. One bit a cell. Immutable.
 */
final class SubsetDesign {

    private final int rows;
    private final long[][] members;
    private final double[] inside;
    private final double[] outside;

    /**
     * @param members per column the rows whose set has the experiment
     * @param inside per row the number of members
     * @param outside per row the number of the others
     */
    SubsetDesign(BitSet[] members, double[] inside, double[] outside) {
        this.rows = inside.length;
        this.members = new long[members.length][];
        Arrays.setAll(this.members, j -> Arrays.copyOf(members[j].toLongArray(), Subsets.words(rows)));
        this.inside = inside;
        this.outside = outside;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return members.length;
    }

    /** The rows whose set has an experiment, as {@link Subsets} has it; not a copy. */
    long[] members(int j) {
        return members[j];
    }

    /** Per row the number of experiments that are not in the set, padded by 0 to the length of {@link #members}. */
    double[] outside() {
        return Arrays.copyOf(outside, Subsets.padded(rows));
    }

    /** Per row what membership adds to that number, padded alike. */
    double[] difference() {
        double[] difference = outside();
        for (int row = 0; row < rows; row++) {
            difference[row] = inside[row] - outside[row];
        }
        return difference;
    }
}
