package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Greedy integrated variance reduction ("alc"): each pick is the candidate whose result would take most from what a Gaussian process does not
 * know about the candidates of the declared region, given the known and pending experiments and the picks before it. A candidate counts
 * by how much of the pool it explains, so lonely ones are not chased.
 *
 * <p>Several kernels make a committee: the share that a result takes from the uncertainty is averaged over them. Up to 2000 candidates
 * and known experiments the computation is exact ({@link ExactReduction}); beyond, it uses 256 inducing points ({@link InducedReduction}), fewer beyond 500,000 candidates for one kernel, 170,000 for three.
 */
final class IntegratedVariance implements Strategy {

    static final int MOST_EXACT = 2000;
    private static final int INDUCING = 256;
    private static final int FEWEST_INDUCING = 32;

    /** Features of candidates in single precision: half a gigabyte. */
    private static final int MOST_CELLS = 1 << 27;

    /** How much the uncertainty about each candidate matters. */
    @FunctionalInterface
    interface Weights {

        /** @return m numbers, not negative */
        double[] weigh(Situation situation, Seed seed);
    }

    private final String name;
    private final KernelCommittee committee;
    private final Weights weights;

    IntegratedVariance(String name, KernelCommittee committee, Weights weights) {
        this.name = name;
        this.committee = committee;
        this.weights = weights;
    }

    /** All candidates alike. */
    static double[] alike(Situation situation, Seed seed) {
        double[] ones = new double[situation.pool().size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** 256, down to 32 where the features of so many candidates, for each kernel anew, would fill the memory. */
    static int inducing(int candidates, int kernels) {
        return Math.max(FEWEST_INDUCING, Math.min(INDUCING, MOST_CELLS / kernels / candidates));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Dataset known = situation.known();
        Matrix seen = known.configurable().above(situation.pending());
        Matrix pool = situation.pool().features();
        double[] mattering = weights.weigh(situation, seed.derive("weights"));
        for (int i = 0; i < mattering.length; i++) {
            mattering[i] = situation.inRegion(i) ? mattering[i] : 0;
        }
        boolean small = pool.rows() <= MOST_EXACT && seen.rows() <= MOST_EXACT;
        List<Covariance> kernels = committee.kernels(situation, seed.derive("kernels"));
        List<VarianceReduction> members = kernels.stream()
                .map(kernel -> small
                        ? new ExactReduction(kernel, seen, pool, mattering)
                        : new InducedReduction(
                                kernel, seen, pool, mattering, inducing(pool.rows(), kernels.size()), seed))
                .toList();
        boolean everywhere = IntStream.range(0, pool.rows()).allMatch(situation::inRegion);
        return new Explained(pool.rows(), members, everywhere ? "the pool" : "the declared region");
    }

    /** The largest share of the uncertainty first, per price. */
    private final class Explained implements Preference {

        private final List<VarianceReduction> members;
        private final double[] start;
        private final boolean[] taken;
        private final String where;

        Explained(int candidates, List<VarianceReduction> members, String where) {
            this.members = members;
            this.start =
                    members.stream().mapToDouble(VarianceReduction::remaining).toArray();
            this.taken = new boolean[candidates];
            this.where = where;
        }

        private double gain(int candidate) {
            double sum = 0;
            for (int k = 0; k < start.length; k++) {
                sum += start[k] > 0 ? members.get(k).gain(candidate) / start[k] : 0;
            }
            return sum / start.length;
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    double worth = gain(i) / price.applyAsDouble(i);
                    if (worth > most && allowed.test(i)) {
                        best = i;
                        most = worth;
                    }
                }
            }
            return best < 0 ? Optional.empty() : Optional.of(new Choice(best, gain(best), reason(gain(best))));
        }

        private String reason(double gain) {
            return String.format(
                    Locale.ROOT, "takes %.1f %% of what is uncertain about %s before this batch", 100 * gain, where);
        }

        @Override
        public void take(int candidate) {
            taken[candidate] = true;
            members.forEach(member -> member.take(candidate));
        }

        @Override
        public Grounds grounds() {
            return Grounds.of(name);
        }
    }
}
