package assay.campaigns.cli;

import assay.acquisition.BaseSkill;
import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.OutputFile;
import assay.valuation.Journal;
import assay.valuation.Retraining;
import assay.valuation.ValuationMethod;
import assay.valuation.ValueQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay value}: what is each known test worth? */
@Command(
        name = "value",
        header = "Says what each test already paid for is worth.",
        description = {
            "Trains the target model and writes one value per test: high taught the model most, low may be a wrong"
                    + " label, a broken sensor or an outlier. Columns: id,value,std_error,rank; rank 1 is the most"
                    + " valuable. A standard error is empty where one run is all there was.",
            "Several methods at once, with commas between them, share their trainings where they can; the columns are then"
                    + " method,id,value,std_error,rank.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Methods:",
            "  lossval            one weight per test, learnt with the network; with true",
            "                     probability masses and a centred loss, so that wrong",
            "                     labels and wrong inputs both show; 5 repeats",
            "  lossval-reference  the form that the published tables were made with;",
            "                     1 repeat",
            "  knn-shapley        exact Shapley values of a nearest-neighbour predictor, in",
            "                     closed form: seconds for 100000 tests; --set k=5,20",
            "                     averages over both, --set vote=soft divides by how many",
            "                     voted, --set space=embedding looks through a network",
            "  lava               how much a test widens the transport distance to the holdout;",
            "                     trains nothing; good at wrong inputs; --set lambda=0 looks at",
            "                     inputs alone",
            "  dvrl               a network learns by trial and error which tests to train the",
            "                     target model on; some 2000 trainings; 2 repeats",
            "  dvrl-reference     close to the published implementation; 1000 trainings",
            "  nddv               a flow of its own learns the target, and values tests by how",
            "                     they pull at the loss; needs no holdout; 5 repeats",
            "  nddv-reference     with the published read-out; classes only; 1 repeat",
            "  iv                 influence on the holdout loss of a linear model, in closed",
            "                     form; --set space=embedding for a network's last layer",
            "  consensus          probability that a test is sound, by models, distances and",
            "                     densities that learn from tests spoiled on purpose;",
            "                     2 repeats",
            "  data-shapley       what a test adds to sets of others, averaged over all sets,",
            "                     every size alike; 5000 models",
            "  beta-shapley       the same, small sets counting more (alpha=4, beta=1); 5000",
            "  banzhaf            the same, every set alike; 1000 models",
            "  ame                the same for four shares of others, by a sparse regression:",
            "                     most values are exactly 0; 4000 models",
            "  cs-shapley         what a test adds to others of its class, for predictions of",
            "                     that class above all; classes only; 5000 models",
            "  influence-subsample",
            "                     sets of 70 %% with a test against those without; 1000 models",
            "  loo                all tests against all but one; 5 repeats",
            "  data-oob           how well a test is predicted by models that did not see it;",
            "                     needs no holdout; 1000 models",
            "  random             without meaning: what a method has to beat",
            "",
            "The eight above random retrain the model, of any kind, again and again. They",
            "end at --set models=N trainings, or before: at --set seconds=S, when standard",
            "errors are below a share of the spread of the values (--set precision=0.1), or",
            "when ranks no longer change (--set stability=0.95). With --checkpoint F each",
            "training is kept; after a crash the same command with --resume goes on, to the",
            "same bytes. It may then ask for more models than before.",
            "",
            "Without --valid every test is valued against holdouts in turn (--set folds=5).",
            "",
            "Examples:",
            "  Which tests look wrong?",
            "    assay value --train tests.csv --target peak --method lossval \\",
            "        --out values.csv",
            "  The same without training anything, and for many tests:",
            "    assay value --train tests.csv --target peak --method knn-shapley \\",
            "        --set k=5 --out values.csv",
            "  As published, against a validation set of your own:",
            "    assay value --train train.csv --valid valid.csv --target class \\",
            "        --method lossval-reference --set epochs=5 --out values.csv",
            "  Three values from one set of trainings:",
            "    assay value --train train.csv --valid valid.csv --target class \\",
            "        --method data-shapley,banzhaf,ame --model linear \\",
            "        --set models=300 --out values.csv"
        })
final class ValueCommand implements Callable<Integer> {

