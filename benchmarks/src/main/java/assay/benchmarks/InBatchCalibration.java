package assay.benchmarks;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Encoding;
import assay.acquisition.Preference;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Table;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.problem.GenerationOptions;
import assay.acquisition.problem.SyntheticProblem;
import assay.acquisition.problem.SyntheticProblems;
import assay.acquisition.strategy.Strategies;
import assay.campaigns.csv.CsvWriter;
import assay.surrogate.Surrogates;
import assay.valuation.CrossHoldout;
import assay.valuation.DataOob;
import assay.valuation.KnnShapley;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Does P(in the batch) mean what it says, and do the intervals of expected values? One pool of candidates, one world, and a history of
 * {@value #KNOWN} tests drawn anew from that world in each round. A round plans a batch of {@value #BATCH} by {@code value:knn-shapley}, by
 * {@code value:data-oob} with linear models, or by values that are the measured targets themselves, which can be predicted well; without a
 * skill gate, and states for every candidate how probable it is to be in the batch.
 *
 * <p><em>Observed</em> is in how many of the other rounds the candidate is in the batch: how often it would be, had chance dealt another
 * history from the same world. Candidates of all rounds are gathered by what was stated, and the means of stated and observed are compared;
 * for all candidates, and for those that were picked, which is where people read the number.
 *
 * <p>An interval is checked by buying: the candidate is measured and added to the history, which is valued anew; its value should be in the
 * interval, as a share of the other tests that are worth less, in 80 % of all cases. For candidates at random, from where the history came from,
 * and for the picks.
 *
 * <p>200 rounds of one world take some 180 s of processor time.
 *
 * <pre>benchmarks/run InBatchCalibration knn-shapley 200 2 benchmarks/target/calibration</pre>
 */
public final class InBatchCalibration {

    private static final int KNOWN = 60;
    private static final int POOL = 200;
    private static final int BATCH = 10;
    private static final int CHECKED = 5;
    private static final int REDRAWS = 200;
    private static final int FOLDS = 5;
    private static final double[] BINS = {0, .05, .1, .2, .3, .4, .5, .7, 1.0000001};

    private InBatchCalibration() {}

    /**
     * Friedman's function of five inputs, of eight, and how far measurements are off, in standard deviations of the target.
     *
     * @param pool all candidates, with what they would measure but for noise
     */
    private record World(String name, Strategies.Appraisal appraisal, double quiet, double loud, Table pool) {

        private static final SyntheticProblem PROBLEM = SyntheticProblems.named("friedman1");
        private static final GenerationOptions OPTIONS =
                GenerationOptions.DEFAULT.withNoise(0).withInert(3);

        /** @param loud noise where the fourth input, which the target rises with, is above 0.6; elsewhere it is {@code quiet} */
        static World of(String name, Strategies.Appraisal appraisal, double quiet, double loud) {
            return new World(name, appraisal, quiet, loud, tests(POOL, new Seed(1).derive("pool")));
        }

        private static Table tests(int rows, Seed seed) {
            Table table = PROBLEM.generate(rows, OPTIONS, seed).table();
            return table.withSchema(new Schema(table.schema().columns().stream()
                    .map(c -> c.role() == Role.MEASURED ? c.withRole(Role.CONFIGURABLE) : c)
                    .toList()));
        }

        Table history(Seed seed) {
            return tests(KNOWN, seed);
        }

        Dataset measured(Encoding encoding, Table tests, Seed seed) {
            RandomGenerator random = seed.generator();
            Dataset exact = encoding.dataset(tests);
            int fourth = tests.schema().indexOf("x4").orElseThrow();
            double[] targets = exact.targets();
            for (int row = 0; row < targets.length; row++) {
                targets[row] += random.nextGaussian() * (tests.number(row, fourth) > .6 ? loud : quiet);
            }
            return exact.withTargets(targets);
        }
    }

    /**
     * What a round says, and what comes of it.
     *
     * @param stated probability of each candidate
     * @param batch whether each candidate is in the batch
     * @param picksHeld how many of {@value #CHECKED} picks had their value in the interval
     * @param othersHeld the same of as many candidates at random
     */
    private record Round(double[] stated, boolean[] batch, int picksHeld, int othersHeld) {}

    /** @param args what the name of the world begins with, or "all"; number of rounds, threads, folder to write to */
    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[1]);
        Runner runner = new FixedThreads(Integer.parseInt(args[2]));
        Path folder = Path.of(args[3]);
        List<List<String>> calibration = new ArrayList<>();
        List<List<String>> coverage = new ArrayList<>();
        List<World> worlds = List.of(
                World.of("knn-shapley, noise alike", InBatchCalibration::shapley, .3, .3),
                World.of("data-oob, noisy region", InBatchCalibration::outOfBag, .1, 2),
                World.of("targets, noise alike", InBatchCalibration::targets, .3, .3));
        for (World world : worlds) {
            if (!args[0].equals("all") && !world.name().startsWith(args[0])) {
                continue;
            }
            List<Round> results =
                    runner.run("rounds", rounds, 1, (round, step) -> round(world, new Seed(7).derive(round)));
            String name = world.name();
            compare(name, "all candidates", results, calibration);
            compare(name, "picks", results, calibration);
            coverage.add(covered(
                    name,
                    "random candidates",
                    results.stream().mapToInt(Round::othersHeld).sum(),
                    rounds));
            coverage.add(covered(
                    name, "picks", results.stream().mapToInt(Round::picksHeld).sum(), rounds));
        }
        CsvWriter.write(
                folder.resolve("in-batch-calibration.csv"),
                List.of("world", "rounds", "candidates", "stated_from", "stated_to", "pairs", "stated", "observed"),
                calibration);
        CsvWriter.write(
                folder.resolve("value-interval-coverage.csv"),
                List.of("world", "rounds", "candidates", "asked", "nominal", "coverage"),
                coverage);
    }

    private static Round round(World world, Seed seed) {
        Table history = world.history(seed.derive("history"));
        Encoding encoding = Encoding.fit(history, new Task.Regression(), Encoding.Scaling.STANDARDISED);
        Dataset known = world.measured(encoding, history, seed.derive("noise"));
        Dataset measured = world.measured(encoding, world.pool(), seed.derive("noise of the pool"));
        Candidates pool = encoding.candidates(world.pool());
        Strategy strategy = Strategies.byValueUngated(
                world.name(), world.appraisal(), Surrogates.secondaryForest(Runner.SEQUENTIAL));
        Preference preference = strategy.prefer(Situation.of(known, pool, BATCH), seed);
        double[] stated = new double[POOL];
        for (int redraw = 0; redraw < REDRAWS; redraw++) {
            for (int candidate : filled(
                    preference.redrawn(seed.derive("redrawn").derive(redraw)).orElseThrow())) {
                stated[candidate] += 1.0 / REDRAWS;
            }
        }
        int[] picks = filled(preference);
        boolean[] batch = new boolean[POOL];
        IntStream.of(picks).forEach(candidate -> batch[candidate] = true);
        int[] others = seed.derive("others").permutation(POOL);
        return new Round(
                stated,
                batch,
                held(world, preference, known, measured, picks, seed),
                held(world, preference, known, measured, others, seed));
    }

    private static Valuation shapley(Dataset known, Seed seed) {
        return CrossHoldout.value(
                Valuators.of(KnnShapley.DEFAULT, Surrogates.linear(), Runner.SEQUENTIAL), known, FOLDS, seed);
    }

    private static Valuation outOfBag(Dataset known, Seed seed) {
        return Valuators.of(DataOob.DEFAULT, Surrogates.linear(), Runner.SEQUENTIAL)
                .value(known, known.select(new int[0]), seed);
    }

    private static Valuation targets(Dataset known, Seed seed) {
        double[] unknown = new double[known.size()];
        Arrays.fill(unknown, Double.NaN);
        return new Valuation(known.ids(), known.targets(), unknown, "the targets themselves");
    }

    private static int[] filled(Preference preference) {
        int[] picks = new int[BATCH];
        for (int place = 0; place < BATCH; place++) {
            Optional<Preference.Choice> best = preference.best(candidate -> true, candidate -> 1);
            picks[place] = best.orElseThrow().candidate();
            preference.take(picks[place]);
        }
        return picks;
    }

    private static int held(
            World world, Preference preference, Dataset known, Dataset measured, int[] candidates, Seed seed) {
        int held = 0;
        for (int i = 0; i < CHECKED; i++) {
            Dataset bought = known.with(measured.select(new int[] {candidates[i]}));
            double[] values =
                    world.appraisal().value(bought, seed.derive("valuation")).values();
            double own = values[KNOWN];
            double share = Arrays.stream(values, 0, KNOWN).filter(v -> v < own).count() / (double) KNOWN;
            Preference.Expectation expected = preference.expectation(candidates[i]);
            held += share >= expected.lower() && share <= expected.upper() ? 1 : 0;
        }
        return held;
    }

    private static void compare(String world, String which, List<Round> rounds, List<List<String>> into) {
        double[] times = new double[POOL];
        rounds.forEach(round -> IntStream.range(0, POOL).forEach(i -> times[i] += round.batch()[i] ? 1 : 0));
        for (int bin = 0; bin + 1 < BINS.length; bin++) {
            double stated = 0;
            double observed = 0;
            int pairs = 0;
            for (Round round : rounds) {
                for (int i = 0; i < POOL; i++) {
                    boolean counts = which.startsWith("all") || round.batch()[i];
                    if (counts && round.stated()[i] >= BINS[bin] && round.stated()[i] < BINS[bin + 1]) {
                        stated += round.stated()[i];
                        observed += (times[i] - (round.batch()[i] ? 1 : 0)) / (rounds.size() - 1.0);
                        pairs++;
                    }
                }
            }
            if (pairs > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: stated %.3f, observed %.3f, %d pairs%n",
                        world,
                        which,
                        stated / pairs,
                        observed / pairs,
                        pairs);
                into.add(List.of(
                        world,
                        Integer.toString(rounds.size()),
                        which,
                        CsvWriter.cell(BINS[bin]),
                        CsvWriter.cell(Math.min(1, BINS[bin + 1])),
                        Integer.toString(pairs),
                        String.format(Locale.ROOT, "%.4f", stated / pairs),
                        String.format(Locale.ROOT, "%.4f", observed / pairs)));
            }
        }
    }

    private static List<String> covered(String world, String which, int held, int rounds) {
        double coverage = held / (double) (rounds * CHECKED);
        System.out.printf(Locale.ROOT, "%s, %s: %.3f of values in their intervals%n", world, which, coverage);
        return List.of(
                world,
                Integer.toString(rounds),
                which,
                Integer.toString(rounds * CHECKED),
                "0.8",
                String.format(Locale.ROOT, "%.4f", coverage));
    }
}
