package assay.valuation;

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
    OWEN
}
