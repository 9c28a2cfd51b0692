package assay.acquisition.strategy;

/**
 * What Active Data Shapley lets through to be spread out.
 *
 * @param within where the highest expected values are looked for
 * @param share of the candidates, those of the highest expected value, &gt; 0 and at most 1. The paper takes 0.3 of small pools, 0.2 of
 *     middling and 0.1 of large ones. At least twice the batch is let through
 * @param neighbours that a candidate takes its value from, at least 1; the paper does not say how many
 */
public record Preselection(Within within, double share, int neighbours) {

    /** Where a candidate has to be among the highest. */
    public enum Within {
        /**
         * Among the candidates that have the same nearest known experiment. So every part of the pool is left to be spread out over: with a share of
         * 0.1 as accurate as with the whole pool, where the pool is sound.
         */
        CELL,
        /** In the whole pool, as in the paper: for a pool that is full of junk, if values tell it. */
        POOL
    }

    /** Three of ten of every cell, as in the paper for its smallest pool, by five neighbours. */
    public static final Preselection DEFAULT = new Preselection(Within.CELL, 0.3, 5);

    /** Checks all bounds. */
    public Preselection {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the preselected share (%s) must be above 0 and at most 1. Maybe 0.3?".formatted(share));
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours (%d) must be at least 1".formatted(neighbours));
        }
    }

    public Preselection withWithin(Within other) {
        return new Preselection(other, share, neighbours);
    }

    public Preselection withShare(double other) {
        return new Preselection(within, other, neighbours);
    }

    public Preselection withNeighbours(int other) {
        return new Preselection(within, share, other);
    }
}
