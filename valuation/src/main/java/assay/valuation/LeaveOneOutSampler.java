package assay.valuation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All experiments, and all but one, with the random numbers in common: {@code repeats} times n + 1 trainings. A piece is {@value
 * #ROWS} rows of one repeat. A result holds the utility of all, then those without each row.
 */
final class LeaveOneOutSampler implements Sampler {

    private static final int ROWS = 16;

    private final Utility utility;
    private final int n;
    private final int repeats;
    private final int chunks;

    LeaveOneOutSampler(Utility utility, int n, int repeats) {
        this.utility = utility;
        this.n = n;
        this.repeats = repeats;
        this.chunks = (n + ROWS - 1) / ROWS;
    }

    int n() {
        return n;
    }

    /** The first row of a piece. */
    int firstRow(int piece) {
        return piece % chunks * ROWS;
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        int repeat = piece / chunks;
        int from = firstRow(piece);
        double[] result = new double[1 + Math.min(ROWS, n - from)];
        BitSet members = new BitSet(n);
        members.set(0, n);
        result[0] = utility.of(members, repeat);
        if (from == 0) {
            step.run();
        }
        for (int i = 1; i < result.length; i++) {
            members.clear(from + i - 1);
            result[i] = utility.of(members, repeat);
            members.set(from + i - 1);
            step.run();
        }
        return result;
    }

    /** Leaves the set of all rows out, which is evaluated once a repeat and remembered between pieces. */
    @Override
    public int models(double[] result) {
        return result.length - 1;
    }

    @Override
    public int mostModels() {
        return ROWS;
    }

    @Override
    public int mostPieces() {
        return repeats * chunks;
    }

    @Override
    public String describe() {
        return "leave one out";
    }

    /** What each row of a piece adds to all others. */
    static double[] added(double[] result) {
        return Arrays.stream(result, 1, result.length)
                .map(without -> result[0] - without)
                .toArray();
    }
}
