package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.random.RandomGenerator;

/**
 * Is one run of every trial different from the others of that trial? If it is drawn as they are, then each run could have been the
 * one, with the same probability: the observed t statistic of (one run minus the mean of the others) over the trials is compared with
 * those of all ways to name the one, or of 9999 random ways. The p value is exact under that hypothesis, whatever the
 * distribution; since the statistic is studentised, it holds for large numbers of trials where only the means are equal.
 *
 * <p>Pitman, "Significance Tests Which May Be Applied to Samples from Any Populations", Suppl. J. R. Stat. Soc. 4, 1937, for randomised
 * blocks; Janssen, "Studentized permutation tests for non-i.i.d. hypotheses", Stat. Probab. Lett. 36, 1997.
 */
final class RelabellingTest {

    private static final int DRAWS = 9999;

    private RelabellingTest() {}

    /**
     * Two-sided: twice the smaller of the one-sided p values.
     *
     * @param runs for each trial the one run, then the others, as many in every trial
     * @return NaN for fewer than two trials, and if a run is not finite
     */
    static double pValue(double[][] runs, Seed seed) {
        int trials = runs.length;
        if (trials < 2) {
            return Double.NaN;
        }
        double[][] differences = differences(runs);
        int arms = runs[0].length;
        int[] labels = new int[trials];
        double observed = statistic(differences, labels);
        if (Double.isNaN(observed)) {
            return Double.NaN;
        }
        double ways = Math.pow(arms, trials);
        long lower = 0;
        long upper = 0;
        long count;
        if (ways <= DRAWS) {
            count = (long) ways;
            for (long way = 0; way < count; way++) {
                long rest = way;
                for (int trial = 0; trial < trials; trial++) {
                    labels[trial] = (int) (rest % arms);
                    rest /= arms;
                }
                double other = statistic(differences, labels);
                lower += isAtMost(other, observed) ? 1 : 0;
                upper += isAtMost(observed, other) ? 1 : 0;
            }
        } else {
            count = DRAWS + 1;
            lower = 1;
            upper = 1;
            RandomGenerator random = seed.derive("relabelling").generator();
            for (int draw = 0; draw < DRAWS; draw++) {
                for (int trial = 0; trial < trials; trial++) {
                    labels[trial] = random.nextInt(arms);
                }
                double other = statistic(differences, labels);
                lower += isAtMost(other, observed) ? 1 : 0;
                upper += isAtMost(observed, other) ? 1 : 0;
            }
        }
        return Math.min(1, 2.0 * Math.min(lower, upper) / count);
    }

    /** Equal up to rounding counts as equal. */
    private static boolean isAtMost(double a, double b) {
        return a <= b || a - b <= 1e-9 * Math.abs(b);
    }

    /** Of every run from the mean of the others of its trial. */
    private static double[][] differences(double[][] runs) {
        double[][] differences = new double[runs.length][];
        for (int trial = 0; trial < runs.length; trial++) {
            int arms = runs[trial].length;
            if (arms < 2 || arms != runs[0].length) {
                throw new IllegalArgumentException(
                        "trial %d has %d runs, but every trial needs the same number, at least 2"
                                .formatted(trial, arms));
            }
            double sum = 0;
            for (double run : runs[trial]) {
                sum += run;
            }
            differences[trial] = new double[arms];
            for (int arm = 0; arm < arms; arm++) {
                differences[trial][arm] = runs[trial][arm] - (sum - runs[trial][arm]) / (arms - 1);
            }
        }
        return differences;
    }

    /** Student's t of the named differences; 0 if all of them are 0. */
    private static double statistic(double[][] differences, int[] labels) {
        int n = labels.length;
        double sum = 0;
        for (int trial = 0; trial < n; trial++) {
            sum += differences[trial][labels[trial]];
        }
        double mean = sum / n;
        double squares = 0;
        for (int trial = 0; trial < n; trial++) {
            double off = differences[trial][labels[trial]] - mean;
            squares += off * off;
        }
        return mean == 0 ? 0 : mean / Math.sqrt(squares / (n - 1) / n);
    }
}
