package assay.campaigns.cli;

import assay.acquisition.Budget;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.acquisition.batch.BatchBuilder;
import assay.acquisition.strategy.Diversity;
import assay.acquisition.trial.ReplayedChoice;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay rank}: which tests to buy next? */
@Command(
        name = "rank",
        header = "Plans the next tests: the best candidates within a batch and a budget.",
        description = {
            "Learns from the tests in --train and picks from --candidates. The plan has the columns"
                    + " rank,id,expected_value,lower,upper,p_in_batch,nearest_past,distance,cost,reason;"
                    + " what a strategy does not know is empty.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Strategies:",
            "  auto            the default: replays 10 campaigns on the known tests by",
            "                  alc-ensemble, alc-plain, error-coverage and farthest-point, of",
            "                  classes by alc-ensemble, alc, margin+coreset and entropy, and",
            "                  takes the best that beats random choice beyond chance, else the",
            "                  first; the plan says what it gained in 10 other replays. In",
            "                  order of time if the tests have dates; a forest stands in for a",
            "                  network, and 300 tests for more. With --region its tests count;",
            "                  with fewer than 40 known tests, or 20 in the region, the second",
            "                  is taken unproven; of more than 200000 candidates farthest-point",
            "  bandit          leaves each round to one of them, by what rounds of each",
            "                  brought so far; in `assay simulate` only",
            "  farthest-point  fills the widest gaps between known tests; won modestly",
            "                  against random choice on most of 14 problems of our study",
            "  value:METHOD    the papers' pipeline, short --method METHOD: values the known",
            "                  tests (see `assay value --help`), learns value from what is",
            "                  known before a test, and takes the highest expected values;",
            "                  on 9 to 13 of the 14 problems that was worse than random",
            "                  choice, so it is good for learning what has been informative,",
            "                  and to be compared before money is spent",
            "  random          drawn without looking: what a strategy has to beat",
            "  alc             what explains most of all candidates, by a Gaussian process",
            "                  whose lengths and noise are fitted to the known tests; on 9",
            "                  of 12 problems of our study (docs/results.md) better than",
            "                  random choice, by 5 %% of the error on average, on none worse",
            "  alc-plain       the same with one length for all settings, nothing fitted;",
            "                  better on 8 of 12, by 4 %%; on simulated crash tests by 4 to",
            "                  13 %% in one study of two, where alc and alc-committee gained",
            "                  nothing",
            "  alc-importance  the same with lengths by a forest's importances; 8 of 12, 5 %%",
            "  alc-error       alc, for candidates that are predicted badly; 9 of 12, 6 %%",
            "  alc-committee   two fitted kernels and predicted errors; 9 of 12, 6 %%",
            "  alc-robust      alc-plain and a rough kernel of fixed length, for candidates",
            "                  that are predicted badly; on 13 sets of numbers 9 %% less error",
            "                  than random choice, 1.4 %% less than alc-plain",
            "  alc-ensemble    the same, and what trainings of the model, or trees, are",
            "                  unsure about together; 9 %%, 2 %% less than alc-plain, and the",
            "                  only one that won with classes for forest and network alike",
            "  error-coverage  wide gaps where the model errs out of fold; 9 of 12, 5 %%",
            "  lcmd            from each of the largest groups the farthest, as a forest",
            "                  sees it; better on 3 of 12, worse on 2",
            "  error           where the model errs most out of fold; on average no better",
            "                  than random choice",
            "  uncertainty     where the trees of a forest disagree most; likewise",
            "  entropy, margin classes only: where the model cannot decide; on five sets of",
            "                  classes margin+coreset made 12 %% fewer errors with a forest than",
            "                  random choice, and 3 %% with a network, within chance",
            "  bald            where 5 trainings of the model disagree most; with classes",
            "                  and a network 9 %% fewer errors, with a forest no gain",
            "  ads             values in a network's embedding preselect 3 in 10 of the",
            "                  candidates around each known test, the farthest of those are",
            "                  taken; with classes and a network 10 %% fewer errors than random",
            "                  choice, of numbers 4 to 6 %% less error, about what the farthest",
            "                  of all gain. Where most candidates are noise, --set worth=exact",
            "                  and --set preselected=0.1 kept it out on one of three sets",
            "  S+coreset       any of these, the best five-fold batch thinned out",
            "  S+kmedians      likewise, those that represent it best",
            "  S+badge         likewise, those that a network's last layer sees as open",
            "                  and unlike each other",
            "Controls, to be compared with:",
            "  null            a second random draw: what chance does",
            "  random-prefilter+coreset  random, thinned out: what spreading out does",
            "  random-in-region  random where the product will be used",
            "",
            "Values steer a plan only if they pass the skill gate: the target model must",
            "beat a constant, and the values must be predictable beyond chance. If not, the",
            "plan fills gaps instead and says so.",
            "",
            "Examples:",
            "  Five tests, chosen as the past suggests:",
            "    assay rank --train tests.csv --candidates candidates.csv \\",
            "        --target peak --batch 5 --out plan.csv",
            "  By value, with a page to look at:",
            "    assay rank --train tests.csv --candidates candidates.csv \\",
            "        --target peak --method lossval --batch 5 \\",
            "        --out plan.csv --report plan.html",
            "  As many as 50000 buys, spread out:",
            "    assay rank --train tests.csv --candidates candidates.csv \\",
            "        --target peak --method lossval --diversity coreset \\",
            "        --cost price --budget 50000 --batch 20 --out plan.csv",
            "  With rules, while the last plan is still being run:",
            "    assay rank --train tests.csv --candidates candidates.csv \\",
            "        --target peak --strategy alc --batch 8 \\",
            "        --where 'mass < 1900' --forbid 'mass > 1600 && speed > 60' \\",
            "        --quota 'speed > 55 >= 2' --quota 'mass < 1200 <= 3' \\",
            "        --limit 'sum(mass) <= 12000' --ban C3,C4 \\",
            "        --pending plan.csv --out next.csv",
            "",
            "Rules speak of the columns that are known before a test, in their units, and",
            "of id, cost and time. They have numbers, \"words\", + - * / %%, < <= > >= == !=,",
            "&& || !, parentheses, =~ [\"a\", \"b\"] for one of a list, =^ \"a\" for words that",
            "begin so, and == null for an empty cell; a column whose name is no plain word",
            "stands in `backquotes`. Rules are kept, whatever the strategy likes; the plan",
            "says what each of them costs. Rules that no batch can keep are named, and",
            "nothing is written."
        })
