package assay.benchmarks;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import assay.acquisition.strategy.Strategies;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.Surrogates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Seconds that a strategy takes for 100 picks from pools of 16 uniform features, with 200 known tests, on one thread, after a first
 * run that is not counted.
 *
 * <pre>benchmarks/run StrategyTimings benchmarks/results/strategy-timings.csv</pre>
 */
public final class StrategyTimings {

    private static final int FEATURES = 16;
    private static final int KNOWN = 200;
    private static final int PICKS = 100;

    private StrategyTimings() {}

    /** @param args file for the results */
    public static void main(String[] args) {
        List<Strategy> strategies = List.of(
                Strategies.farthestPoint(),
                Strategies.alcPlain(),
                Strategies.alc(),
                Strategies.lcmd(Surrogates.trees(200, Runner.SEQUENTIAL)));
        List<List<String>> rows = new ArrayList<>();
        for (Strategy strategy : strategies) {
            seconds(strategy, situation(1000));
            for (int candidates : new int[] {1000, 10_000, 100_000}) {
                rows.add(List.of(
                        strategy.name(),
                        Integer.toString(candidates),
                        Integer.toString(PICKS),
                        String.format(Locale.ROOT, "%.3f", seconds(strategy, situation(candidates)))));
            }
        }
        CsvWriter.write(Path.of(args[0]), List.of("strategy", "candidates", "picks", "seconds"), rows);
    }

    private static double seconds(Strategy strategy, Situation situation) {
        long start = System.nanoTime();
        Preference preference = strategy.prefer(situation, new Seed(1));
        for (int pick = 0; pick < PICKS; pick++) {
            preference.take(preference.best(i -> true, i -> 1).orElseThrow().candidate());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Situation situation(int candidates) {
        Matrix known = uniform(KNOWN, new Seed(1));
        double[] targets = IntStream.range(0, KNOWN)
                .mapToDouble(i -> Math.sin(known.at(i, 0)) + known.at(i, 1) * known.at(i, 2))
                .toArray();
        return Situation.of(
                Dataset.of(known, targets, new Task.Regression()),
                new Candidates(
                        IntStream.range(0, candidates)
                                .mapToObj(Integer::toString)
                                .toList(),
                        uniform(candidates, new Seed(2)),
                        IntStream.range(0, candidates).mapToDouble(i -> 1).toArray()),
                PICKS);
    }

    private static Matrix uniform(int rows, Seed seed) {
        return Matrix.of(
                rows,
                FEATURES,
                seed.generator().doubles((long) rows * FEATURES, -1.7, 1.7).toArray());
    }
}
