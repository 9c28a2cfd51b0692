package assay.benchmarks;

import assay.acquisition.Candidates;
import assay.acquisition.Column;
import assay.acquisition.Dataset;
import assay.acquisition.EnsembleModel;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Schema;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Table;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.problem.GenerationOptions;
import assay.acquisition.problem.SyntheticProblems;
import assay.acquisition.strategy.Strategies;
import assay.acquisition.trial.CrossValidation;
import assay.acquisition.trial.Trial;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.TableFile;
import assay.crash.simulator.CrashHistory;
import assay.crash.simulator.CrashProgramme;
import assay.kernels.Activation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which strategy should buy tests? Each replays a campaign of six rounds of ten on the same draws: tests known at first, a pool of at
 * most 400, at most 300 tests never bought. Three target models are scored on what was bought: a forest, a Gaussian process
 * and a network. The score is the root mean squared error on the tests never bought, averaged over the rounds, for strategies to
 * be compared with the mean of three random runs by {@link StrategySummary}.
 *
 * <p>Problems are made-up ones by their name, files under {@code ../shared/data} by their path (their last column is the target), and
 * two replays of the crash simulator in which the oldest 60 tests are known and only settings are features: {@code crash} deals
 * the later ones at random, {@code crash-newest} tests on the newest, and {@code crash-future} does so after declaring the newest
 * third of the pool. Others start with 50 tests.
 *
 * <p>What strategies learn out of fold is learnt by a forest, whatever model is scored. Run with problems, strategies, first
 * and last repeat and the file for the results:
 *
 * <pre>benchmarks/run StrategyStudy robot_arm,crash,yacht/yacht.csv null,alc-plain,alc 1 6 benchmarks/results/strategies.csv</pre>
 */
public final class StrategyStudy {

    private static final int START = 50;
    private static final int POOL = 400;
    private static final int TEST = 300;
    private static final int BATCH = 10;
    private static final int ROUNDS = 6;
    private static final int RANDOM_RUNS = 3;
    private static final int TREES = 100;
    private static final int FOLDS = 5;
    private static final int OLDEST = 60;
    private static final int NETWORKS = 3;
    private static final MlpSettings NETWORK = new MlpSettings(
            3, 32, Activation.TANH, MlpSettings.DEFAULT.optimiser(), 0.01, 60, 16, MlpSettings.DEFAULT.patience());

    /** The crash simulator where the newest third of the pool is declared to be where the product is used. */
    private static final String FUTURE = "crash-future";

    /** Names of the random runs begin so. */
    static final String RANDOM = "random ";

    private record Result(String problem, int repeat, String arm, String target, double area, double seconds) {}

    private StrategyStudy() {}

    /** @param args problems, strategies (commas between), first repeat, last repeat, file of results */
    public static void main(String[] args) {
        String[] problems = args[0].split(",");
        List<String> arms = List.of(args[1].split(","));
        int first = Integer.parseInt(args[2]);
        int last = Integer.parseInt(args[3]);
        List<int[]> cells = new ArrayList<>();
        for (int repeat = first; repeat <= last; repeat++) {
            for (int p = 0; p < problems.length; p++) {
                cells.add(new int[] {p, repeat});
            }
        }
        List<Result> results = cells.parallelStream()
                .map(cell -> replay(problems[cell[0]], cell[1], arms))
                .flatMap(List::stream)
                .toList();
        CsvWriter.write(
                Path.of(args[4]),
                List.of("problem", "repeat", "strategy", "target", "rmse_area", "seconds"),
                results.stream()
                        .map(r -> List.of(
                                r.problem(),
                                Integer.toString(r.repeat()),
                                r.arm(),
                                r.target(),
                                String.format(Locale.ROOT, "%.6g", r.area()),
                                String.format(Locale.ROOT, "%.3f", r.seconds())))
                        .toList());
    }

