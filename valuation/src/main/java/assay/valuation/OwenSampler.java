package assay.valuation;

import assay.acquisition.Seed;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Owen, "Multilinear Extensions of Games", Management Science 18(5), 1972: Shapley's value is the mean of what an experiment
 * adds when each other one has joined with probability p, over p uniform on 0 .. 1. A piece draws p, a set, and takes the set
 * and its complement; for each of the two, every experiment joins or leaves. The size of the others is then uniform as well, so
 * that the same sets serve other semivalues. A result holds for both sets their utility and those of the n sets that differ
 * by one experiment: 2 (n + 1) trainings.
 */
final class OwenSampler implements MarginalSampler {

    private final Utility utility;
    private final int n;
    private final Seed seed;

    OwenSampler(Utility utility, int n, Seed seed) {
        this.utility = utility;
        this.n = n;
        this.seed = seed.derive("owen");
    }

    private BitSet drawn(int piece, int which) {
        RandomGenerator random = seed.derive(piece).generator();
        double p = random.nextDouble();
        BitSet members = new BitSet(n);
        for (int row = 0; row < n; row++) {
            members.set(row, random.nextDouble() < p);
        }
        if (which == 1) {
            members.flip(0, n);
        }
        return members;
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        double[] result = new double[2 * (n + 1)];
        for (int which = 0; which < 2; which++) {
            BitSet members = drawn(piece, which);
            for (int row = -1; row < n; row++) {
                if (row >= 0) {
                    members.flip(row);
                }
                result[which * (n + 1) + row + 1] = utility.of(members, piece);
                if (row >= 0) {
                    members.flip(row);
                }
                step.run();
            }
        }
        return result;
    }

    @Override
    public int n() {
        return n;
    }

    @Override
    public int joins() {
        return 2;
    }

    @Override
    public void read(int piece, double[] result, Sink sink) {
        for (int which = 0; which < 2; which++) {
            BitSet members = drawn(piece, which);
            double base = result[which * (n + 1)];
            for (int row = 0; row < n; row++) {
                double other = result[which * (n + 1) + row + 1];
                boolean inside = members.get(row);
                sink.accept(row, members.cardinality() - (inside ? 1 : 0), inside ? base - other : other - base);
            }
        }
    }

    @Override
    public int models(double[] result) {
        return result.length;
    }

    @Override
    public int mostModels() {
        return 2 * (n + 1);
    }

    @Override
    public String describe() {
        return "owen";
    }
}
