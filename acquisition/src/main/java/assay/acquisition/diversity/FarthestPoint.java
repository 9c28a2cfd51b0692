package assay.acquisition.diversity;

import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Greedy k-center: again and again the candidate that is farthest from everything known or picked so far (Gonzalez, 1985;
 * CoreSet of Sener and Savarese, ICLR 2018). The largest remaining distance is at most twice the best possible.
 *
 * <p>Euclidean distance in encoded features; equally far candidates in pool order. O((known + picks) m d) time, O(m)
 * memory. Mutable: lives within one method.
 */
public final class FarthestPoint {

    private final int dimensions;
    private final double[] pool;
    private final double[] squaredDistance;
    private final boolean[] picked;

    /**
     * @param covered known experiments, l x d; they may be none
     * @param pool candidates, m x d
     */
    public FarthestPoint(Matrix covered, Matrix pool) {
        if (covered.rows() > 0 && covered.columns() != pool.columns()) {
            throw new IllegalArgumentException("known experiments have %d features but candidates have %d"
                    .formatted(covered.columns(), pool.columns()));
        }
        this.dimensions = pool.columns();
        this.pool = pool.toArray();
        this.squaredDistance = new double[pool.rows()];
        this.picked = new boolean[pool.rows()];
        Arrays.fill(squaredDistance, Double.POSITIVE_INFINITY);
        double[] known = covered.toArray();
        for (int row = 0; row < covered.rows(); row++) {
            cover(known, row);
        }
    }

    private void cover(double[] centers, int row) {
        for (int i = 0; i < squaredDistance.length; i++) {
            double distance = Distances.squared(pool, i, centers, row, dimensions);
            squaredDistance[i] = Math.min(squaredDistance[i], distance);
        }
    }

    /** Distance of a candidate to the nearest known or picked experiment; infinite if there is none. */
    public double distance(int candidate) {
        return Math.sqrt(squaredDistance[candidate]);
    }

    /**
     * A candidate that was picked.
     *
     * @param candidate position in the pool
     * @param distance how far it was from everything known or picked before
     */
    public record Gap(int candidate, double distance) {}

    /** Picks the farthest candidate that is allowed and not picked yet; empty if there is none. */
    public Optional<Gap> pick(IntPredicate allowed) {
        int farthest = -1;
        for (int i = 0; i < squaredDistance.length; i++) {
            if (!picked[i] && (farthest < 0 || squaredDistance[i] > squaredDistance[farthest]) && allowed.test(i)) {
                farthest = i;
            }
        }
        if (farthest < 0) {
            return Optional.empty();
        }
        Gap gap = new Gap(farthest, distance(farthest));
        picked[farthest] = true;
        cover(pool, farthest);
        return Optional.of(gap);
    }
}