    private static List<Result> replay(String problem, int repeat, List<String> arms) {
        Seed seed = new Seed(repeat).derive(problem);
        Trial trial = trial(problem, seed);
        List<String> all = new ArrayList<>(
                IntStream.range(0, RANDOM_RUNS).mapToObj(i -> RANDOM + i).toList());
        all.addAll(arms);
        List<Result> results = new ArrayList<>();
        for (String arm : all) {
            results.addAll(run(problem, repeat, trial, arm, seed));
        }
        return results;
    }

    private static Strategy strategy(String arm) {
        TargetModel.Trainer forest = Surrogates.forest(TREES, Runner.SEQUENTIAL);
        Strategies.OutOfFoldErrors errors =
                (known, seed) -> CrossValidation.errors(known, forest, FOLDS, seed, Runner.SEQUENTIAL);
        SecondaryModel.Trainer secondary = Surrogates.secondaryForest(Runner.SEQUENTIAL);
        FeatureImportance importance = Surrogates.forestImportance(TREES, Runner.SEQUENTIAL);
        EnsembleModel.Trainer trees = Surrogates.trees(TREES, Runner.SEQUENTIAL);
        if (arm.startsWith(RANDOM)) {
            return Strategies.random();
        }
        return switch (arm) {
            case "null" -> Strategies.nullArm();
            case "random-in-region" -> Strategies.randomInRegion();
            case "farthest-point" -> Strategies.farthestPoint();
            case "random-prefilter+coreset" -> Strategies.randomPrefilter();
            case "error" -> Strategies.error(errors, secondary);
            case "error-coverage" -> Strategies.errorCoverage(errors, secondary);
            case "uncertainty" -> Strategies.uncertainty(trees);
            case "lcmd" -> Strategies.lcmd(trees);
            case "alc" -> Strategies.alc();
            case "alc-plain" -> Strategies.alcPlain();
            case "alc-importance" -> Strategies.alcScaled(importance);
            case "alc-error" -> Strategies.alcByError(errors, secondary);
            case "alc-committee" -> Strategies.alcCommittee(importance, errors, secondary);
            default -> throw new IllegalArgumentException("there is no strategy %s in this study".formatted(arm));
        };
    }

