package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;

/**
 * Results may change at any threshold of any setting: exp(-1/2 sum_j |x_j - x'_j| / length), rough where {@link SquaredExponential} is smooth, and how a
 * forest sees experiments whose trees are cut anywhere (Balog et al., "The Mondrian kernel", UAI 2016). Immutable.
 *
 * @param features d
 * @param length over what sum of differences results become unlike, > 0
 * @param noise variance of what repeats would differ by, > 0
 */
record Laplacian(int features, double length, double noise) implements Covariance {

    Laplacian {
        if (!(length > 0 && noise > 0)) {
            throw new IllegalArgumentException(
                    "length (%s) and noise (%s) must be greater than 0".formatted(length, noise));
        }
    }

    /** Features in units of the length, row-major. */
    @Override
    public double[] scaled(Matrix points) {
        return Arrays.stream(points.toArray()).map(x -> x / length).toArray();
    }

    @Override
    public double[] covariances(double[] a, int n, double[] b, int m) {
        double[] columns = new double[b.length];
        Distances.transpose(b, m, features, columns);
        double[] covariances = new double[n * m];
        for (int i = 0; i < n; i++) {
            int row = i * m;
            for (int k = 0; k < features; k++) {
                double x = a[i * features + k];
                for (int j = 0; j < m; j++) {
                    covariances[row + j] += Math.abs(x - columns[k * m + j]);
                }
            }
            for (int j = 0; j < m; j++) {
                covariances[row + j] = Math.exp(-covariances[row + j] / 2);
            }
        }
        return covariances;
    }

    @Override
    public double[] variances(double[] a, int n) {
        double[] variances = new double[n];
        Arrays.fill(variances, 1);
        return variances;
    }
}
