package assay.benchmarks;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.Task;
import assay.acquisition.Valuator;
import assay.acquisition.batch.BatchBuilder;
import assay.acquisition.strategy.Strategies;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.PairedDifference;
import assay.acquisition.trial.Simulation;
import assay.acquisition.trial.Trial;
import assay.campaigns.csv.CsvWriter;
import assay.crash.simulator.CrashHistory;
import assay.crash.simulator.CrashProgramme;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.LossVal;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Which strategy should buy crash tests? The protocol of the LossVal paper, appendix D, on simulated tests: 1276 by date, the
 * oldest 40 % known, the others shuffled into 10 % to validate, 40 % to buy from and 10 % to test on. A method values the
 * known tests, a forest learns those values from the configurable features, the best 1 % of the pool are added, and the
 * network of the paper is trained again, ten times.
 *
 * <p>Two designs: <em>one round</em> as in the paper, and <em>ten rounds</em> of 1 % with three trainings each, in which
 * strategies look at what they bought. Strategies: LossVal in both forms after 5 and 30 epochs, without a skill gate as in
 * the paper; farthest-point; random; a second random arm, which shows what chance does; and nothing.
 *
 * <p>Intervals are those of the paired differences over the experiments, each a world of its own: another simulated
 * history, another split, other initial networks, the same for all arms. Run with the number of experiments, the label
 * noise in g, the results and their summary:
 *
 * <pre>benchmarks/run CrashAcquisition 40 1 benchmarks/results/crash-acquisition.csv \
 *   benchmarks/results/crash-acquisition-summary.csv</pre>
 */
public final class CrashAcquisition {

    private static final String RANDOM = "random";
    private static final String NOTHING = "nothing";
    private static final int ROUNDS = 10;
    private static final double BATCH_SHARE = 0.01;

    /** A design, and what it makes of one experiment. */
    private record Design(String name, int rounds, int retrainings) {}

    /** A trial with the tests that values are measured against. */
    private record World(Trial trial, Dataset holdout) {}

    private record Result(Design design, int experiment, String arm, Simulation.Stage stage) {}

    private CrashAcquisition() {}

    /** @param args number of experiments, label noise in g, file for the results, file for the summary */
    public static void main(String[] args) {
        int experiments = Integer.parseInt(args[0]);
        double noise = Double.parseDouble(args[1]);
        List<Design> designs = List.of(new Design("one round", 1, 10), new Design("ten rounds", ROUNDS, 3));
        List<Result> results = IntStream.rangeClosed(1, experiments)
                .parallel()
                .mapToObj(experiment -> experiment(designs, experiment, noise))
                .flatMap(List::stream)
                .toList();
        write(Path.of(args[2]), results, noise);
        List<List<String>> summary = new ArrayList<>();
        for (Design design : designs) {
            for (String arm : arms().keySet()) {
                summary.add(summary(design, arm, results, experiments, noise));
            }
        }
        CsvWriter.write(
                Path.of(args[3]),
                List.of(
                        "design",
                        "label_noise",
                        "arm",
                        "experiments",
                        "mse",
                        "mape",
                        "r2",
                        "mse_minus_random",
                        "lower",
                        "upper",
                        "mse_minus_nothing",
                        "lower_nothing",
                        "upper_nothing",
                        "better_than_random"),
                summary);
    }

    private static List<Result> experiment(List<Design> designs, int experiment, double noise) {
        Seed seed = new Seed(experiment);
        World world = world(seed, noise);
        List<Result> results = new ArrayList<>();
        for (Design design : designs) {
            int batch = (int) Math.round(BATCH_SHARE * world.trial().offer().size());
            Simulation simulation = new Simulation(
                    Surrogates.compact(MlpSettings.ROLC_P), batch, design.rounds(), design.retrainings());
            arms().forEach((arm, strategy) -> {
                // The name sets apart the draws of the arms; trainings do not depend on it.
                Acquirer acquirer = strategy.apply(world, arm);
                simulation
                        .run(world.trial(), acquirer, seed.derive("simulation"))
                        .forEach(stage -> results.add(new Result(design, experiment, arm, stage)));
            });
        }
        return results;
    }

    private static World world(Seed seed, double noise) {
        Table tests = CrashHistory.of(
                        CrashProgramme.DEFAULT.withLabelNoise(noise), seed.derive("history"), Runner.SEQUENTIAL)
                .tests();
        int n = tests.size();
        int known = n * 4 / 10;
        int tenth = n / 10;
        int[] later = seed.derive("split").permutation(n - known);
        int[] rest = Arrays.stream(later).map(i -> known + i).toArray();
        Trial trial = Trial.of(
                tests.select(IntStream.range(0, known).toArray()),
                tests.select(Arrays.copyOfRange(rest, 2 * tenth, rest.length)),
                tests.select(Arrays.copyOfRange(rest, tenth, 2 * tenth)),
                new Task.Regression());
        return new World(trial, trial.encoding().orElseThrow().dataset(tests.select(Arrays.copyOf(rest, tenth))));
    }