    private static final int SHOWN = 3;

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--train",
            paramLabel = "F",
            required = true,
            description = "The tests to value: CSV, plain or gzip.")
    private Path train;

    @Option(
            names = "--valid",
            paramLabel = "F",
            description = "Tests that the values are measured against; clean ones if you have them.")
    private Optional<Path> valid;

    @Option(
            names = "--method",
            paramLabel = "M",
            required = true,
            description = "The valuation method, or several with commas; see the list below.")
    private String method;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where the values go.")
    private Path out;

    @Option(
            names = "--checkpoint",
            paramLabel = "F",
            description = "Keeps every finished training of methods that retrain in this file.")
    private Optional<Path> checkpoint;

    @Option(
            names = "--resume",
            description = "Goes on with the file of --checkpoint if it is there: repeats no training that is in it.")
    private boolean resume;

    @Mixin
    private DataOptions data;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        try (ThreadRunner runner = root.runner()) {
            Modelling modelling =
                    usage.check(() -> Modelling.of(model.kind(), MethodName.list(method), model.settings(), runner));
            runner.untilNeeded(modelling::warmUp);
            checkCheckpoint(usage, modelling);
            Map<String, Path> inputs = new LinkedHashMap<>(Map.of("--train", train));
            valid.ifPresent(file -> inputs.put("--valid", file));
            data.declaration().schemaFile().ifPresent(file -> inputs.put("--schema", file));
            Map<String, Path> outputs = new LinkedHashMap<>(Map.of("--out", out));
            checkpoint.ifPresent(file -> outputs.put("--checkpoint", file));
            usage.different(inputs, outputs);
            new OutputFile(out).check();
            data.requireTarget(usage);
            KnownTests tests = KnownTests.read(
                    train,
                    valid,
                    data.declaration(),
                    UnaryOperator.identity(),
                    modelling.scaling(),
                    valid.isPresent() ? 2 : modelling.folds());
            root.console().problems(tests.warnings());
            usage.check(() -> modelling.checkedFor(tests.known()));
            modelling.hint(tests.known()).ifPresent(root.console()::warning);
            List<Valuation> valuations = values(modelling, tests);
            write(valuations, modelling);
            report(
                    valuations,
                    modelling,
                    modelling.baseSkillIfAny(tests.known(), root.seed().derive("skill"), runner));
            return ExitCode.OK;
        }
    }

    private void checkCheckpoint(Usage usage, Modelling modelling) {
        if (resume && checkpoint.isEmpty()) {
            throw usage.error("--resume goes on with a checkpoint. Name it with --checkpoint F");
        }
        if (checkpoint.isPresent() && modelling.methods().stream().noneMatch(Retraining.class::isInstance)) {
            throw usage.error("--checkpoint keeps the trainings of methods that retrain; %s does not"
                    .formatted(names(modelling)));
        }
    }

    private static String names(Modelling modelling) {
        return modelling.methods().stream().map(ValuationMethod::name).collect(Collectors.joining(", "));
    }

    private List<Valuation> values(Modelling modelling, KnownTests tests) {
        Seed seed = root.seed().derive("valuation");
        if (checkpoint.isEmpty()) {
            return modelling.values(tests.known(), tests.holdout(), seed, Journal.NONE);
        }
        Map<String, String> header = new LinkedHashMap<>();
        header.put("version", new VersionProvider().getVersion()[0]);
        header.put("data", DataHash.of(tests.known(), tests.holdout()));
        header.put("methods", names(modelling));
        header.put("model", modelling.model());
        header.put("settings", model.settings().without(RetrainingSettings.OF_LENGTH));
        header.put("seed", Long.toString(root.seed().value()));
        try (CheckpointFile journal = resume
                ? CheckpointFile.resume(checkpoint.get(), header)
                : CheckpointFile.start(checkpoint.get(), header)) {
            if (resume) {
                root.console().info("%s: %d finished pieces".formatted(checkpoint.get(), journal.size()));
            }
            return modelling.values(tests.known(), tests.holdout(), seed, journal);
        }
    }

    private void write(List<Valuation> valuations, Modelling modelling) {
        boolean several = valuations.size() > 1;
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < valuations.size(); m++) {
            Valuation valuation = valuations.get(m);
            for (int row = 0; row < valuation.size(); row++) {
                List<String> cells = new ArrayList<>();
                if (several) {
                    cells.add(modelling.methods().get(m).name());
                }
                cells.add(valuation.id(row));
                cells.add(CsvWriter.cell(valuation.value(row)));
                cells.add(CsvWriter.cell(valuation.standardError(row)));
                cells.add(Integer.toString(valuation.rank(row)));
                rows.add(cells);
            }
        }
        List<String> header = List.of("method", "id", "value", "std_error", "rank");
        CsvWriter.write(out, several ? header : header.subList(1, header.size()), rows);
    }

    private void report(List<Valuation> valuations, Modelling modelling, Optional<BaseSkill> skill) {
        List<Map<String, Object>> documents = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (int m = 0; m < valuations.size(); m++) {
            Valuation valuation = valuations.get(m);
            List<Integer> order = IntStream.range(0, valuation.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(valuation::rank))
                    .toList();
            List<Integer> most = order.subList(0, Math.min(SHOWN, order.size()));
            List<Integer> least = order.subList(Math.max(0, order.size() - SHOWN), order.size());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("method", modelling.methods().get(m).name());
            document.put("settings", valuation.provenance());
            document.put("most_valuable", ids(valuation, most));
            document.put("least_valuable", ids(valuation, least));
            ValueTrust trust =
                    new ValueTrust(skill, ValueQuality.of(valuation, root.seed().derive("quality")));
            document.put("trust", trust.document());
            documents.add(document);
            text.add("%d tests valued by %s".formatted(valuation.size(), valuation.provenance()));
            text.add("most valuable:  " + line(valuation, most));
            text.add("least valuable: " + line(valuation, least));
            text.addAll(trust.lines(modelling.model()));
        }
        text.add("values in " + out);
        Map<String, Object> document = new LinkedHashMap<>();
        if (documents.size() == 1) {
            document.putAll(documents.get(0));
        } else {
            document.put("methods", documents);
        }
        document.put("model", modelling.model());
        document.put("seed", root.seed().value());
        document.put("tests", valuations.get(0).size());
        document.put("out", out.toString());
        root.console().result(document, text);
    }

    private static List<String> ids(Valuation valuation, List<Integer> rows) {
        return rows.stream().map(valuation::id).toList();
    }

    private static String line(Valuation valuation, List<Integer> rows) {
        return rows.stream()
                .map(row -> {
                    double error = valuation.standardError(row);
                    String spread = Double.isNaN(error) ? "" : String.format(Locale.ROOT, " +- %.3f", error);
                    return String.format(Locale.ROOT, "%s (%.3f%s)", valuation.id(row), valuation.value(row), spread);
                })
                .collect(Collectors.joining(", "));
    }
}
