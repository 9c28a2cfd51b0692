package assay.valuation;

import assay.acquisition.Seed;
import java.util.BitSet;

/**
 * For each experiment one coalition a piece, uniform among those of its size; the sizes of a piece are those of a permutation,
 * so each occurs once. A result holds the utility without and with each experiment, row by row: 2 n trainings.
 */
final class StratifiedSampler implements MarginalSampler {

    private final Utility utility;
    private final int n;
    private final Seed seed;

    StratifiedSampler(Utility utility, int n, Seed seed) {
        this.utility = utility;
        this.n = n;
        this.seed = seed.derive("strata");
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        int[] sizes = sizes(piece);
        double[] result = new double[2 * n];
        for (int row = 0; row < n; row++) {
            BitSet members = new BitSet(n);
            for (int other : seed.derive(piece).derive(row).permutation(n)) {
                if (other != row && members.cardinality() < sizes[row]) {
                    members.set(other);
                }
            }
            result[2 * row] = utility.of(members, piece);
            step.run();
            members.set(row);
            result[2 * row + 1] = utility.of(members, piece);
            step.run();
        }
        return result;
    }

    private int[] sizes(int piece) {
        return seed.derive(piece).permutation(n);
    }

    @Override
    public int n() {
        return n;
    }

    @Override
    public int joins() {
        return 1;
    }

    @Override
    public void read(int piece, double[] result, Sink sink) {
        int[] sizes = sizes(piece);
        for (int row = 0; row < n; row++) {
            sink.accept(row, sizes[row], result[2 * row + 1] - result[2 * row]);
        }
    }

    @Override
    public int models(double[] result) {
        return result.length;
    }

    @Override
    public int mostModels() {
        return 2 * n;
    }

    @Override
    public String describe() {
        return "strata";
    }
}
