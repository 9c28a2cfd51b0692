package assay.acquisition.diversity;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.kernels.Distances;
import java.util.Arrays;

/**
 * A batch that represents a set of points: the sum of weighted distances to the nearest member of the batch, or known
 * experiment, is small (discrete k-medians, also called k-medoids). Where k-center cares for the farthest point, this cares for
 * all of them, so it spends its picks where there are many.
 *
 * <p>Seeded by distance sampling (Arthur and Vassilvitskii, SODA 2007, power 1), then improved in turns: every point to its
 * nearest member, and of every cluster the point of the least sum of distances becomes the member, until nothing changes (Park
 * and Jun, "A simple and fast algorithm for K-medoids clustering", 2009). Each turn lowers the sum, so it ends, in a local
 * optimum; a bound of {@link #TURNS} turns is there for time. Known experiments are centers that stay where they are: ours.
 *
 * <p>For pre-selected points, some 10^4: a turn is O(n k d), plus O(c^2 d) for a cluster of c points; O(n) memory.
 */
public final class KMedians {

    /** Turns are few in practice, below ten. */
    private static final int TURNS = 100;

    private static final int BLOCK = 64;

    private final double[] points;
    private final int n;
    private final int d;
    private final double[] weights;
    private final double[] known;
    private final int[] cluster;

    private KMedians(Matrix covered, Matrix points, double[] weights) {
        this.points = points.toArray();
        this.n = points.rows();
        this.d = points.columns();
        this.weights = weights;
        this.known = new double[n];
        this.cluster = new int[n];
        Arrays.fill(known, Double.POSITIVE_INFINITY);
        double[] centers = covered.toArray();
        double[] measured = new double[n];
        for (int row = 0; row < covered.rows(); row++) {
            squared(centers, row, measured);
            for (int i = 0; i < n; i++) {
                known[i] = Math.min(known[i], measured[i]);
            }
        }
    }

    /**
     * Chooses the batch.
     *
     * @param covered known experiments, l x d; they may be none
     * @param points n x d to choose from and to represent
     * @param weights n numbers of at least 0: how much each point matters
     * @param count how many to pick, 1 .. n
     * @return positions of different points; the one that lowers the sum most first, or where nothing is known, the one of
     *     the largest cluster by weight
     */
    public static int[] picks(Matrix covered, Matrix points, double[] weights, int count, Seed seed) {
        if (covered.rows() > 0 && covered.columns() != points.columns()) {
            throw new IllegalArgumentException("known experiments have %d features but points have %d"
                    .formatted(covered.columns(), points.columns()));
        }
        DistanceSampling.check(points.rows(), weights, count);
        return new KMedians(covered, points, weights.clone()).picks(count, seed);
    }

    private int[] picks(int count, Seed seed) {
        DistanceSampling.Points all = new DistanceSampling.Points() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public void squared(int center, double[] out) {
                KMedians.this.squared(points, center, out);
            }
        };
        int[] medoids = new DistanceSampling(all, weights, DistanceSampling.Power.ONE, known.clone())
                .draw(count, seed.derive("k-medians"));
        boolean changed = true;
        for (int turn = 0; turn < TURNS && changed; turn++) {
            assign(medoids);
            changed = improve(medoids);
        }
        assign(medoids);
        return inOrderOfGain(medoids);
    }

    private void squared(double[] centers, int row, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Distances.squared(points, i, centers, row, d);
        }
    }

    /** To every point its nearest member, the first of equals; -1 if a known experiment is nearer. */
    private void assign(int[] medoids) {
        int k = medoids.length;
        double[] columns = new double[d * k];
        for (int c = 0; c < k; c++) {
            for (int p = 0; p < d; p++) {
                columns[p * k + c] = points[medoids[c] * d + p];
            }
        }
        double[] block = new double[BLOCK * d];
        double[] measured = new double[BLOCK * k];
        for (int from = 0; from < n; from += BLOCK) {
            int rows = Math.min(BLOCK, n - from);
            System.arraycopy(points, from * d, block, 0, rows * d);
            Distances.squaredToColumns(block, rows, columns, k, d, measured);
            for (int i = 0; i < rows; i++) {
                double least = known[from + i];
                int nearest = -1;
                for (int c = 0; c < k; c++) {
                    if (measured[i * k + c] < least) {
                        least = measured[i * k + c];
                        nearest = c;
                    }
                }
                cluster[from + i] = nearest;
            }
        }
        for (int c = 0; c < k; c++) {
            cluster[medoids[c]] = c;
        }
    }

    /** Moves every member to the middle of its cluster; whether any moved. */
    private boolean improve(int[] medoids) {
        int[][] members = members(medoids.length);
        boolean changed = false;
        for (int c = 0; c < medoids.length; c++) {
            double least = sum(medoids[c], members[c], Double.POSITIVE_INFINITY);
            for (int candidate : members[c]) {
                double sum = sum(candidate, members[c], least);
                if (sum < least) {
                    least = sum;
                    medoids[c] = candidate;
                    changed = true;
                }
            }
        }
        return changed;
    }

    private int[][] members(int k) {
        int[] sizes = new int[k];
        for (int c : cluster) {
            if (c >= 0) {
                sizes[c]++;
            }
        }
        int[][] members = new int[k][];
        Arrays.setAll(members, c -> new int[sizes[c]]);
        for (int i = n - 1; i >= 0; i--) {
            if (cluster[i] >= 0) {
                members[cluster[i]][--sizes[cluster[i]]] = i;
            }
        }
        return members;
    }

    /** What the points of a cluster add to the goal if {@code center} is its member; given up once it is not below a bound. */
    private double sum(int center, int[] members, double bound) {
        double sum = 0;
        for (int m = 0; m < members.length && sum < bound; m++) {
            int i = members[m];
            sum += weights[i] * Math.sqrt(Math.min(known[i], Distances.squared(points, i, points, center, d)));
        }
        return sum;
    }

    private int[] inOrderOfGain(int[] medoids) {
        int[][] members = members(medoids.length);
        double[] gains = new double[medoids.length];
        for (int c = 0; c < gains.length; c++) {
            for (int i : members[c]) {
                double squared = Distances.squared(points, i, points, medoids[c], d);
                boolean uncovered = known[i] == Double.POSITIVE_INFINITY;
                gains[c] += weights[i] * (uncovered ? 1 : Math.max(0, Math.sqrt(known[i]) - Math.sqrt(squared)));
            }
        }
        Integer[] order = new Integer[gains.length];
        Arrays.setAll(order, c -> c);
        Arrays.sort(order, (a, b) -> Double.compare(gains[b], gains[a]));
        return Arrays.stream(order).mapToInt(c -> medoids[c]).toArray();
    }
}
