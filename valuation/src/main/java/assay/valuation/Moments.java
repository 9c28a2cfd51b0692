package assay.valuation;

import java.util.Arrays;

/** Running means and variances of n numbers at once, by Welford's update. Mutable, not thread-safe. */
final class Moments {

    private final double[] means;
    private final double[] squares;
    private final int[] counts;

    Moments(int n) {
        this.means = new double[n];
        this.squares = new double[n];
        this.counts = new int[n];
    }

    void add(int i, double x) {
        counts[i]++;
        double before = x - means[i];
        means[i] += before / counts[i];
        squares[i] += before * (x - means[i]);
    }

    /** NaN where nothing was added. */
    double[] means() {
        double[] known = means.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = counts[i] == 0 ? Double.NaN : known[i];
        }
        return known;
    }

    /** Standard errors of the means; NaN where fewer than two numbers were added. */
    double[] errors() {
        double[] errors = new double[means.length];
        Arrays.setAll(
                errors,
                i -> counts[i] < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares[i]) / (counts[i] - 1) / counts[i]));
        return errors;
    }
}
