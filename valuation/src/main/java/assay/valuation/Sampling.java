package assay.valuation;

import assay.acquisition.Seed;
import java.util.List;

/** How the sets are drawn from which a semivalue is estimated. All are unbiased, but for truncation. */
public enum Sampling {
    /**
     * Sets drawn by size, each of which counts for all experiments, members and others ({@link SubsetSampler}): the choice
     * where a training is noisy, since a permutation learns something about one experiment from a training, and this about all.
     */
    SUBSETS,
    /** Permutations, whose prefixes grow one experiment at a time: truncated, as in the paper of Data Shapley. */
    PERMUTATION,
    /** A permutation, and the same backwards. */
    ANTITHETIC,
    /** For each experiment one coalition, every size once in n: two trainings an experiment, or 2 n a round. */
    STRATIFIED,
    /** Coalitions that others join with a probability drawn first, and their complements: 2 (n + 1) trainings a round. */
    OWEN;

    /**
     * Draws sets of n players.
     *
     * @param sizes of sets drawn by size, as {@link SubsetSampler} takes them
     * @param tolerance of permutations, as {@link PermutationSampler} takes it
     */
    Sampler sampler(Utility game, int n, List<double[]> sizes, double tolerance, Seed seed) {
        return switch (this) {
            case SUBSETS -> new SubsetSampler(game, sizes, seed);
            case PERMUTATION -> new PermutationSampler(game, n, 1, tolerance, seed);
            case ANTITHETIC -> new PermutationSampler(game, n, 2, tolerance, seed);
            case STRATIFIED -> new StratifiedSampler(game, n, seed);
            case OWEN -> new OwenSampler(game, n, seed);
        };
    }
}
