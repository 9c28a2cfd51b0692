package assay.acquisition.strategy;

/**
 * What Active Data Shapley lets through to be spread out.
 *
 * @param share of the candidates, those of the highest expected value, &gt; 0 and at most 1. The paper takes 0.3 of small pools, 0.2 of
 *     middling and 0.1 of large ones. At least twice the batch is let through
 * @param neighbours that a candidate takes its value from, at least 1; the paper does not say how many
 */
public record Preselection(double share, int neighbours) {

    /** Three of ten, as in the paper for its smallest pool, by five neighbours. */
    public static final Preselection DEFAULT = new Preselection(0.3, 5);

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

    public Preselection withShare(double other) {
        return new Preselection(other, neighbours);
    }

    public Preselection withNeighbours(int other) {
        return new Preselection(share, other);
    }
}
