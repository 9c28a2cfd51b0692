package assay.acquisition.strategy;

import assay.acquisition.Matrix;
import assay.kernels.Cholesky;
import java.util.Arrays;
import java.util.List;

/**
 * How unlikely results are under a {@link SquaredExponential} with a length per feature (automatic relevance determination), and under a
 * prior that keeps some dozens of results from fitting them all: the negative logarithm of the posterior density, up to a constant, and its
 * gradient. Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, equations 5.8 and 5.9. Immutable.
 *
 * <p>Parameters are logarithms: d lengths, then signal, then noise. The prior is normal: lengths about given ones, with a common shift of standard deviation
 * 1 and a shift of each of {@code spread}; signal about 1, standard deviation 0.5; noise about 0.05, standard deviation 1.
 *
 * <p>Several responses (indicators of classes) share the kernel, and count as one together: they are not independent. One evaluation
 * costs n^3 / 2 + n^2 d.
 */
final class MarginalLikelihood {

    static final double USUAL_NOISE = 0.05;

    private static final double SHIFT = 1;
    private static final double SIGNAL_SPREAD = 0.5;
    private static final double NOISE_SPREAD = 1;

    private final int n;
    private final int d;
    private final double[] rows;
    private final List<double[]> responses;
    private final double[] centre;
    private final double spread;

    /**
     * @param points n x d
     * @param responses at least one, each of n numbers of mean 0 and variance 1
     * @param lengths d: where the prior of the lengths has its centre
     * @param spread by what the logarithms of the lengths differ among themselves, > 0
     */
    MarginalLikelihood(Matrix points, List<double[]> responses, double[] lengths, double spread) {
        this.n = points.rows();
        this.d = points.columns();
        this.rows = points.toArray();
        this.responses = List.copyOf(responses);
        this.centre = new double[d + 2];
        for (int j = 0; j < d; j++) {
            centre[j] = Math.log(lengths[j]);
        }
        centre[d + 1] = Math.log(USUAL_NOISE);
        this.spread = spread;
    }

    /** Where the prior is densest. */
    double[] start() {
        return centre.clone();
    }

    /** The kernel that parameters stand for. */
    SquaredExponential kernel(double[] parameters) {
        double[] lengths = new double[d];
        for (int j = 0; j < d; j++) {
            lengths[j] = Math.exp(parameters[j]);
        }
        return new SquaredExponential(lengths, Math.exp(parameters[d]), Math.exp(parameters[d + 1]));
    }

    /**
     * The value.
     *
     * @param gradient receives d + 2 slopes
     * @return what is to be minimised; infinite, and a gradient of 0, if the covariance cannot be factored
     */
    double evaluate(double[] parameters, double[] gradient) {
        SquaredExponential kernel = kernel(parameters);
        double[] scaled = kernel.scaled(Matrix.of(n, d, rows));
        double[] covariance = kernel.covariances(scaled, n, scaled, n);
        double[] noisy = covariance.clone();
        for (int i = 0; i < n; i++) {
            noisy[i * n + i] += kernel.noise();
        }
        Cholesky factor;
        try {
            factor = Cholesky.of(noisy, n);
        } catch (ArithmeticException e) {
            Arrays.fill(gradient, 0);
            return Double.POSITIVE_INFINITY;
        }
        double[] slope = factor.inverse();
        double value = factor.logDeterminant() / 2 + prior(parameters, gradient);
        for (double[] response : responses) {
            double[] alpha = response.clone();
            factor.solve(alpha);
            for (int i = 0; i < n; i++) {
                value += response[i] * alpha[i] / 2 / responses.size();
                for (int k = 0; k < n; k++) {
                    slope[i * n + k] -= alpha[i] * alpha[k] / responses.size();
                }
            }
        }
        addSlopes(slope, covariance, scaled, kernel.noise(), gradient);
        return value;
    }

    /** Adds 1/2 tr((K^-1 - alpha alpha') dK) for every parameter. */
    private void addSlopes(double[] slope, double[] covariance, double[] scaled, double noise, double[] gradient) {
        for (int i = 0; i < n; i++) {
            gradient[d] += slope[i * n + i] * covariance[i * n + i] / 2;
            gradient[d + 1] += slope[i * n + i] * noise / 2;
            for (int k = 0; k < i; k++) {
                double both = slope[i * n + k] * covariance[i * n + k];
                gradient[d] += both;
                for (int j = 0; j < d; j++) {
                    double difference = scaled[i * d + j] - scaled[k * d + j];
                    gradient[j] += both * difference * difference;
                }
            }
        }
    }

    /** Overwrites the gradient. */
    private double prior(double[] parameters, double[] gradient) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            sum += parameters[j] - centre[j];
        }
        // The inverse of spread^2 I + SHIFT^2 1 1', by Sherman and Morrison.
        double shared = sum / (spread * spread / (SHIFT * SHIFT) + d);
        double value = 0;
        for (int j = 0; j < d; j++) {
            double off = parameters[j] - centre[j];
            gradient[j] = (off - shared) / (spread * spread);
            value += off * gradient[j] / 2;
        }
        double signal = parameters[d] / SIGNAL_SPREAD;
        double noise = (parameters[d + 1] - centre[d + 1]) / NOISE_SPREAD;
        gradient[d] = signal / SIGNAL_SPREAD;
        gradient[d + 1] = noise / NOISE_SPREAD;
        return value + signal * signal / 2 + noise * noise / 2;
    }
}
