package assay.valuation;

import assay.acquisition.Seed;
import java.util.BitSet;

/** Games whose values are known by hand or by enumeration. */
final class Games {

    private Games() {}

    /** A coalition pays for its longest runway. Littlechild and Owen, Management Science 20(3), 1973. */
    static Utility airport(double... costs) {
        return (members, replicate) ->
                members.stream().mapToDouble(i -> costs[i]).max().orElse(0);
    }

    /** 1 if the votes of a coalition exceed the quota. */
    static Utility voting(double quota, double... votes) {
        return (members, replicate) ->
                members.stream().mapToDouble(i -> votes[i]).sum() > quota ? 1 : 0;
    }

    /** Every experiment is worth its own number, whoever else is there. */
    static Utility additive(double... worths) {
        return (members, replicate) ->
                members.stream().mapToDouble(i -> worths[i]).sum();
    }

    /** A uniform number for every coalition, independent of all others; none for no members. */
    static Utility random(Seed seed) {
        return (members, replicate) -> members.isEmpty()
                ? 0.3
                : seed.derive(members.toString()).generator().nextDouble();
    }

    /** Adds Gaussian noise of a replicate, partly common to all coalitions. */
    static Utility noisy(Utility game, double common, double own, Seed seed) {
        return (members, replicate) -> game.of(members, replicate)
                + seed.derive(replicate).generator().nextGaussian(0, common)
                + seed.derive(replicate).derive(members.toString()).generator().nextGaussian(0, own);
    }

    /** The value of a player by all coalitions of the others: the sum of (their weight by size) x (what the player adds). */
    static double[] enumerate(Utility game, double[] coalitions) {
        int n = coalitions.length;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            for (long bits = 0; bits < 1L << n; bits++) {
                if ((bits >> i & 1) == 0) {
                    int size = Long.bitCount(bits);
                    double weight = Math.exp(coalitions[size]) / choose(n - 1, size);
                    values[i] += weight * (of(game, bits | 1L << i) - of(game, bits));
                }
            }
        }
        return values;
    }

    static double of(Utility game, long bits) {
        return game.of(BitSet.valueOf(new long[] {bits}), 0);
    }

    static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }
}
