package assay.campaigns.cli;

import assay.acquisition.Budget;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.ReplayedChoice;
import assay.acquisition.trial.Rerun;
import assay.acquisition.trial.Simulation;
import assay.campaigns.csv.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay simulate}: which strategy would have bought better tests? */
@Command(
        name = "simulate",
        header = "Says whether a strategy buys better tests than random choice, on tests that are known.",
        description = {
            "Replays campaigns on known tests: --initial of them are known at first, a strategy buys --batch of the others in"
                    + " each of --rounds, and after each round a new model is trained and scored on tests that are never bought."
                    + " --repeats deals the tests anew. All strategies see the same deals and the same initial models. Random"
                    + " choice is always among them, as the mean of some runs.",
            "",
            "--out has the columns strategy,repeat,round,labelled,metric,score,seconds: every metric after every round, and the"
                    + " seconds that choosing took; random.2, .. are further runs of random choice. Same seed, same file on any number of threads, but for the last column.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "What is compared: the mean of the loss (rmse; error rate; ...) over the",
            "rounds, less that of random choice on the same deal, in %% of random's loss;",
            "negative is better. A strategy beats random only if",
            "  - the 95 %% interval of that difference excludes 0, and",
            "  - p is below 5 %% for all strategies together (Holm). p: how often would",
            "    one of the runs of a deal, named at random, be so different?",
            "Two runs of random choice are told apart in fewer than 1 of 20 simulations.",
            "tests_saved: how many tests fewer a strategy needs for the loss that random",
            "choice has at the end; negative: how many fewer random choice needs.",
            "The interval is over deals of these tests. It says nothing of other products,",
            "nor of a future that differs from the past: see --time.",
            "",
            "Examples:",
            "  Would filling gaps have paid off? Ten deals, a forest:",
            "    assay simulate --pool tests.csv --target peak --initial 10 --batch 4 \\",
            "        --rounds 3 --strategy farthest-point --repeats 10 \\",
            "        --model forest --set models=50 --out curves.csv \\",
            "        --summary summary.csv --report simulation.html",
            "  In order of time: the oldest are known, the newest are predicted:",
            "    assay simulate --pool tests.csv --target peak --time date \\",
            "        --initial 10 --batch 4 --rounds 3 --strategy farthest-point \\",
            "        --repeats 5 --model linear --out curves.csv",
            "  A long run that was interrupted goes on with the same line and --resume:",
            "    assay simulate --pool train.csv --test valid.csv --target class \\",
            "        --initial 8 --batch 4 --rounds 3 --strategy farthest-point \\",
            "        --repeats 4 --model knn --out curves.csv --resume"
        })
