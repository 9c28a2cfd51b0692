package assay.acquisition.strategy;

import java.util.Arrays;

/**
 * How what cannot be seen is distributed, found from what can: x = theta + noise, where theta comes from a mixture of at most {@value #MOST}
 * normal distributions. Parameters are those that make all x together most probable, by {@value #ROUNDS} rounds of the EM algorithm (Dempster,
 * Laird and Rubin, 1977) with theta and its component unseen; the number of components is the one of the least BIC (Schwarz, 1978), where x that were
 * predicted from fewer experiments count as that many only. One normal distribution would call differences within a crowd of equals real wherever the crowd as a whole differs from others. Immutable.
 *
 * <p>Of more than {@value #ENOUGH} numbers as many quantiles stand for all. O({@value #ROUNDS} x {@value #MOST}^2 x {@value #ENOUGH}), and sorting.
 */
final class NormalMixture {

    private static final int MOST = 3;
    private static final int ROUNDS = 300;
    private static final int ENOUGH = 500;

    private final double[] weights;
    private final double[] means;
    private final double[] variances;
    private final double noise;

    private NormalMixture(double[] weights, double[] means, double[] variances, double noise) {
        this.weights = weights;
        this.means = means;
        this.variances = variances;
        this.noise = noise;
    }

    /**
     * @param seen at least one x
     * @param noise its variance, at least 0
     * @param experiments that all x were predicted from
     */
    static NormalMixture of(double[] seen, double noise, int experiments) {
        double[] sorted = seen.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[Math.min(ENOUGH, sorted.length)];
        Arrays.setAll(quantiles, i -> sorted[(int) ((i + 0.5) * sorted.length / quantiles.length)]);
        int informative = Math.min(seen.length, experiments);
        NormalMixture best = fitted(quantiles, noise, 1);
        for (int components = 2; components <= Math.min(MOST, quantiles.length) && noise > 0; components++) {
            NormalMixture other = fitted(quantiles, noise, components);
            if (other.criterion(quantiles, informative) < best.criterion(quantiles, informative)) {
                best = other;
            }
        }
        return best;
    }

    /** From equal parts of the numbers. */
    private static NormalMixture fitted(double[] sorted, double noise, int components) {
        double[] weights = new double[components];
        double[] means = new double[components];
        double[] variances = new double[components];
        for (int k = 0; k < components; k++) {
            double[] part =
                    Arrays.copyOfRange(sorted, k * sorted.length / components, (k + 1) * sorted.length / components);
            double mean = Arrays.stream(part).average().orElseThrow();
            double variance = Arrays.stream(part)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            weights[k] = 1.0 / components;
            means[k] = mean;
            variances[k] = components == 1 ? Math.max(0, variance - noise) : variance;
        }
        NormalMixture mixture = new NormalMixture(weights, means, variances, noise);
        for (int round = 0; round < ROUNDS && components > 1; round++) {
            mixture = mixture.improved(sorted);
        }
        return mixture;
    }

    private NormalMixture improved(double[] seen) {
        int components = weights.length;
        double[] shares = new double[components];
        double[] sums = new double[components];
        double[] squares = new double[components];
        for (double x : seen) {
            double[] responsible = responsible(x);
            for (int k = 0; k < components; k++) {
                double mean = mean(k, x);
                shares[k] += responsible[k];
                sums[k] += responsible[k] * mean;
                squares[k] += responsible[k] * (variance(k) + mean * mean);
            }
        }
        double[] next = new double[components];
        double[] spread = new double[components];
        for (int k = 0; k < components; k++) {
            next[k] = shares[k] > 0 ? sums[k] / shares[k] : means[k];
            spread[k] = shares[k] > 0 ? Math.max(0, squares[k] / shares[k] - next[k] * next[k]) : variances[k];
            shares[k] /= seen.length;
        }
        return new NormalMixture(shares, next, spread, noise);
    }

    /** Probability of each component where x was seen. */
    private double[] responsible(double x) {
        double[] logs = new double[weights.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = logDensity(k, x);
        }
        double most = Arrays.stream(logs).max().orElseThrow();
        double[] responsible =
                Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(responsible).sum();
        return Arrays.stream(responsible).map(r -> r / sum).toArray();
    }

    private double logDensity(int k, double x) {
        double variance = variances[k] + noise;
        return Math.log(weights[k])
                - Math.log(2 * Math.PI * variance) / 2
                - (x - means[k]) * (x - means[k]) / (2 * variance);
    }

    private double criterion(double[] seen, int informative) {
        double logLikelihood = 0;
        for (double x : seen) {
            double density = 0;
            for (int k = 0; k < weights.length; k++) {
                density += Math.exp(logDensity(k, x));
            }
            logLikelihood += Math.log(density);
        }
        return (3 * weights.length - 1) * Math.log(informative) - 2 * logLikelihood * informative / seen.length;
    }

    private double mean(int k, double x) {
        double total = variances[k] + noise;
        return total > 0 ? means[k] + variances[k] / total * (x - means[k]) : x;
    }

    private double variance(int k) {
        double total = variances[k] + noise;
        return total > 0 ? variances[k] * noise / total : 0;
    }

    /** What theta is expected to be where x was seen. */
    Posterior after(double x) {
        if (noise == 0) {
            return new Posterior(x, 0);
        }
        double[] responsible = responsible(x);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < responsible.length; k++) {
            double own = mean(k, x);
            mean += responsible[k] * own;
            square += responsible[k] * (variance(k) + own * own);
        }
        return new Posterior(mean, Math.max(0, square - mean * mean));
    }

    /** How many normal distributions there are. */
    int components() {
        return weights.length;
    }

    /** Mean and variance of theta. */
    record Posterior(double mean, double variance) {}
}
