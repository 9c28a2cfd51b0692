package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Small problems of known shape, with features uniform in -1.5 .. 1.5. */
final class Problems {

    static final Task NUMBER = new Task.Regression();
    static final Task TWO = new Task.Classification(List.of("a", "b"));
    static final Task THREE = new Task.Classification(List.of("a", "b", "c"));

    private Problems() {}

    /** n x d, uniform in -1.5 .. 1.5. */
    static Matrix uniform(int n, int d, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] values = new double[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * random.nextDouble() - 1.5;
        }
        return Matrix.of(n, d, values);
    }

    static Dataset of(int n, int d, Task task, Seed seed, ToDoubleFunction<double[]> target) {
        Matrix features = uniform(n, d, seed);
        double[] targets = new double[n];
        for (int row = 0; row < n; row++) {
            targets[row] = target.applyAsDouble(features.row(row));
        }
        return Dataset.of(features, targets, task);
    }

    /** A plane. */
    static Dataset linear(int n, Seed seed) {
        return of(n, 3, NUMBER, seed, x -> x[0] - 0.5 * x[1]);
    }

    /** A saddle: no straight line helps. */
    static Dataset saddle(int n, Seed seed) {
        return of(n, 2, NUMBER, seed, x -> x[0] * x[1]);
    }

    /** Two classes on either side of a plane. */
    static Dataset halves(int n, Seed seed) {
        return of(n, 3, TWO, seed, x -> x[0] - 0.5 * x[1] > 0 ? 1 : 0);
    }

    /** Two classes in opposite quadrants. */
    static Dataset xor(int n, Seed seed) {
        return of(n, 2, TWO, seed, x -> x[0] * x[1] > 0 ? 1 : 0);
    }

    /** Three classes in parallel layers. */
    static Dataset layers(int n, Seed seed) {
        return of(n, 2, THREE, seed, x -> x[0] + x[1] < -0.7 ? 0 : x[0] + x[1] < 0.7 ? 1 : 2);
    }

    /** Mean squared error of a regression, or share of wrong classes. */
    static double error(Matrix predictions, Dataset truth) {
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            if (truth.task() instanceof Task.Classification) {
                int best = 0;
                for (int c = 1; c < predictions.columns(); c++) {
                    best = predictions.at(row, c) > predictions.at(row, best) ? c : best;
                }
                sum += best == truth.target(row) ? 0 : 1;
            } else {
                sum += Math.pow(predictions.at(row, 0) - truth.target(row), 2);
            }
        }
        return sum / truth.size();
    }

    /** The error of the best constant: the variance, or the share of all classes but the most frequent. */
    static double errorOfConstant(Dataset truth) {
        int n = truth.size();
        if (truth.task() instanceof Task.Classification) {
            int[] counts = new int[truth.task().outputs()];
            int most = 0;
            for (int row = 0; row < n; row++) {
                most = Math.max(most, ++counts[(int) truth.target(row)]);
            }
            return 1 - most / (double) n;
        }
        double mean = 0;
        for (int row = 0; row < n; row++) {
            mean += truth.target(row) / n;
        }
        double variance = 0;
        for (int row = 0; row < n; row++) {
            variance += Math.pow(truth.target(row) - mean, 2) / n;
        }
        return variance;
    }
}
