package assay.valuation;

import java.util.Arrays;

/**
 * A value as a contrast of sets with and without an experiment, by size: the sum over sizes k of {@code with(k)} times the
 * mean utility of the sets of size k that contain it, less the sum of {@code without(k)} times the mean of those that do not.
 * Every semivalue is one: {@code with(k)} is the weight of the coalitions of k-1 others, {@code without(k)} that of k.
 * Immutable.
 */
final class SizeWeights {

    private final double[] logWith;
    private final double[] logWithout;

    private SizeWeights(double[] logWith, double[] logWithout) {
        this.logWith = logWith;
        this.logWithout = logWithout;
    }

    /** @param coalitions as in {@link Coalitions}, n of them */
    static SizeWeights of(double[] coalitions) {
        int n = coalitions.length;
        double[] with = new double[n + 1];
        double[] without = new double[n + 1];
        with[0] = Double.NEGATIVE_INFINITY;
        System.arraycopy(coalitions, 0, with, 1, n);
        System.arraycopy(coalitions, 0, without, 0, n);
        without[n] = Double.NEGATIVE_INFINITY;
        return new SizeWeights(with, without);
    }

    /** Sets of one size, with an experiment against without it. */
    static SizeWeights ofOneSize(int n, int size) {
        double[] logs = new double[n + 1];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        logs[size] = 0;
        return new SizeWeights(logs, logs);
    }

    int n() {
        return logWith.length - 1;
    }

    /** The contrast if sets were worth what their size is worth: the same for every experiment. */
    double ofSizes(double[] utilityOfSize) {
        double sum = 0;
        for (int k = 0; k < logWith.length; k++) {
            sum += (Math.exp(logWith[k]) - Math.exp(logWithout[k])) * utilityOfSize[k];
        }
        return sum;
    }

    /**
     * What the utility of a set of size k counts for its members when sizes are drawn with the given probability, and sets
     * uniformly among those of a size.
     */
    double member(int k, double logProbability) {
        return k == 0 ? 0 : Math.exp(logWith[k] - logProbability) * n() / k;
    }

    /** The same for experiments that are not in the set. */
    double stranger(int k, double logProbability) {
        return k == n() ? 0 : -Math.exp(logWithout[k] - logProbability) * n() / (n() - k);
    }

    /**
     * The probabilities of sizes under which the values have the least variance, if the utility varies as much among the sets
     * of one size as of another: proportional to the root of the mean square of what a utility counts for. For Banzhaf's
     * value they are those of joining with probability 1/2; for Shapley's {@code 1 / sqrt(k (n-k))}, as in Li and Yu, "One
     * Sample Fits All", NeurIPS 2024.
     *
     * @return n+1
     */
    double[] bestSizes() {
        double[] probabilities = new double[n() + 1];
        for (int k = 0; k <= n(); k++) {
            double with = member(k, 0);
            double without = stranger(k, 0);
            probabilities[k] = Math.sqrt((with * with * k + without * without * (n() - k)) / n());
        }
        double sum = Arrays.stream(probabilities).sum();
        return Arrays.stream(probabilities).map(p -> p / sum).toArray();
    }
}