final class SimulateCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pool",
            paramLabel = "F",
            required = true,
            description = "The known tests to start with and to buy from: CSV, plain or gzip.")
    private Path pool;

    @Option(
            names = "--test",
            paramLabel = "F",
            description = "The tests that models are scored on (default: a fifth of --pool, another in every deal).")
    private Optional<Path> test = Optional.empty();

    @Option(names = "--initial", paramLabel = "N", required = true, description = "Tests known at first.")
    private int initial;

    @Option(names = "--batch", paramLabel = "B", required = true, description = "Tests bought in a round, at most.")
    private int batch;

    @Option(names = "--rounds", paramLabel = "R", required = true, description = "Rounds of a campaign.")
    private int rounds;

    @Option(
            names = "--strategy",
            paramLabel = "S",
            split = ",",
            required = true,
            description = "Strategies, split by commas; `assay rank --help` lists them.")
    private List<String> strategies = List.of();

    @Option(names = "--repeats", paramLabel = "K", required = true, description = "Deals; from 10 on for a verdict.")
    private int repeats;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where all scores go.")
    private Path out;

    @Option(
            names = "--summary",
            paramLabel = "F",
            description = "Also write a line for each strategy: strategy,score_final,auc,diff_vs_random,lower,upper,"
                    + "p_adjusted,tests_saved,tests_saved_lower,tests_saved_upper,verdict.")
    private Optional<Path> summary = Optional.empty();

    @Option(names = "--report", paramLabel = "F", description = "Also write one HTML page to look at.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--metric",
            paramLabel = "M",
            description = "What is compared: rmse, mse, mae, mape or r2 of numbers (default: rmse); accuracy,"
                    + " balanced-accuracy, log-loss or brier of classes (default: accuracy).")
    private Optional<Metric> metric = Optional.empty();

    @Option(
            names = "--retrainings",
            paramLabel = "N",
            defaultValue = "1",
            description = "Models per round, whose scores are averaged (default: ${DEFAULT-VALUE}).")
    private int retrainings;

    @Option(
            names = "--random-runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs of random choice on every deal (default: ${DEFAULT-VALUE}).")
    private int randomRuns;

    @Option(
            names = "--pool-size",
            paramLabel = "N",
            description = "Tests to buy from in every deal, drawn from --pool (default: all).")
    private Optional<Integer> poolSize = Optional.empty();

    @Option(
            names = "--test-size",
            paramLabel = "N",
            description = "Tests of --pool to score on, without --test (default: a fifth, at most 1000).")
    private Optional<Integer> testSize = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "X",
            description = "Money for a round, at most, in the unit of --cost (default: no limit).")
    private Optional<Double> budget = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "COND",
            description = "Where the product will be used, such as 'mass < 2000': strategies that know of it (alc,"
                    + " random-in-region, ..) choose for such tests, and models are scored on such tests alone (default:"
                    + " everywhere).")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with an interrupted run: campaigns that are finished are kept in FILE.journal beside"
                    + " --out until all are. More --repeats and other strategies can be asked for.")
    private boolean resume;

    @Mixin
    private DataOptions data;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        try (ThreadRunner runner = root.runner()) {
            checkNumbers(usage);
            List<StrategyName> names = usage.check(this::names);
            Settings settings = usage.check(model::settings);
            AdsSettings ads = usage.check(() -> AdsSettings.of(names.stream(), settings));
            Modelling modelling = usage.check(() -> Modelling.of(
                    model.kind(),
                    names.stream()
                            .flatMap(name -> name.method().stream())
                            .distinct()
                            .toList(),
                    settings,
                    runner));
            checkFiles(usage);
            KnownTests tests = KnownTests.read(
                    pool, test, data.declaration(), TrialSource::configurableUnlessDeclared, modelling.scaling(), 2);
            root.console().problems(tests.warnings());
            checkRoles(usage, tests);
            usage.check(() -> modelling.checkedFor(tests.known()));
            names.forEach(
                    name -> usage.check(() -> name.checkedFor(tests.known().task(), model.kind())));
            usage.check(() -> ads.checkedForSimulation(tests.known().task()));
            if (names.stream().anyMatch(name -> name.kind().needsFolds())) {
                usage.check(() -> modelling.checkedFor(initial));
            }
            TrialSource everywhere = usage.check(() -> TrialSource.of(
                    tests,
                    data.declaration().time().isPresent(),
                    new TrialSource.Wish(initial, poolSize, testSize),
                    batch * rounds));
            TrialSource trials = region.map(
                            condition -> everywhere.within(usage.check(() -> TrialSource.Region.of(condition, tests))))
                    .orElse(everywhere);
            Metric compared = usage.check(() -> metric(tests.known().task()));
            StrategyMaker maker = new StrategyMaker(
                    modelling,
                    tests.known().task(),
                    Optional.empty(),
                    runner,
                    everywhere.oldestFirst().isPresent()
                            // A campaign in order of time knows its tests in that order.
                            ? rows -> Optional.of(IntStream.range(0, rows).toArray())
                            : ReplayedChoice.TimeOrder.UNKNOWN,
                    ads,
                    Optional.of(initial));
            List<Strategy> arms = arms(names, maker);
            return simulate(trials, arms, compared, modelling, runner);
        }
    }

    private void checkNumbers(Usage usage) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("--initial", initial);
        numbers.put("--batch", batch);
        numbers.put("--rounds", rounds);
        numbers.put("--repeats", repeats);
        numbers.put("--retrainings", retrainings);
        numbers.put("--random-runs", randomRuns);
        poolSize.ifPresent(n -> numbers.put("--pool-size", n));
        testSize.ifPresent(n -> numbers.put("--test-size", n));
        numbers.forEach((option, number) -> {
            if (number < 1) {
                throw usage.error("%s (%d) must be at least 1".formatted(option, number));
            }
        });
        if ((long) batch * rounds > Integer.MAX_VALUE) {
            throw usage.error("--batch (%d) times --rounds (%d) is too much".formatted(batch, rounds));
        }
        if (test.isPresent() && testSize.isPresent()) {
            throw usage.error("--test-size is for a part of --pool, but --test names a file: give one of the two");
        }
        usage.check(() -> limit());
    }

    private Budget limit() {
        return new Budget(batch, budget.orElse(Double.POSITIVE_INFINITY));
    }

    /** What was asked for, with random choice in front. */
    private List<StrategyName> names() {
        List<StrategyName> names = new ArrayList<>();
        StrategyName random = StrategyName.of(Optional.of(SimulationSummary.RANDOM), Optional.empty());
        names.add(random);
        for (String typed : strategies) {
            if (Collections.frequency(strategies, typed) > 1) {
                throw new IllegalArgumentException("--strategy names %s twice".formatted(typed));
            }
            StrategyName name = StrategyName.of(Optional.of(typed.strip()), Optional.empty());
            if (!name.equals(random)) {
                names.add(name);
            }
        }
        return names;
    }

    private List<Strategy> arms(List<StrategyName> names, StrategyMaker maker) {
        List<Strategy> arms = new ArrayList<>();
        Strategy random = maker.strategy(names.get(0));
        arms.add(random);
        IntStream.rangeClosed(2, randomRuns).forEach(run -> arms.add(new Rerun(random, run)));
        names.stream().skip(1).map(maker::strategy).forEach(arms::add);
        if (!strategies.contains(SimulationSummary.RANDOM)) {
            root.console().info("random choice is added: it is what the strategies are compared with");
        }
        return arms;
    }

    private Path journal() {
        return out.resolveSibling(out.getFileName() + ".journal");
    }

    private void checkFiles(Usage usage) {
        Map<String, Path> inputs = new LinkedHashMap<>(Map.of("--pool", pool));
        test.ifPresent(file -> inputs.put("--test", file));
        data.declaration().schemaFile().ifPresent(file -> inputs.put("--schema", file));
        Map<String, Path> outputs = new LinkedHashMap<>(Map.of("--out", out));
        summary.ifPresent(file -> outputs.put("--summary", file));
        report.ifPresent(file -> outputs.put("--report", file));
        usage.different(inputs, outputs);
        outputs.values().forEach(file -> new OutputFile(file).check());
        new OutputFile(journal()).check();
        data.requireTarget(usage);
    }

    private void checkRoles(Usage usage, KnownTests tests) {
        if (budget.isPresent() && tests.file().schema().indexOf(Role.COST).isEmpty()) {
            throw usage.error("--budget needs the price of every test. Maybe --cost COL?");
        }
        if (data.declaration().time().isEmpty()) {
            tests.file().schema().columns(Role.TIME).stream()
                    .findFirst()
                    .ifPresent(column -> root.console()
                            .info("tests are dealt at random; --time %s replays them in order of time"
                                    .formatted(column.name())));
        }
    }

    private Metric metric(Task task) {
        List<Metric> possible = Metric.of(task);
        Metric asked = metric.orElse(possible.get(0));
        if (!possible.contains(asked)) {
            throw new IllegalArgumentException("--metric %s cannot be measured of %s; possible are %s"
                    .formatted(
                            Typed.word(asked),
                            task instanceof Task.Classification ? "classes" : "numbers",
                            String.join(", ", possible.stream().map(Typed::word).toList())));
        }
        return asked;
    }

    private int simulate(TrialSource trials, List<Strategy> arms, Metric compared, Modelling modelling, Runner runner) {
        Simulation simulation = new Simulation(modelling.trainer(), limit(), rounds, retrainings);
        SimulationResults results;
        Set<String> failures;
        try (CheckpointFile journal = journal(trials, modelling)) {
            SimulatedCampaigns campaigns = new SimulatedCampaigns(simulation, trials, modelling.scaling(), journal);
            results = campaigns.run(arms, repeats, root.seed().derive("simulation"), runner);
            failures = campaigns.failures();
        }
        results.write(out);
        if (!failures.isEmpty()) {
            failures.forEach(root.console()::error);
            root.console().info("what was finished stays in " + journal());
            return ExitCode.SOFTWARE;
        }
        report(results, compared, trials, modelling);
        try {
            Files.delete(journal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK;
    }

    /** Whatever changes a campaign is in the header; strategies and repeats are in the records. */
    private CheckpointFile journal(TrialSource trials, Modelling modelling) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put(
                "tests",
                DataHash.ofTables(
                        trials.tests().file().table(),
                        trials.tests().holdoutFile().map(file -> file.table())));
        header.put("deals", trials.sizes() + (trials.oldestFirst().isPresent() ? " in order of time" : " at random"));
        header.put("region", region.orElse("everywhere"));
        header.put("rounds", rounds + " of " + limit());
        header.put("retrainings", Integer.toString(retrainings));
        header.put("model", modelling.model());
        header.put("settings", model.settings().without(Set.of()));
        header.put("seed", Long.toString(root.seed().value()));
        if (!resume) {
            return CheckpointFile.start(journal(), header);
        }
        CheckpointFile journal = CheckpointFile.resume(journal(), header);
        root.console().info("%s: %d finished campaigns".formatted(journal(), journal.size()));
        return journal;
    }

    private void report(SimulationResults results, Metric compared, TrialSource trials, Modelling modelling) {
        if (!results.isFinite(compared)) {
            root.console()
                    .warning(
                            "%s is not finite in every round, so that strategies cannot be compared by it. Maybe --metric %s?"
                                    .formatted(
                                            Typed.word(compared),
                                            Typed.word(results.metrics().get(0))));
        }
        SimulationOutput output =
                new SimulationOutput(root, results, compared, baseline(), repeats, batch * rounds, modelling.model());
        summary.ifPresent(output::writeSummary);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("deals", trials.oldestFirst().isPresent() ? "in order of time" : "at random");
        settings.put("known at first", Integer.toString(trials.sizes().start()));
        settings.put("to buy from", Integer.toString(trials.sizes().pool()));
        settings.put("a round", batch + (budget.isPresent() ? " tests at most, for " + budget.get() : " tests"));
        region.ifPresent(condition -> settings.put("region", condition));
        settings.put("retrainings", Integer.toString(retrainings));
        report.ifPresent(page -> output.writeReport(
                page,
                trials.tests(),
                settings,
                spec.commandLine().getParseResult().originalArgs()));
        output.print(out, summary, report);
    }

    private List<String> baseline() {
        List<String> baseline = new ArrayList<>(List.of(SimulationSummary.RANDOM));
        IntStream.rangeClosed(2, randomRuns).forEach(run -> baseline.add(SimulationSummary.RANDOM + "." + run));
        return baseline;
    }
}