final class RankCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--train", paramLabel = "F", required = true, description = "The known tests: CSV, plain or gzip.")
    private Path train;

    @Option(
            names = "--valid",
            paramLabel = "F",
            description = "Tests that values are measured against (default: holdouts in turn).")
    private Optional<Path> valid;

    @Option(
            names = "--candidates",
            paramLabel = "F",
            required = true,
            description = "The tests that could be run: the configurable columns, and id and cost if there are. Without"
                    + " --configurable, the input columns that both files have are configurable.")
    private Path candidates;

    @Option(names = "--strategy", paramLabel = "S", description = "How to choose; see the list below (default: auto).")
    private Optional<String> strategy;

    @Option(names = "--method", paramLabel = "M", description = "Short for --strategy value:M.")
    private Optional<String> method;

    @Option(names = "--batch", paramLabel = "K", required = true, description = "How many tests at most.")
    private int batch;

    @Option(names = "--budget", paramLabel = "X", description = "How much money at most, in the unit of --cost.")
    private Optional<Double> budget;

    @Option(
            names = "--diversity",
            paramLabel = "D",
            defaultValue = "none",
            description =
                    "What keeps a batch from clustering, out of the five-fold batch of best candidates: none, coreset (thins it"
                            + " out), kmedians (represents it) or badge (as a network's last layer sees it); --strategy S+coreset is"
                            + " the same (default: ${DEFAULT-VALUE}).")
    private Diversity diversity;

    @Option(
            names = "--unseen",
            paramLabel = "POLICY",
            defaultValue = "refuse",
            description = "Candidates with a category that no known test has: refuse or allow (default:"
                    + " ${DEFAULT-VALUE}).")
    private PoolFile.Unseen unseen;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where the plan goes.")
    private Path out;

    @Option(names = "--report", paramLabel = "F", description = "Also write one HTML page to look at.")
    private Optional<Path> report;

    @Mixin
    private DataOptions data;

    @Mixin
    private RuleOptions rules;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        StrategyName chosen = usage.check(
                () -> StrategyName.of(strategy, method).with(diversity).checkedForPlan());
        Budget limit = usage.check(() -> new Budget(batch, budget.orElse(Double.POSITIVE_INFINITY)));
        rules.check(usage);
        try (ThreadRunner runner = root.runner()) {
            Settings settings = usage.check(model::settings);
            AdsSettings ads = usage.check(() -> AdsSettings.of(Stream.of(chosen), settings));
            Modelling modelling = usage.check(
                    () -> Modelling.of(model.kind(), chosen.method().stream().toList(), settings, runner));
            if (chosen.kind().trainsModel()) {
                runner.untilNeeded(modelling::warmUp);
            }
            checkFiles(usage);
            KnownTests tests = knownTests(modelling, chosen);
            PoolFile pool = PoolFile.read(candidates, tests, data.declaration(), unseen, rules.named());
            List<Problem> warnings = new ArrayList<>(tests.warnings());
            warnings.addAll(pool.warnings());
            checkBudget(usage, pool);
            Terms terms = Terms.read(rules, usage, tests, pool, data.missing(), limit);
            warnings.addAll(terms.warnings());
            root.console().problems(warnings);
            usage.check(() -> modelling.checkedFor(tests.known()));
            usage.check(() -> chosen.checkedFor(tests.known().task(), model.kind()));
            usage.check(
                    () -> ads.checkedFor(tests.known().task(), tests.holdout().isPresent()));
            if (chosen.kind().needsFolds()) {
                usage.check(() -> modelling.checkedFor(tests.known().size()));
            }

            BatchBuilder builder = new BatchBuilder(
                    new StrategyMaker(modelling, tests.known().task(), tests.holdout(), runner, order(tests), ads)
                            .strategy(chosen));
            Plan plan = withNoteOnLength(
                    builder.choose(terms.situation(tests, pool, batch), limit, terms.rules(), root.seed()), terms);
            PlanOutput output = PlanOutput.of(root, plan, tests, pool, terms, modelling, warnings);
            output.write(out);
            report.ifPresent(page ->
                    output.writeReport(page, spec.commandLine().getParseResult().originalArgs()));
            output.print(out, report);
            return ExitCode.OK;
        }
    }

    /** A TIME column that was named must be filled; one that was found and has gaps says nothing. */
    private ReplayedChoice.TimeOrder order(KnownTests tests) {
        Table table = tests.file().table();
        Optional<Integer> time = table.schema().indexOf(Role.TIME);
        boolean named = data.declaration().time().isPresent();
        if (time.isEmpty()
                || !named && IntStream.range(0, table.size()).anyMatch(row -> table.isMissing(row, time.get()))) {
            return ReplayedChoice.TimeOrder.UNKNOWN;
        }
        int[] oldestFirst =
                TrialSource.oldestFirst(tests).stream().mapToInt(row -> row).toArray();
        return rows -> Optional.of(oldestFirst);
    }

    private void checkFiles(Usage usage) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put("--train", train);
        valid.ifPresent(file -> inputs.put("--valid", file));
        data.declaration().schemaFile().ifPresent(file -> inputs.put("--schema", file));
        usage.different(Map.of("--train", train), Map.of("--candidates", candidates));
        inputs.put("--candidates", candidates);
        inputs.putAll(rules.files());
        Map<String, Path> outputs = new LinkedHashMap<>(Map.of("--out", out));
        report.ifPresent(file -> outputs.put("--report", file));
        usage.different(inputs, outputs);
        outputs.values().forEach(file -> new OutputFile(file).check());
        data.requireTarget(usage);
    }

    private KnownTests knownTests(Modelling modelling, StrategyName chosen) {
        Set<String> names = new HashSet<>(CsvTables.columnNames(candidates));
        KnownTests tests = KnownTests.read(
                train,
                valid,
                ofTrain(data.declaration()),
                schema -> PoolFile.configurableByPresence(schema, names),
                modelling.scaling(),
                chosen.kind().needsFolds() ? modelling.folds() : 1);
        if (tests.encoding().configurableFeatures() == 0) {
            throw new InvalidDataException(List.of(Problem.ofFile(
                    candidates.toString(),
                    "no input column of " + train + " that varies there",
                    "the columns that are known before a test",
                    "Maybe the columns have other names in the two files? --configurable names them")));
        }
        root.console()
                .detail("configurable: "
                        + String.join(
                                ", ",
                                tests.file().schema().columns(Role.CONFIGURABLE).stream()
                                        .map(c -> c.label())
                                        .toList()));
        return tests;
    }

    /** What is declared of columns that only the candidates have says nothing about the known tests. */
    private Declaration ofTrain(Declaration declaration) {
        Declaration known = declaration.withExcluded(declaration.excluded().stream()
                .filter(column -> CsvTables.hasColumn(train, column) || !CsvTables.hasColumn(candidates, column))
                .toList());
        boolean priced = declaration
                .cost()
                .filter(cost -> CsvTables.hasColumn(train, cost))
                .isPresent();
        return priced ? known : known.withoutCost();
    }

    private void checkBudget(Usage usage, PoolFile pool) {
        if (batch > pool.pool().size()) {
            throw usage.error("--batch (%d) must be at most the number of candidates that are left (%d)"
                    .formatted(batch, pool.pool().size()));
        }
        if (budget.isPresent() && pool.file().schema().indexOf(Role.COST).isEmpty()) {
            throw usage.error("--budget needs the price of every candidate. Maybe --cost COL?");
        }
        double cheapest = IntStream.range(0, pool.pool().size())
                .mapToDouble(pool.pool()::cost)
                .min()
                .orElseThrow();
        if (budget.filter(money -> money < cheapest).isPresent()) {
            throw new NothingToDoException("a budget of %s buys none of the candidates: the cheapest costs %s"
                    .formatted(CsvWriter.cell(budget.get()), CsvWriter.cell(cheapest)));
        }
    }

    /** Says why the plan is shorter than the batch, if it is. */
    private Plan withNoteOnLength(Plan plan, Terms terms) {
        int bought = plan.picks().size();
        if (bought == batch) {
            return plan;
        }
        List<String> notes = new ArrayList<>(plan.notes());
        if (terms.rules().isEmpty()) {
            notes.add("The budget of %s buys %d of the %d tests asked for; no candidate fits into what is left of it."
                    .formatted(CsvWriter.cell(budget.orElseThrow()), bought, batch));
        } else {
            notes.add("The rules%s let %d of the %d tests asked for be bought; no other candidate fits."
                    .formatted(budget.isPresent() ? " and the budget" : "", bought, batch));
        }
        return plan.withNotes(notes);
    }
}
