package assay.acquisition.strategy;

import java.util.Arrays;

/**
 * How what cannot be seen is distributed, found from what can: x = theta + noise. The distribution of theta is taken to be whatever makes all
 * x together most probable (Robbins, "An empirical Bayes approach to statistics", 1956; Kiefer and Wolfowitz, 1956; Laird, 1978), on a grid
 * of {@value #POINTS} points, by {@value #ROUNDS} rounds of the EM algorithm from equal weights; stopping early keeps it smooth. A normal
 * prior would call differences within a crowd of equals real wherever the crowd as a whole differs from others. Immutable.
 *
 * <p>O({@value #ROUNDS} x {@value #POINTS}^2), and O(n) to begin with.
 */
final class EmpiricalPrior {

    private static final int POINTS = 200;
    private static final int ROUNDS = 200;

    private final double[] points;
    private final double[] weights;
    private final double deviation;

    /**
     * @param seen at least one x
     * @param deviation of the noise, at least 0
     */
    EmpiricalPrior(double[] seen, double deviation) {
        this.deviation = deviation;
        double least = Arrays.stream(seen).min().orElseThrow();
        double most = Arrays.stream(seen).max().orElseThrow();
        this.points = new double[POINTS];
        Arrays.setAll(points, i -> least + (most - least) * i / (POINTS - 1));
        this.weights = new double[POINTS];
        Arrays.fill(weights, 1.0 / POINTS);
        if (isExact() || !(most > least)) {
            return;
        }
        double[] histogram = new double[POINTS];
        for (double x : seen) {
            histogram[(int) Math.round((x - least) / (most - least) * (POINTS - 1))] += 1.0 / seen.length;
        }
        double[][] likelihood = new double[POINTS][];
        Arrays.setAll(likelihood, i -> likelihood(points[i]));
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                if (histogram[i] > 0) {
                    double[] posterior = posterior(likelihood[i]);
                    for (int k = 0; k < POINTS; k++) {
                        next[k] += histogram[i] * posterior[k];
                    }
                }
            }
            System.arraycopy(next, 0, weights, 0, POINTS);
        }
    }

    /** Noise that is less than the grid can tell is none. */
    private boolean isExact() {
        return !(deviation > (points[POINTS - 1] - points[0]) / POINTS / 2);
    }

    private double[] likelihood(double x) {
        double[] likelihood = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double z = (x - points[k]) / deviation;
            likelihood[k] = Math.exp(-z * z / 2);
        }
        return likelihood;
    }

    private double[] posterior(double[] likelihood) {
        double[] posterior = new double[POINTS];
        double sum = 0;
        for (int k = 0; k < POINTS; k++) {
            posterior[k] = weights[k] * likelihood[k];
            sum += posterior[k];
        }
        for (int k = 0; k < POINTS; k++) {
            posterior[k] /= sum;
        }
        return posterior;
    }

    /** What theta is expected to be where x, one of those seen, was seen. */
    Posterior after(double x) {
        if (isExact()) {
            return new Posterior(x, 0);
        }
        double[] posterior = posterior(likelihood(x));
        double mean = 0;
        for (int k = 0; k < POINTS; k++) {
            mean += posterior[k] * points[k];
        }
        double variance = 0;
        for (int k = 0; k < POINTS; k++) {
            variance += posterior[k] * (points[k] - mean) * (points[k] - mean);
        }
        return new Posterior(mean, variance);
    }

    /** Mean and variance of theta. */
    record Posterior(double mean, double variance) {}
}