    private static List<Result> run(String problem, int repeat, Trial trial, String arm, Seed seed) {
        Map<String, TargetModel.Trainer> targets = new LinkedHashMap<>();
        targets.put("forest", Surrogates.forest(TREES, Runner.SEQUENTIAL));
        targets.put("process", (train, training) -> GridProcess.fit(train));
        targets.put("network", StrategyStudy::networks);
        Map<String, Double> area = new LinkedHashMap<>();
        Strategy strategy = strategy(arm);
        Dataset known = trial.start();
        int[] left = IntStream.range(0, trial.offer().size()).toArray();
        long nanos = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Candidates offer = trial.offer().select(left);
            long start = System.nanoTime();
            Situation situation = Situation.of(known, offer, BATCH);
            Preference preference = strategy.prefer(
                    problem.equals(FUTURE) ? situation.withRegion(newest(left)) : situation,
                    seed.derive(arm).derive(round));
            List<Integer> picks = new ArrayList<>();
            for (int pick = 0; pick < BATCH; pick++) {
                int choice = preference.best(i -> true, i -> 1).orElseThrow().candidate();
                preference.take(choice);
                picks.add(choice);
            }
            nanos += System.nanoTime() - start;
            int[] positions = left;
            known = known.with(trial.results()
                    .select(picks.stream().mapToInt(i -> positions[i]).toArray()));
            left = IntStream.range(0, positions.length)
                    .filter(i -> !picks.contains(i))
                    .map(i -> positions[i])
                    .toArray();
            Dataset now = known;
            Seed training = seed.derive("training").derive(round);
            targets.forEach((name, trainer) ->
                    area.merge(name, rmse(trainer.fit(now, training), trial.test()) / ROUNDS, Double::sum));
        }
        double seconds = nanos / 1e9 / ROUNDS;
        return area.entrySet().stream()
                .map(e -> new Result(problem, repeat, arm, e.getKey(), e.getValue(), seconds))
                .toList();
    }

    /** The newest third of a pool in order of time. */
    private static boolean[] newest(int[] left) {
        boolean[] inside = new boolean[left.length];
        for (int i = 0; i < left.length; i++) {
            inside[i] = left[i] >= 2 * POOL / 3;
        }
        return inside;
    }

    private static double rmse(TargetModel model, Dataset test) {
        Matrix predictions = model.predict(test.features());
        double sum = 0;
        for (int i = 0; i < test.size(); i++) {
            double error = predictions.at(i, 0) - test.target(i);
            sum += error * error / test.size();
        }
        return Math.sqrt(sum);
    }

    /** The mean of three networks. */
    private static TargetModel networks(Dataset train, Seed seed) {
        TargetModel.Trainer trainer = Surrogates.compact(NETWORK);
        List<TargetModel> models = IntStream.range(0, NETWORKS)
                .mapToObj(i -> trainer.fit(train, seed.derive(i)))
                .toList();
        return features -> {
            double[] mean = new double[features.rows()];
            for (TargetModel model : models) {
                Matrix predictions = model.predict(features);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += predictions.at(i, 0) / NETWORKS;
                }
            }
            return Matrix.of(mean.length, 1, mean);
        };
    }

    private static Trial trial(String problem, Seed seed) {
        if (problem.startsWith("crash")) {
            Table tests = CrashHistory.of(
                            CrashProgramme.DEFAULT.withTests(OLDEST + POOL + TEST),
                            seed.derive("history"),
                            Runner.SEQUENTIAL)
                    .tests();
            Table settings = onlyConfigurable(tests);
            int n = settings.size();
            int[] later = seed.derive("split").permutation(n - OLDEST);
            int[] rest = !problem.equals("crash")
                    ? IntStream.range(OLDEST, n).toArray()
                    : Arrays.stream(later).map(i -> i + OLDEST).toArray();
            return Trial.of(
                    settings.select(IntStream.range(0, OLDEST).toArray()),
                    settings.select(Arrays.copyOf(rest, POOL)),
                    settings.select(Arrays.copyOfRange(rest, POOL, rest.length)),
                    new Task.Regression());
        }
        Table table = problem.contains("/") ? file(problem) : made(problem, seed);
        int[] order = seed.derive("split").permutation(table.size());
        int test = Math.min(TEST, (table.size() - START) / 3);
        int pool = Math.min(POOL, table.size() - START - test);
        return Trial.of(
                table.select(Arrays.copyOf(order, START)),
                table.select(Arrays.copyOfRange(order, START, START + pool)),
                table.select(Arrays.copyOfRange(order, START + pool, START + pool + test)),
                new Task.Regression());
    }

    private static Table made(String problem, Seed seed) {
        return onlyConfigurable(SyntheticProblems.named(problem)
                .generate(START + POOL + TEST, GenerationOptions.DEFAULT, seed.derive("tests"))
                .table());
    }

    private static Table file(String name) {
        Path path = Path.of("../shared/data").resolve(name);
        List<String> columns = new ArrayList<>(CsvTables.columnNames(path));
        Declaration declaration = Declaration.NONE
                .withTarget(columns.get(columns.size() - 1))
                .withConfigurable(columns.subList(0, columns.size() - 1));
        TableFile file = CsvTables.read(path, declaration);
        return file.table();
    }

    private static Table onlyConfigurable(Table tests) {
        return tests.withSchema(new Schema(tests.schema().columns().stream()
                .map(c -> c.role() == Role.MEASURED || c.role() == Role.COST
                        ? new Column(c.name(), c.kind(), Role.IGNORED, c.unit())
                        : c)
                .toList()));
    }
}
