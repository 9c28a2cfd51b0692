package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.TargetModel;
import assay.kernels.Cholesky;
import assay.kernels.Distances;
import java.util.Arrays;

/**
 * A Gaussian process whose length, common to all features, and noise are the likeliest of a grid: a target model that is neither a forest
 * nor a network.
 */
final class GridProcess {

    private static final double[] LENGTHS = {0.25, 0.5, 1, 2, 4};
    private static final double[] NOISES = {0.001, 0.01, 0.1, 0.5};

    private GridProcess() {}

    static TargetModel fit(Dataset train) {
        int n = train.size();
        int d = train.features().columns();
        double[] rows = train.features().toArray();
        double[] squared = new double[n * n];
        Distances.squared(rows, n, rows, n, d, squared);
        double[] sorted = Arrays.stream(squared).filter(s -> s > 0).sorted().toArray();
        double median = sorted.length == 0 ? 1 : sorted[sorted.length / 2];
        double mean = Arrays.stream(train.targets()).average().orElseThrow();
        double[] best = new double[n];
        double bestScale = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (double length : LENGTHS) {
            double scale = 1 / (2 * length * length * median);
            for (double noise : NOISES) {
                double[] k = new double[n * n];
                for (int i = 0; i < k.length; i++) {
                    k[i] = Math.exp(-squared[i] * scale) + (i % (n + 1) == 0 ? noise : 0);
                }
                Cholesky factor = Cholesky.of(k, n);
                double[] alpha =
                        Arrays.stream(train.targets()).map(y -> y - mean).toArray();
                double[] y = alpha.clone();
                factor.solve(alpha);
                double fit = 0;
                for (int i = 0; i < n; i++) {
                    fit += y[i] * alpha[i];
                }
                // With the likeliest signal variance, fit / n.
                double likelihood = -n * Math.log(fit / n) - factor.logDeterminant();
                if (likelihood > most) {
                    most = likelihood;
                    best = alpha;
                    bestScale = scale;
                }
            }
        }
        double[] weights = best;
        double scale = bestScale;
        return features -> {
            double[] queries = features.toArray();
            double[] predictions = new double[features.rows()];
            for (int q = 0; q < predictions.length; q++) {
                predictions[q] = mean;
                for (int i = 0; i < n; i++) {
                    predictions[q] += weights[i] * Math.exp(-scale * Distances.squared(queries, q, rows, i, d));
                }
            }
            return Matrix.of(predictions.length, 1, predictions);
        };
    }
}
