package assay.acquisition.diversity;

import assay.acquisition.Matrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Greedy k-center: again and again the candidate that is farthest from everything known or picked so far (Gonzalez, 1985;
 * CoreSet of Sener and Savarese, ICLR 2018). If all candidates may be picked, the largest distance that remains is at most
 * twice the least possible for as many picks.
 *
 * <p>With weights the candidate of the largest weight times distance (Dyer and Frieze, "A simple heuristic for the p-centre
 * problem", 1985): the largest weighted distance that remains is at most min(3, 1 + largest weight / smallest weight) times the
 * least possible. That holds with known experiments too. Count the point that remains as one more pick; then two of them share
 * the nearest center of an optimal solution of radius r, or one of them is no farther than r from what is known, and so is what
 * remains. Of the two let the earlier have weight u and the later v: they are at most r/u + r/v apart, so what remains is at most
 * r (1 + v/u); and as the earlier one was preferred, also at most r (v + u) / (v - u) where v &gt; u. The lower of the two is at
 * most 3. Where nothing is known the heaviest comes first, so v is at most u for whatever shares its center.
 *
 * <p>The metric is Euclidean in encoded configurable features: standard deviations of the known tests, sqrt(2) between two
 * categories. {@link assay.acquisition.Encoding} makes it, and so decides what "far" means.
 *
 * <p>The picks are those of a scan of all candidates after every pick, to the last tie (equally far candidates in pool order);
 * only the work is lazier. Distances to the nearest center only fall, so an old one is an upper bound: a candidate is measured
 * only when its bound would win, against the centers it has not seen yet, and no further than until it loses. Candidates are
 * kept in blocks, and a heap knows the highest bound of each. Nothing is measured twice but, in a chunk of 32 centers, to fill
 * vectors; so where laziness does not help, a pick costs what the scan costs: O(m d) for m candidates. O(m) memory beside
 * the pool, which is shared and not copied. Mutable, not thread-safe: lives within one method.
 */
public final class FarthestPoint {

    private static final int BLOCK = 64;

    /** So few centers are measured one by one. */
    private static final int FEW = 2;

    private static final IntToDoubleFunction FREE = i -> 1;

    private final Matrix pool;
    private final int dimensions;
    private final double[] squaredWeights;
    private final Centers centers;
    private final double[] squaredDistance;
    private final int[] seen;
    private final boolean[] picked;
    private final BlockHeap blocks;
    private final int[] visited;
    private IntToDoubleFunction indexed;

    private final double[] rows;
    private final double[] measured;
    private final int[] rivals = new int[BLOCK];
    private final int[] batch = new int[BLOCK];

    /**
     * All candidates count alike.
     *
     * @param covered known experiments, and those that were bought and not measured yet, l x d; they may be none
     * @param pool candidates, m x d
     */
    public FarthestPoint(Matrix covered, Matrix pool) {
        this(covered, pool, new double[0]);
    }

    private FarthestPoint(Matrix covered, Matrix pool, double[] squaredWeights) {
        if (covered.rows() > 0 && covered.columns() != pool.columns()) {
            throw new IllegalArgumentException("known experiments have %d features but candidates have %d"
                    .formatted(covered.columns(), pool.columns()));
        }
        int m = pool.rows();
        this.pool = pool;
        this.dimensions = pool.columns();
        this.squaredWeights = squaredWeights;
        this.centers = new Centers(dimensions);
        this.squaredDistance = new double[m];
        this.seen = new int[m];
        this.picked = new boolean[m];
        this.blocks = new BlockHeap((m + BLOCK - 1) / BLOCK);
        this.visited = new int[(m + BLOCK - 1) / BLOCK];
        this.rows = new double[BLOCK * dimensions];
        this.measured = new double[BLOCK * Centers.CHUNK];
        Arrays.fill(squaredDistance, Double.POSITIVE_INFINITY);
        refuseMissing(covered, "known experiment");
        refuseMissing(pool, "candidate");
        for (int row = 0; row < covered.rows(); row++) {
            centers.add(covered.row(row));
        }
        if (centers.size() > 0) {
            coverAll();
        }
        index(FREE);
    }

    /**
     * Candidates count by their weights.
     *
     * @param weights m numbers of at least 0
     * @param exponent of the weights, at least 0: 0 counts all alike, 1 weighs the distance, more trusts the weights more
     */
    public static FarthestPoint weighted(Matrix covered, Matrix pool, double[] weights, double exponent) {
        if (weights.length != pool.rows()) {
            throw new IllegalArgumentException(
                    "%d candidates need as many weights but got %d".formatted(pool.rows(), weights.length));
        }
        if (!(exponent >= 0 && exponent < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "exponent (%s) must be a number of at least 0. Maybe 1?".formatted(exponent));
        }
        double[] squared = new double[weights.length];
        for (int i = 0; i < squared.length; i++) {
            squared[i] = Math.pow(weights[i], 2 * exponent);
            if (!(weights[i] >= 0 && squared[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weight %s of candidate %d must be a number of at least 0, also when it is raised to the power of %s"
                                .formatted(weights[i], i, 2 * exponent));
            }
        }
        return new FarthestPoint(covered, pool, squared);
    }

    private void refuseMissing(Matrix points, String what) {
        for (int from = 0; from < points.rows(); from += BLOCK) {
            int n = Math.min(BLOCK, points.rows() - from);
            points.copyRows(from, n, rows, 0);
            for (int k = 0; k < n * dimensions; k++) {
                if (!Double.isFinite(rows[k])) {
                    throw new IllegalArgumentException("feature %d of %s %d is %s: no distance can be told"
                            .formatted(k % dimensions, what, from + k / dimensions, rows[k]));
                }
            }
        }
    }

    /** Measures every candidate against the first chunk of centers. */
    private void coverAll() {
        int known = Math.min(Centers.CHUNK, centers.size());
        for (int from = 0; from < seen.length; from += BLOCK) {
            int n = Math.min(BLOCK, seen.length - from);
            pool.copyRows(from, n, rows, 0);
            centers.squared(rows, n, 0, measured);
            for (int i = 0; i < n; i++) {
                squaredDistance[from + i] = least(i);
                seen[from + i] = known;
            }
        }
    }

    private double least(int row) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = row * Centers.CHUNK; k < (row + 1) * Centers.CHUNK; k++) {
            least = measured[k] < least ? measured[k] : least;
        }
        return least;
    }

    /** Distance of a candidate to the nearest known or picked experiment; infinite if there is none. */
    public double distance(int candidate) {
        if (seen[candidate] < centers.size()) {
            batch[0] = candidate;
            for (int chunk = seen[candidate] / Centers.CHUNK; seen[candidate] < centers.size(); chunk++) {
                measure(1, chunk);
            }
        }
        return Math.sqrt(squaredDistance[candidate]);
    }

    /**
     * A candidate that was picked, or would be.
     *
     * @param candidate position in the pool
     * @param distance how far it was from everything known or picked before
     */
    public record Gap(int candidate, double distance) {}

    /** Picks the farthest candidate that is allowed and not picked yet; empty if there is none. */
    public Optional<Gap> pick(IntPredicate allowed) {
        Optional<Gap> gap = farthest(allowed);
        gap.ifPresent(widest -> take(widest.candidate()));
        return gap;
    }

    /**
     * The farthest candidate that is allowed and not picked yet; empty if there is none. Changes no pick. With weights, the one of the largest
     * weight times distance. Where nothing is known, the one of the largest weight, or the first.
     *
     * @param allowed is asked only of candidates whose bounds would win
     */
    public Optional<Gap> farthest(IntPredicate allowed) {
        return farthest(allowed, FREE);
    }

    /**
     * The candidate of the largest distance, or weight times distance, per price.
     *
     * @param price &gt; 0 of a candidate, at any time the same: where prices change, another function has to say so, and all are asked
     *     for again
     */
    public Optional<Gap> farthest(IntPredicate allowed, IntToDoubleFunction price) {
        if (price != indexed) {
            index(price);
        }
        return search(allowed);
    }

    /** Picks a candidate, whether it was the farthest or not; the next one is far from it too. */
    public void take(int candidate) {
        picked[candidate] = true;
        cover(pool.row(candidate));
    }

    /** Covers a point that is no candidate: what is near it is no gap any more. */
    public void cover(double[] point) {
        if (point.length != dimensions) {
            throw new IllegalArgumentException(
                    "a point has %d features but candidates have %d".formatted(point.length, dimensions));
        }
        centers.add(point);
        if (centers.size() == 1) {
            coverAll();
            index(indexed);
        }
    }

    /** An upper bound, and exact where all centers were seen: squares of weight times distance per price; -1 of what is picked. */
    private double score(int candidate) {
        if (picked[candidate]) {
            return -1;
        }
        double weight = squaredWeights.length == 0 ? 1 : squaredWeights[candidate];
        double squared = centers.size() == 0 ? weight : weight * squaredDistance[candidate];
        if (indexed == FREE) {
            return squared;
        }
        double own = indexed.applyAsDouble(candidate);
        return squared / (own * own);
    }

    private void index(IntToDoubleFunction price) {
        indexed = price;
        blocks.clear();
        for (int block = 0; block < visited.length; block++) {
            blocks.add(block, highest(block));
        }
    }

    private double highest(int block) {
        double highest = -1;
        for (int i = block * BLOCK; i < Math.min((block + 1) * BLOCK, seen.length); i++) {
            highest = Math.max(highest, score(i));
        }
        return highest;
    }

    /** Blocks in order of their bounds, until no bound can win any more. */
    private Optional<Gap> search(IntPredicate allowed) {
        int best = -1;
        double score = -1;
        int count = 0;
        while (!blocks.isEmpty() && wins(blocks.score(blocks.first()), blocks.first() * BLOCK, score, best)) {
            int block = blocks.remove();
            visited[count++] = block;
            int left = rivals(block, score, best, allowed);
            for (int r = 0; r < left; r++) {
                double own = score(rivals[r]);
                if (wins(own, rivals[r], score, best)) {
                    best = rivals[r];
                    score = own;
                }
            }
        }
        for (int v = 0; v < count; v++) {
            blocks.add(visited[v], highest(visited[v]));
        }
        return best < 0 ? Optional.empty() : Optional.of(new Gap(best, Math.sqrt(squaredDistance[best])));
    }

    private static boolean wins(double score, int candidate, double bestScore, int best) {
        return score > bestScore || score == bestScore && candidate < best;
    }

    /**
     * The candidates of a block that are allowed and, after they have seen all centers, still score more than the best so far.
     *
     * @return how many they are; they stand in {@link #rivals}
     */
    private int rivals(int block, double score, int best, IntPredicate allowed) {
        int left = 0;
        int behind = centers.size();
        for (int i = block * BLOCK; i < Math.min((block + 1) * BLOCK, seen.length); i++) {
            if (wins(score(i), i, score, best) && allowed.test(i)) {
                rivals[left++] = i;
                behind = Math.min(behind, seen[i]);
            }
        }
        for (int chunk = behind / Centers.CHUNK; left > 0 && chunk * Centers.CHUNK < centers.size(); chunk++) {
            int end = Math.min((chunk + 1) * Centers.CHUNK, centers.size());
            int size = 0;
            for (int r = 0; r < left; r++) {
                if (seen[rivals[r]] < end) {
                    batch[size++] = rivals[r];
                }
            }
            measure(size, chunk);
            int still = 0;
            for (int r = 0; r < left; r++) {
                if (wins(score(rivals[r]), rivals[r], score, best)) {
                    rivals[still++] = rivals[r];
                }
            }
            left = still;
        }
        return left;
    }

    /** Lets the first candidates of {@link #batch} see the centers of a chunk; they have seen all chunks before it. */
    private void measure(int size, int chunk) {
        int end = Math.min((chunk + 1) * Centers.CHUNK, centers.size());
        int many = 0;
        for (int b = 0; b < size; b++) {
            int candidate = batch[b];
            pool.copyRows(candidate, 1, rows, many * dimensions);
            if (end - seen[candidate] > FEW) {
                batch[many++] = candidate;
                continue;
            }
            for (int center = seen[candidate]; center < end; center++) {
                squaredDistance[candidate] = Math.min(squaredDistance[candidate], centers.squared(rows, many, center));
            }
            seen[candidate] = end;
        }
        if (many > 0) {
            centers.squared(rows, many, chunk, measured);
        }
        for (int b = 0; b < many; b++) {
            squaredDistance[batch[b]] = Math.min(squaredDistance[batch[b]], least(b));
            seen[batch[b]] = end;
        }
    }
}
