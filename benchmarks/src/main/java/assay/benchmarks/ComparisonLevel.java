package assay.benchmarks;

import assay.acquisition.Seed;
import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.Comparisons;
import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.PairedDifference;
import assay.acquisition.trial.Replay;
import assay.acquisition.trial.Verdict;
import assay.campaigns.csv.CsvWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How often does chance beat chance? Backtests in which a fourth run of random choice is compared with the mean of three, on trials of
 * different size: losses are exp(spread z) of a trial's own, the more skewed the larger the spread. Counted is how often the fourth run is
 * called better or worse, and how many intervals have the truth, 0; beside it what the t interval of the same differences would have called better.
 *
 * <pre>benchmarks/run ComparisonLevel benchmarks/results/comparison-level.csv</pre>
 */
public final class ComparisonLevel {

    private static final List<String> RANDOM = List.of("random", "random.2", "random.3");
    private static final int BACKTESTS = 400;
    private static final int ROUNDS = 5;
    private static final Seed SEED = new Seed(99);

    private ComparisonLevel() {}

    /** @param args file of the table */
    public static void main(String[] args) {
        List<List<String>> rows = new ArrayList<>();
        for (int trials : new int[] {3, 5, 6, 10, 20, 40}) {
            for (double spread : new double[] {0.1, 0.5, 1}) {
                rows.add(row(trials, spread));
            }
        }
        CsvWriter.write(
                Path.of(args[0]),
                List.of(
                        "trials",
                        "spread",
                        "backtests",
                        "better",
                        "worse",
                        "coverage",
                        "coverage_tests_saved",
                        "mean_tests_saved",
                        "better_by_t_interval"),
                rows);
    }

    private static List<String> row(int trials, double spread) {
        int better = 0;
        int worse = 0;
        int covered = 0;
        int savedCovered = 0;
        int byStudent = 0;
        double saved = 0;
        for (int backtest = 0; backtest < BACKTESTS; backtest++) {
            Seed seed = SEED.derive(trials).derive(backtest);
            List<Replay> replays = replays(trials, spread, seed.generator());
            Comparison c = Comparisons.against(RANDOM, replays, seed).get(0);
            better += c.verdict() == Verdict.BETTER ? 1 : 0;
            worse += c.verdict() == Verdict.WORSE ? 1 : 0;
            covered += c.lower() <= 0 && c.upper() >= 0 ? 1 : 0;
            savedCovered += c.savedLower() <= 0 && c.savedUpper() >= 0 ? 1 : 0;
            saved += c.testsSaved() / BACKTESTS;
            byStudent += student(replays, trials).upper() < 0 ? 1 : 0;
        }
        return List.of(
                Integer.toString(trials),
                Double.toString(spread),
                Integer.toString(BACKTESTS),
                share(better),
                share(worse),
                share(covered),
                share(savedCovered),
                String.format(Locale.ROOT, "%.2f", saved),
                share(byStudent));
    }

    private static String share(int count) {
        return String.format(Locale.ROOT, "%.4f", (double) count / BACKTESTS);
    }

    private static List<Replay> replays(int trials, double spread, RandomGenerator random) {
        List<Replay> replays = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            double size = Math.exp(0.3 * random.nextGaussian());
            List<String> arms = new ArrayList<>(List.of("null"));
            arms.addAll(RANDOM);
            for (String arm : arms) {
                double own = size * Math.exp(spread * random.nextGaussian());
                int[] labelled = new int[ROUNDS + 1];
                double[] losses = new double[ROUNDS + 1];
                Arrays.setAll(labelled, round -> 20 + 10 * round);
                losses[0] = 2 * size;
                for (int round = 1; round <= ROUNDS; round++) {
                    losses[round] = own * (2 - 0.2 * round) * Math.exp(0.05 * random.nextGaussian());
                }
                replays.add(new Replay("made up", trial, arm, LearningCurve.of(labelled, losses)));
            }
        }
        return replays;
    }

    private static PairedDifference student(List<Replay> replays, int trials) {
        double[] one = new double[trials];
        double[] others = new double[trials];
        for (Replay replay : replays) {
            double area = replay.curve().area();
            if (replay.arm().equals("null")) {
                one[replay.repeat()] = area;
            } else {
                others[replay.repeat()] += area / RANDOM.size();
            }
        }
        return PairedDifference.of(one, others);
    }
}