    private static Map<String, BiFunction<World, String, Acquirer>> arms() {
        Map<String, BiFunction<World, String, Acquirer>> arms = new LinkedHashMap<>();
        arms.put(NOTHING, (world, arm) -> CrashAcquisition::nothing);
        arms.put(RANDOM, (world, arm) -> named(arm, new BatchBuilder(Strategies.random())));
        arms.put("second random", (world, arm) -> named(arm, new BatchBuilder(Strategies.random())));
        arms.put("farthest-point", (world, arm) -> named(arm, new BatchBuilder(Strategies.farthestPoint())));
        for (LossVal method : List.of(LossVal.REFERENCE, LossVal.DEFAULT)) {
            for (int epochs : new int[] {5, 30}) {
                arms.put(
                        method.name() + " " + epochs,
                        (world, arm) -> named(arm, byValue(method.withEpochs(epochs), world.holdout())));
            }
        }
        return arms;
    }

    private static Acquirer named(String arm, Acquirer acquirer) {
        return (known, pool, budget, seed) -> acquirer.choose(known, pool, budget, seed.derive(arm));
    }

    private static Plan nothing(Dataset known, Candidates pool, Budget budget, Seed seed) {
        return plan(NOTHING, new int[0], pool);
    }

    /** The candidates of the highest expected value, whatever a skill gate would say. */
    private static Acquirer byValue(LossVal method, Dataset holdout) {
        Valuator valuator = Valuators.of(method, Surrogates.compact(MlpSettings.ROLC_P), Runner.SEQUENTIAL);
        return (known, pool, budget, seed) -> {
            double[] values =
                    valuator.value(known, holdout, seed.derive("values")).values();
            SecondaryModel forest = Surrogates.secondaryForest(Runner.SEQUENTIAL)
                    .fit(known.configurable(), values, seed.derive("forest"));
            Matrix members = forest.memberPredictions(pool.features());
            double[] expected = IntStream.range(0, pool.size())
                    .mapToDouble(
                            row -> Arrays.stream(members.row(row)).average().orElseThrow())
                    .toArray();
            int[] best = IntStream.range(0, pool.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> -expected[row]))
                    .limit(budget.batch())
                    .mapToInt(Integer::intValue)
                    .toArray();
            return plan(method.name(), best, pool);
        };
    }

    private static Plan plan(String name, int[] rows, Candidates pool) {
        List<Pick> picks = Arrays.stream(rows)
                .mapToObj(row -> new Pick(
                        row,
                        pool.ids().get(row),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        "",
                        Double.NaN,
                        pool.cost(row),
                        name))
                .toList();
        return new Plan(name, name, picks, Optional.empty(), Optional.empty(), List.of());
    }

    /** One number per experiment: the score at the end of one round, the mean over the rounds of ten. */
    private static double[] scores(Design design, String arm, Metric metric, List<Result> results, int experiments) {
        return IntStream.rangeClosed(1, experiments)
                .mapToDouble(experiment -> {
                    double[] rounds = results.stream()
                            .filter(r -> r.design().equals(design)
                                    && r.experiment() == experiment
                                    && r.arm().equals(arm)
                                    && (r.stage().round() > 0 || arm.equals(NOTHING)))
                            .mapToDouble(r -> r.stage().scores().get(metric))
                            .toArray();
                    return Arrays.stream(rounds).average().orElseThrow();
                })
                .toArray();
    }

    private static List<String> summary(
            Design design, String arm, List<Result> results, int experiments, double noise) {
        double[] mse = scores(design, arm, Metric.MSE, results, experiments);
        double[] random = scores(design, RANDOM, Metric.MSE, results, experiments);
        double[] nothing = scores(design, NOTHING, Metric.MSE, results, experiments);
        PairedDifference toRandom = PairedDifference.of(mse, random);
        PairedDifference toNothing = PairedDifference.of(mse, nothing);
        long better =
                IntStream.range(0, experiments).filter(i -> mse[i] < random[i]).count();
        System.out.printf(
                Locale.ROOT,
                "%-10s  %-22s MSE %.3f   minus random %+.3f [%+.3f, %+.3f]   minus nothing %+.3f [%+.3f, %+.3f]%n",
                design.name(),
                arm,
                mean(mse),
                toRandom.mean(),
                toRandom.lower(),
                toRandom.upper(),
                toNothing.mean(),
                toNothing.lower(),
                toNothing.upper());
        return List.of(
                design.name(),
                cell(noise),
                arm,
                Integer.toString(experiments),
                cell(mean(mse)),
                cell(mean(scores(design, arm, Metric.MAPE, results, experiments))),
                cell(mean(scores(design, arm, Metric.R2, results, experiments))),
                cell(toRandom.mean()),
                cell(toRandom.lower()),
                cell(toRandom.upper()),
                cell(toNothing.mean()),
                cell(toNothing.lower()),
                cell(toNothing.upper()),
                Long.toString(better));
    }

    private static void write(Path file, List<Result> results, double noise) {
        CsvWriter.write(
                file,
                List.of("design", "label_noise", "experiment", "arm", "round", "known", "mse", "mape", "r2"),
                results.stream()
                        .map(r -> List.of(
                                r.design().name(),
                                cell(noise),
                                Integer.toString(r.experiment()),
                                r.arm(),
                                Integer.toString(r.stage().round()),
                                Integer.toString(r.stage().labelled()),
                                cell(r.stage().scores().get(Metric.MSE)),
                                cell(r.stage().scores().get(Metric.MAPE)),
                                cell(r.stage().scores().get(Metric.R2))))
                        .toList());
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static String cell(double x) {
        return String.format(Locale.ROOT, "%.4f", x);
    }
}
