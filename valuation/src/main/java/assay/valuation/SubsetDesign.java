package assay.valuation;

import java.util.BitSet;

/**
 * The design of a regression of utilities on membership: one row a set, one column an experiment; in a row all members have
 * one number and all others another. One bit a cell. Immutable.
 */
final class SubsetDesign {

    private final int rows;
    private final BitSet[] members;
    private final double[] inside;
    private final double[] outside;

    /**
     * @param members per column the rows whose set has the experiment; not copied
     * @param inside per row the number of members
     * @param outside per row the number of the others
     */
    SubsetDesign(BitSet[] members, double[] inside, double[] outside) {
        this.rows = inside.length;
        this.members = members;
        this.inside = inside;
        this.outside = outside;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return members.length;
    }

    /** Writes a column out: {@code column} receives one number a row. */
    void read(int j, double[] column) {
        System.arraycopy(outside, 0, column, 0, rows);
        for (int row = members[j].nextSetBit(0); row >= 0; row = members[j].nextSetBit(row + 1)) {
            column[row] = inside[row];
        }
    }
}
