package assay.acquisition.diversity;

import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Greedy k-center: again and again the candidate that is farthest from everything known or taken so far (Gonzalez, 1985;
 * CoreSet of Sener and Savarese, ICLR 2018). The largest remaining distance is at most twice the best possible.
 *
 * <p>Euclidean distance in encoded features; equally far candidates in pool order. O((known + taken) m d) time, O(m)
 * memory. Mutable: lives within one method.
 */
public final class FarthestPoint {

    private final int dimensions;
    private final double[] pool;
    private final double[] squaredDistance;
    private final boolean[] taken;

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
        this.taken = new boolean[pool.rows()];
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

    /** Distance of a candidate to the nearest known or taken experiment; infinite if there is none. */
    public double distance(int candidate) {
        return Math.sqrt(squaredDistance[candidate]);
    }

    /**
     * A candidate that is far from everything.
     *
     * @param candidate position in the pool
     * @param distance how far it is from everything known or taken
     */
    public record Gap(int candidate, double distance) {}

    /** The farthest candidate that is allowed and not taken yet; empty if there is none. Changes nothing. */
    public Optional<Gap> farthest(IntPredicate allowed) {
        int farthest = -1;
        for (int i = 0; i < squaredDistance.length; i++) {
            if (!taken[i] && (farthest < 0 || squaredDistance[i] > squaredDistance[farthest]) && allowed.test(i)) {
                farthest = i;
            }
        }
        return farthest < 0 ? Optional.empty() : Optional.of(new Gap(farthest, distance(farthest)));
    }

    /** Takes the farthest candidate that is allowed and not taken yet; empty if there is none. */
    public Optional<Gap> pick(IntPredicate allowed) {
        Optional<Gap> gap = farthest(allowed);
        gap.ifPresent(widest -> take(widest.candidate()));
        return gap;
    }

    /** Takes a candidate: what is near it is no gap any more. */
    public void take(int candidate) {
        taken[candidate] = true;
        cover(pool, candidate);
    }

    /** Covers a point that is no candidate. */
    public void cover(double[] point) {
        cover(point, 0);
    }
}
