package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;

/**
 * Near experiments are alike: signal exp(-1/2 sum_j ((x_j - x'_j) / length_j)^2).
 */
final class SquaredExponential implements Covariance {

    private final double[] lengths;
    private final double signal;
    private final double noise;

    /**
     * @param lengths one > 0 per feature: over what difference results become unlike
     * @param signal variance of the results, > 0
     * @param noise variance of what repeats would differ by, > 0
     */
    SquaredExponential(double[] lengths, double signal, double noise) {
        if (!(signal > 0 && noise > 0 && Arrays.stream(lengths).allMatch(l -> l > 0))) {
            throw new IllegalArgumentException("lengths (%s), signal (%s) and noise (%s) must be greater than 0"
                    .formatted(Arrays.toString(lengths), signal, noise));
        }
        this.lengths = lengths.clone();
        this.signal = signal;
        this.noise = noise;
    }

    /** A kernel of the same length in every direction. */
    static SquaredExponential isotropic(int features, double length, double signal, double noise) {
        double[] lengths = new double[features];
        Arrays.fill(lengths, length);
        return new SquaredExponential(lengths, signal, noise);
    }

    double length(int feature) {
        return lengths[feature];
    }

    double signal() {
        return signal;
    }

    @Override
    public double noise() {
        return noise;
    }

    /** Features in units of their lengths, row-major. */
    @Override
    public double[] scaled(Matrix points) {
        double[] scaled = points.toArray();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= lengths[i % lengths.length];
        }
        return scaled;
    }

    @Override
    public double[] covariances(double[] a, int n, double[] b, int m) {
        double[] columns = new double[b.length];
        Distances.transpose(b, m, lengths.length, columns);
        double[] covariances = new double[n * m];
        Distances.squaredToColumns(a, n, columns, m, lengths.length, covariances);
        for (int i = 0; i < covariances.length; i++) {
            covariances[i] = signal * Math.exp(-covariances[i] / 2);
        }
        return covariances;
    }

    @Override
    public double[] variances(double[] a, int n) {
        double[] variances = new double[n];
        Arrays.fill(variances, signal);
        return variances;
    }
}
