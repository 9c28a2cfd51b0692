package assay.valuation;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * How the members of a family of values weigh sizes: element j of each array is the logarithm of the total weight of the
 * coalitions of j others that an experiment can join, j = 0 .. n-1. The weights sum to 1; a value is the mean, under
 * them, of what the experiment adds. Logarithms, since the weights of single coalitions leave the range of numbers at about a
 * thousand experiments.
 */
final class Coalitions {

    private Coalitions() {}

    /** Shapley, 1953: all sizes alike. */
    static double[] shapley(int n) {
        double[] logs = new double[n];
        Arrays.fill(logs, -Math.log(n));
        return logs;
    }

    /**
     * Kwon and Zou, "Beta Shapley", AISTATS 2022: {@code C(n-1, j) B(j + beta, n-1-j + alpha) / B(alpha, beta)}. A large
     * alpha favours small sets; (1, 1) is Shapley's value.
     */
    static double[] beta(int n, double alpha, double beta) {
        double[] logs = new double[n];
        for (int j = 0; j < n; j++) {
            logs[j] = CombinatoricsUtils.binomialCoefficientLog(n - 1, j)
                    + logBeta(j + beta, n - 1.0 - j + alpha)
                    - logBeta(alpha, beta);
        }
        return logs;
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    /** Each other experiment has joined with a probability that is drawn from a list; Banzhaf's value at 1/2. */
    static double[] bernoulli(int n, double... ps) {
        double[] logs = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = Double.NEGATIVE_INFINITY;
            for (double p : ps) {
                sum = logSum(sum, logBinomial(n - 1, j, p) - Math.log(ps.length));
            }
            logs[j] = sum;
        }
        return logs;
    }

    /** Logarithm of the probability of k successes in n trials. */
    static double logBinomial(int n, int k, double p) {
        return CombinatoricsUtils.binomialCoefficientLog(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
    }

    static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }
}
