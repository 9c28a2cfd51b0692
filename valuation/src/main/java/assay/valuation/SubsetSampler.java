package assay.valuation;

import assay.acquisition.Seed;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Maximum sample reuse: sets whose size follows a given distribution, each uniform among the sets of its size. The utility of
 * a set then counts, with the weights of {@link SizeWeights}, for every experiment and for every value whose sizes occur; so
 * one stream serves Shapley, Beta, Banzhaf, AME and fixed-size values, each of which asks for its own sizes, and gets a share
 * of the stream: the distribution is the mean of theirs. A set that was drawn for one value counts for another as far as its
 * size does; what is divided by is the probability of the size in the mixture (the balance heuristic), so no weight exceeds
 * the number of values times what it would be in a stream of its own.
 *
 * <p>A piece is {@value #SETS} sets of one replicate in antithetic pairs: a size drawn at u and one at 1-u, each u from a
 * stratum of its own; the first k of a permutation, and the last k'. If sizes are symmetric the two are complements.
 */
final class SubsetSampler implements Sampler {

    /** Sets of a piece. */
    static final int SETS = 10;

    private final Utility utility;
    private final double[] probabilities;
    private final double[] cumulative;
    private final Seed seed;

    /**
     * One set: the members are the first {@code size} of {@code order}.
     *
     * @param lot a uniform number on 0 .. 1, for whoever has to draw something about the set
     */
    record Draw(int[] order, int size, double lot) {

        BitSet members() {
            BitSet members = new BitSet(order.length);
            for (int i = 0; i < size; i++) {
                members.set(order[i]);
            }
            return members;
        }
    }

    /** @param sizes distributions of sizes, each n+1 probabilities, of which a size is drawn from one by lot */
    SubsetSampler(Utility utility, List<double[]> sizes, Seed seed) {
        this.utility = utility;
        this.seed = seed.derive("subsets");
        this.probabilities = new double[sizes.get(0).length];
        this.cumulative = new double[probabilities.length];
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            for (double[] one : sizes) {
                probabilities[k] += one[k] / sizes.size();
            }
            sum += probabilities[k];
            cumulative[k] = sum;
        }
    }

    int n() {
        return probabilities.length - 1;
    }

    /** Probability that a set has size k. */
    double probability(int k) {
        return probabilities[k];
    }

    /** The sets of a piece, in order of their utilities in its result. */
    Draw[] draws(int piece) {
        RandomGenerator random = seed.derive(piece).generator();
        Draw[] draws = new Draw[SETS];
        int pairs = SETS / 2;
        double shift = random.nextDouble();
        for (int pair = 0; pair < pairs; pair++) {
            double u = (shift + pair) / SETS;
            int[] order = seed.derive(piece).derive(pair).permutation(n());
            int[] backwards = new int[n()];
            for (int i = 0; i < n(); i++) {
                backwards[i] = order[n() - 1 - i];
            }
            draws[2 * pair] = new Draw(order, size(u), random.nextDouble());
            draws[2 * pair + 1] = new Draw(backwards, size(1 - u), random.nextDouble());
        }
        return draws;
    }

    private int size(double u) {
        double level = u * cumulative[n()];
        int low = 0;
        int high = n();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public double[] evaluate(int piece, Runnable step) {
        Draw[] draws = draws(piece);
        double[] utilities = new double[SETS];
        for (int i = 0; i < SETS; i++) {
            utilities[i] = utility.of(draws[i].members(), piece);
            step.run();
        }
        return utilities;
    }

    @Override
    public int models(double[] result) {
        return SETS;
    }

    @Override
    public int mostModels() {
        return SETS;
    }

    @Override
    public String describe() {
        long hash = 0;
        for (double p : probabilities) {
            hash = 31 * hash + Double.doubleToLongBits(p);
        }
        return "subsets of sizes " + Long.toHexString(hash);
    }
}
