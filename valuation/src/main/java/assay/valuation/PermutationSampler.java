package assay.valuation;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Truncated Monte Carlo: experiments join one after the other in the order of a permutation.
 *
 * <p>Ghorbani and Zou, "Data Shapley", ICML 2019. A permutation is cut off after {@value #PATIENCE} prefixes in a row whose
 * utility is within {@code tolerance} of that of all experiments; the rest is taken to add nothing. We differ from the
 * authors' code in that the tolerance is relative to the distance between the utilities of all and of no experiments, of the
 * same replicate, and not to the utility itself, whose zero is arbitrary; and from OpenDataVal, whose running sum has a sign.
 * Tolerance 0 cuts nothing off. Antithetic: each permutation also runs backwards.
 *
 * <p>A result holds the utilities of all and of none, then for each order their number and those of the prefixes of 1, 2, ..
 */
final class PermutationSampler implements MarginalSampler {

    private static final int PATIENCE = 5;

    private final Utility utility;
    private final int n;
    private final int orders;
    private final double tolerance;
    private final Seed seed;

    /** @param orders 1, or 2 for antithetic permutations */
    PermutationSampler(Utility utility, int n, int orders, double tolerance, Seed seed) {
        this.utility = utility;
        this.n = n;
        this.orders = orders;
        this.tolerance = tolerance;
        this.seed = seed.derive("permutations");
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        double[] result = new double[2 + orders * n];
        BitSet members = new BitSet(n);
        result[1] = utility.of(members, piece);
        members.set(0, n);
        result[0] = utility.of(members, piece);
        step.run();
        int end = 2;
        for (int which = 0; which < orders; which++) {
            int evaluated = prefixes(order(piece, which), piece, result, end + 1, step);
            result[end] = evaluated;
            end += 1 + evaluated;
        }
        return Arrays.copyOf(result, end);
    }

    /** Evaluates prefixes of 1 .. n-1, until they are cut off. */
    private int prefixes(int[] order, int piece, double[] result, int from, Runnable step) {
        double close = tolerance * Math.abs(result[0] - result[1]);
        BitSet members = new BitSet(n);
        int inARow = 0;
        int count = 0;
        while (count < n - 1 && inARow < PATIENCE) {
            members.set(order[count]);
            double prefix = utility.of(members, piece);
            result[from + count] = prefix;
            inARow = tolerance > 0 && Math.abs(result[0] - prefix) <= close ? inARow + 1 : 0;
            count++;
            step.run();
        }
        return count;
    }

    private int[] order(int piece, int which) {
        int[] order = seed.derive(piece).permutation(n);
        if (which == 0) {
            return order;
        }
        int[] backwards = new int[n];
        for (int i = 0; i < n; i++) {
            backwards[i] = order[n - 1 - i];
        }
        return backwards;
    }

    @Override
    public int n() {
        return n;
    }

    @Override
    public int joins() {
        return orders;
    }

    @Override
    public void read(int piece, double[] result, Sink sink) {
        int at = 2;
        for (int which = 0; which < orders; which++) {
            int[] order = order(piece, which);
            int count = (int) result[at];
            double before = result[1];
            for (int size = 0; size < count; size++) {
                double after = result[at + 1 + size];
                sink.accept(order[size], size, after - before);
                before = after;
            }
            if (count == n - 1) {
                sink.accept(order[n - 1], n - 1, result[0] - before);
            }
            at += 1 + count;
        }
    }

    @Override
    public int models(double[] result) {
        return result.length - 1 - orders;
    }

    @Override
    public int mostModels() {
        return 1 + orders * (n - 1);
    }

    @Override
    public String describe() {
        return "%d orders per permutation, tolerance %s".formatted(orders, tolerance);
    }
}
