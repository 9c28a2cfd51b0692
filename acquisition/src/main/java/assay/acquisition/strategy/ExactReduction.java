package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.kernels.Cholesky;

/**
 * The posterior covariance of all m candidates in full, updated by one rank per candidate that is taken (active learning
 * Cohn: Cohn, "Neural network exploration using optimal experiment design", Neural Networks 9(6), 1996; Gramacy and Apley, "Local Gaussian
 * process approximation for large computer experiments", 2015).
 *
 * <p>With the posterior covariance c and noise s2, a result of a reduces the variance of z by c(a, z)^2 / (c(a, a) + s2).
 * O((n + m) n m + n m^2) to begin with n known experiments, O(m^2) memory and time per candidate that is taken.
 */
final class ExactReduction implements VarianceReduction {

    private final int m;
    private final double noise;
    private final double[] weights;
    private final double[] covariance;
    private final double[] weightedSquares;

    /**
     * @param seen n x c experiments whose results are known, or will be
     * @param pool m x c candidates
     * @param weights m, not negative: how much the variance of each candidate matters
     */
    ExactReduction(Covariance kernel, Matrix seen, Matrix pool, double[] weights) {
        this.m = pool.rows();
        this.noise = kernel.noise();
        this.weights = weights.clone();
        int n = seen.rows();
        double[] a = kernel.scaled(pool);
        double[] b = kernel.scaled(seen);
        this.covariance = kernel.covariances(a, m, a, m);
        if (n > 0) {
            double[] known = kernel.covariances(b, n, b, n);
            for (int i = 0; i < n; i++) {
                known[i * n + i] += noise;
            }
            double[] explained = kernel.covariances(b, n, a, m);
            Cholesky.of(known, n).solveLower(explained, m);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < m; c++) {
                    subtract(explained[i * m + c], explained, i * m, c);
                }
            }
        }
        this.weightedSquares = new double[m];
        for (int c = 0; c < m; c++) {
            sumUp(c);
        }
    }

    /** Row c of the covariance loses factor times m numbers. */
    private void subtract(double factor, double[] from, int at, int c) {
        int row = c * m;
        for (int z = 0; z < m; z++) {
            covariance[row + z] -= factor * from[at + z];
        }
    }

    private void sumUp(int c) {
        double sum = 0;
        for (int z = 0; z < m; z++) {
            sum += weights[z] * covariance[c * m + z] * covariance[c * m + z];
        }
        weightedSquares[c] = sum;
    }

    /** Rounding may leave a variance of almost 0 below it. */
    private double variance(int candidate) {
        return Math.max(0, covariance[candidate * m + candidate]);
    }

    @Override
    public double gain(int candidate) {
        return weightedSquares[candidate] / (variance(candidate) + noise);
    }

    @Override
    public void take(int candidate) {
        double[] with = new double[m];
        System.arraycopy(covariance, candidate * m, with, 0, m);
        double variance = variance(candidate) + noise;
        for (int c = 0; c < m; c++) {
            subtract(with[c] / variance, with, 0, c);
            sumUp(c);
        }
    }

    @Override
    public double remaining() {
        double sum = 0;
        for (int c = 0; c < m; c++) {
            sum += weights[c] * variance(c);
        }
        return sum;
    }
}
