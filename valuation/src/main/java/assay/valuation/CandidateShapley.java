package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Task;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * KNN-Shapley of experiments that are not known yet: the value that {@link KnnShapleyValuator} would give a candidate, hard votes, were it
 * bought alone and of a given class. Exact, and nothing is learnt: all there is to know of a candidate is how many known experiments are
 * nearer to each holdout row than it is.
 *
 * <p>Jia et al. 2019 for the recursion. Of N known experiments in order of distance let 1_r say whether number r has the class of the
 * holdout row. With a candidate in place i, those behind it move up by one, so that number r, now in place r + 1, has the value A_r =
 * A_(r+1) + (1_r - 1_(r+1)) g(r + 1) with g(i) = min(K, i) / (K i), and A_N = 1_N g(N + 1). The candidate has A_i + (1 - 1_i) g(i) if it
 * is of the class of the holdout row, and g(i) less if it is not. So A is made once for all candidates, and one of them costs a binary
 * search.
 *
 * <p>Of equally near ones the candidate counts as the last. Cost for m candidates and b holdout rows: O(b (N + m) d), O(m C) memory beside
 * the points. Immutable.
 */
final class CandidateShapley {

    private final Dataset known;
    private final Dataset holdout;
    private final int neighbours;

    /** @param neighbours K, at least 1 */
    CandidateShapley(Dataset known, Dataset holdout, int neighbours) {
        if (!(known.task() instanceof Task.Classification)) {
            throw new IllegalArgumentException(
                    "the value of a candidate by its class needs classes, but the targets are numbers");
        }
        if (known.size() < 1 || holdout.size() < 1) {
            throw new IllegalArgumentException("values need known experiments and a holdout, but there are %d and %d"
                    .formatted(known.size(), holdout.size()));
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours (%d) must be at least 1".formatted(neighbours));
        }
        this.known = known;
        this.holdout = holdout;
        this.neighbours = neighbours;
    }

    /**
     * @param candidates m x d
     * @return m x C
     */
    Matrix byClass(Matrix candidates) {
        int m = candidates.rows();
        int d = candidates.columns();
        int n = known.size();
        int classes = known.task().outputs();
        double[] points = known.features().toArray();
        double[] rows = holdout.features().toArray();
        double[] queries = candidates.toArray();
        double[] other = new double[m];
        double[] own = new double[m * classes];
        double[] distances = new double[n];
        double[] sorted = new double[n];
        for (int row = 0; row < holdout.size(); row++) {
            for (int i = 0; i < n; i++) {
                distances[i] = Distances.squared(points, i, rows, row, d);
            }
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distances[i]))
                    .mapToInt(i -> i)
                    .toArray();
            Arrays.setAll(sorted, r -> distances[order[r]]);
            double[] unlike = unlike(order, holdout.target(row));
            int of = (int) holdout.target(row);
            for (int i = 0; i < m; i++) {
                int place = nearer(sorted, Distances.squared(queries, i, rows, row, d));
                other[i] += unlike[place];
                own[i * classes + of] += gain(place + 1);
            }
        }
        for (int i = 0; i < own.length; i++) {
            own[i] = (own[i] + other[i / classes]) / holdout.size();
        }
        return Matrix.of(m, classes, own);
    }

    /** The value, for one holdout row, of a candidate of another class, by how many known experiments are nearer. */
    private double[] unlike(int[] order, double target) {
        int n = order.length;
        double[] unlike = new double[n + 1];
        double behind = 0;
        double next = 0;
        for (int r = n; r >= 1; r--) {
            double like = known.target(order[r - 1]) == target ? 1 : 0;
            behind = r == n ? like * gain(n + 1) : behind + (like - next) * gain(r + 1);
            unlike[r - 1] = behind - like * gain(r);
            next = like;
        }
        return unlike;
    }

    private double gain(int place) {
        return Math.min(neighbours, place) / ((double) neighbours * place);
    }

    /** How many of the sorted distances are at most this one. */
    private static int nearer(double[] sorted, double distance) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
