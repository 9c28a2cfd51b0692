package assay.campaigns.cli;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.InvalidDataException;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.Problem;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import assay.valuation.detection.Detection;
import assay.valuation.detection.DiscoveryCurve;
import assay.valuation.detection.Noise;
import assay.valuation.detection.NoisySplit;
import assay.valuation.detection.RetrainingCurve;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay evaluate}: which valuation method finds bad tests in data like these? */
@Command(
        name = "evaluate",
        header = "Says which valuation method finds spoiled tests in data like yours.",
        description = {
            "Deals the tests into training, validation and test rows, spoils some training rows on purpose, values them by"
                    + " every method, and looks whether the spoiled ones have the lowest values. Columns:"
                    + " dataset,noise,rate,method,repeat,f1_2means,auroc,average_precision,discovery_mean,seconds. All methods"
                    + " see the same draws; random values are always among them. Inputs are standardised over the whole"
                    + " file. Same seed, same file, but for the last column: wall time on one of the threads.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Figures:",
            "  f1_2means          of calling the lower of two clusters spoiled; random",
            "                     values reach about p / (p + 1/2) at a rate of p",
            "  auroc              a spoiled row is below a sound one; random: 1/2",
            "  average_precision  random: about the rate",
            "  discovery_mean     share found, averaged over checking 0, 1/20, .. of",
            "                     the rows, lowest values first; random: 1/2",
            "",
            "Examples:",
            "  Two methods on wrong labels, three draws:",
            "    assay evaluate --data tests.csv --target peak --noise label --rate 0.1 \\",
            "        --method lossval,consensus --repeats 3 --out found.csv",
            "  Go on with a long run that was interrupted, and draw curves:",
            "    assay evaluate --data tests.csv --target peak --noise label,feature \\",
            "        --rate 0.1,0.2 --method consensus --repeats 2 --out found.csv \\",
            "        --curves curves.csv --resume"
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final List<String> HEADER = List.of(
            "dataset",
            "noise",
            "rate",
            "method",
            "repeat",
            "f1_2means",
            "auroc",
            "average_precision",
            "discovery_mean",
            "seconds");
    private static final List<String> CURVES = List.of(
            "dataset", "noise", "rate", "method", "repeat", "curve", "rows", "share", "published_axis", "score");
    private static final int KEY = 5;

    /** One method on one draw. */
    private record Piece(List<String> key, Noise noise, int repeat, ValuationMethod method) {}

    /** What is drawn from, and the target model. */
    private record Draws(Dataset all, NoisySplit.Sizes sizes, TargetModel.Trainer trainer) {}

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "F",
            required = true,
            description = "Tests that are taken to be sound: CSV, plain or gzip.")
    private Path file;

    @Option(
            names = "--method",
            paramLabel = "M",
            split = ",",
            required = true,
            description = "Valuation methods, split by commas; `assay value --help` lists them.")
    private List<String> methods = List.of();

    @Option(names = "--repeats", paramLabel = "K", required = true, description = "How many draws of rows and noise.")
    private int repeats;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where the figures go.")
    private Path out;

    @Option(
            names = "--curves",
            paramLabel = "F",
            description =
                    "Also write curves: spoiled rows found (discovery), and what the target model scores on the test"
                            + " rows when the lowest or highest values are removed, or added one after the other. Some 80 trainings"
                            + " for each method and draw.")
    private Optional<Path> curves = Optional.empty();

    @Option(
            names = "--resume",
            description =
                    "Keep the rows that are in --out already, of other data sets too, and compute what is missing.")
    private boolean resume;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to write in the column dataset (default: the name of the file).")
    private Optional<String> name = Optional.empty();

    @Mixin
    private NoiseOptions noise;

    @Mixin
    private DataOptions data;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        try (ThreadRunner runner = root.runner()) {
            if (repeats < 1) {
                throw usage.error("repeats (%d) must be at least 1".formatted(repeats));
            }
            List<Noise> noises = usage.check(noise::noises);
            Modelling modelling = usage.check(() -> modelling(runner));
            checkFiles(usage);
            data.requireTarget(usage);
            KnownTests tests = KnownTests.read(
                    file, Optional.empty(), data.declaration(), UnaryOperator.identity(), modelling.scaling(), 2);
            root.console().problems(tests.warnings());
            NoisySplit.Sizes sizes = usage.check(() -> noise.sizes(tests.known().size()));
            checkRows(tests.known(), sizes);
            List<Piece> plan = plan(noises, modelling.methods());
            Dataset all = noise.dealt(
                    tests.known(), tests.encoding().constantColumns().size());
            return evaluate(new Draws(all, sizes, modelling.trainer()), plan, runner);
        }
    }

    private Modelling modelling(Runner runner) {
        List<String> typed = new ArrayList<>(methods);
        typed.forEach(method -> {
            if (Collections.frequency(typed, method) > 1) {
                throw new IllegalArgumentException("--method names %s twice".formatted(method));
            }
        });
        if (!typed.contains(MethodName.RANDOM.toString())) {
            typed.add(MethodName.RANDOM.toString());
        }
        return Modelling.of(model.kind(), typed.stream().map(MethodName::named).toList(), model.settings(), runner);
    }

    private void checkFiles(Usage usage) {
        Map<String, Path> inputs = new LinkedHashMap<>(Map.of("--data", file));
        data.declaration().schemaFile().ifPresent(schema -> inputs.put("--schema", schema));
        Map<String, Path> outputs = new LinkedHashMap<>(Map.of("--out", out));
        curves.ifPresent(path -> outputs.put("--curves", path));
        usage.different(inputs, outputs);
        outputs.values().forEach(path -> new OutputFile(path).check());
    }

    private void checkRows(Dataset all, NoisySplit.Sizes sizes) {
        List<Problem> problems = new ArrayList<>();
        if (all.size() < sizes.total()) {
            problems.add(Problem.ofFile(
                    file.toString(),
                    all.size() + " tests",
                    "%d: %d to train, %d to validate, %d to test"
                            .formatted(sizes.total(), sizes.train(), sizes.holdout(), sizes.test()),
                    "Lower --train-size, --valid-size or --test-size"));
        } else if (curves.isPresent() && sizes.test() == 0) {
            problems.add(Problem.ofFile(
                    file.toString(),
                    "no rows left to test",
                    "at least 1 for --curves",
                    "Lower --train-size, or leave --curves out"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidDataException(problems);
        }
    }

    private List<Piece> plan(List<Noise> noises, List<ValuationMethod> compared) {
        String dataset = name.orElseGet(() -> file.getFileName().toString().replaceAll("(\\.csv)?(\\.gz)?$", ""));
        List<Piece> plan = new ArrayList<>();
        for (Noise one : noises) {
            for (ValuationMethod method : compared) {
                for (int repeat = 1; repeat <= repeats; repeat++) {
                    List<String> key = List.of(
                            dataset,
                            Typed.word(one.kind()),
                            new BigDecimal(Double.toString(one.rate()))
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            method.name(),
                            Integer.toString(repeat));
                    plan.add(new Piece(key, one, repeat, method));
                }
            }
        }
        return plan;
    }

    private int evaluate(Draws draws, List<Piece> plan, Runner runner) {
        List<List<String>> keys = plan.stream().map(Piece::key).toList();
        EvaluationFile results = open(out, HEADER, keys);
        Optional<EvaluationFile> drawn = curves.map(path -> open(path, CURVES, keys));
        Set<List<String>> missing = results.missing();
        drawn.ifPresent(curve -> missing.addAll(curve.missing()));
        List<Piece> todo =
                plan.stream().filter(piece -> missing.contains(piece.key())).toList();
        if (todo.size() < plan.size()) {
            root.console().info("%d of %d results are there already".formatted(plan.size() - todo.size(), plan.size()));
        }
        results.write();
        drawn.ifPresent(EvaluationFile::write);
        Set<String> failures = new TreeSet<>();
        runner.run("Evaluating", todo.size(), 1, (index, step) -> {
            Piece piece = todo.get(index);
            try {
                evaluate(piece, draws, runner, results, drawn);
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                synchronized (failures) {
                    failures.add(piece.method().name() + " has no result for " + String.join(", ", piece.key()) + ": "
                            + e.getMessage());
                }
            }
            step.run();
            return index;
        });
        failures.forEach(root.console()::error);
        report(results.rows());
        return failures.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private EvaluationFile open(Path path, List<String> header, List<List<String>> keys) {
        return resume ? EvaluationFile.resumed(path, header, KEY, keys) : EvaluationFile.fresh(path, header, KEY, keys);
    }

    private void evaluate(
            Piece piece, Draws draws, Runner runner, EvaluationFile results, Optional<EvaluationFile> drawn) {
        Seed seed = root.seed().derive("evaluation").derive(piece.repeat());
        NoisySplit split = NoisySplit.draw(draws.all(), draws.sizes(), piece.noise(), noise.holdout(), seed);
        Seed own = seed.derive(String.join(",", piece.key().subList(1, 3)));
        long start = System.nanoTime();
        Valuation valuation = Valuators.of(piece.method(), draws.trainer(), runner)
                .value(split.train(), split.holdout(), own.derive("valuation"));
        double seconds = (System.nanoTime() - start) / 1e9;
        Detection detection = Detection.of(valuation, split.spoiled());
        if (drawn.isPresent()) {
            drawn.get()
                    .put(piece.key(), curves(piece.key(), draws.trainer(), split, valuation, own.derive("retraining")));
        }
        results.put(
                piece.key(),
                List.of(with(
                        piece.key(),
                        CsvWriter.cell(detection.f1()),
                        CsvWriter.cell(detection.auroc()),
                        CsvWriter.cell(detection.averagePrecision()),
                        CsvWriter.cell(detection.discoveryMean()),
                        CsvWriter.cell(seconds))));
    }

    private static List<List<String>> curves(
            List<String> key, TargetModel.Trainer trainer, NoisySplit split, Valuation valuation, Seed seed) {
        List<List<String>> rows = new ArrayList<>();
        for (DiscoveryCurve.Point point :
                DiscoveryCurve.of(valuation, split.spoiled()).points()) {
            rows.add(with(
                    key,
                    "discovery",
                    Integer.toString(point.checked()),
                    CsvWriter.cell(point.share()),
                    CsvWriter.cell(point.publishedAxis()),
                    CsvWriter.cell(point.found())));
        }
        for (RetrainingCurve.Kind kind : RetrainingCurve.Kind.values()) {
            RetrainingCurve curve =
                    RetrainingCurve.of(kind, valuation, split.train(), split.test(), trainer, seed, Runner.SEQUENTIAL);
            for (RetrainingCurve.Point point : curve.points()) {
                String share = CsvWriter.cell(point.share());
                rows.add(with(
                        key,
                        Typed.word(kind),
                        Integer.toString(point.moved()),
                        share,
                        share,
                        CsvWriter.cell(point.score())));
            }
        }
        return rows;
    }

    private static List<String> with(List<String> key, String... cells) {
        List<String> row = new ArrayList<>(key);
        row.addAll(List.of(cells));
        return row;
    }

    private void report(List<List<String>> rows) {
        List<EvaluationSummary> summaries = EvaluationSummary.of(rows);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", root.seed().value());
        document.put("model", Typed.word(model.kind()));
        document.put("results", rows.size());
        document.put(
                "summary", summaries.stream().map(EvaluationSummary::document).toList());
        document.put("out", out.toString());
        curves.ifPresent(path -> document.put("curves", path.toString()));
        List<String> text = new ArrayList<>(List.of(EvaluationSummary.heading()));
        summaries.forEach(summary -> text.add(summary.line()));
        text.add("%d results in %s".formatted(rows.size(), out));
        curves.ifPresent(path -> text.add("curves in " + path));
        root.console().result(document, text);
    }
}
