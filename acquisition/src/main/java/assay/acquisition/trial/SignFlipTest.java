package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.random.RandomGenerator;

/**
 * Is the centre of some differences 0? If their distribution is symmetric about 0, each sign is as likely as the other: the
 * observed sum is compared with those under all changes of sign, or 99,999 random ones. Exact under that hypothesis. Fisher, "The Design of Experiments", 1935, section 21.
 */
final class SignFlipTest {

    private static final int ALL = 16;
    private static final int DRAWS = 99_999;

    private SignFlipTest() {}

    /**
     * Two-sided.
     *
     * @return NaN for fewer than two differences, and if one is NaN
     */
    static double pValue(double[] differences, Seed seed) {
        int n = differences.length;
        if (n < 2) {
            return Double.NaN;
        }
        double observed = 0;
        double scale = 0;
        for (double d : differences) {
            observed += d;
            scale += Math.abs(d);
        }
        if (Double.isNaN(observed)) {
            return Double.NaN;
        }
        double least = Math.abs(observed) - 1e-12 * scale;
        long extreme = 0;
        if (n <= ALL) {
            for (int signs = 0; signs < 1 << n; signs++) {
                extreme += Math.abs(sum(differences, signs)) >= least ? 1 : 0;
            }
            return (double) extreme / (1 << n);
        }
        RandomGenerator random = seed.derive("sign flips").generator();
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double d : differences) {
                sum += random.nextBoolean() ? d : -d;
            }
            extreme += Math.abs(sum) >= least ? 1 : 0;
        }
        return (extreme + 1.0) / (DRAWS + 1);
    }

    private static double sum(double[] differences, int signs) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }
}
