package assay.campaigns.cli;

import assay.acquisition.Valuation;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.OutputFile;
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
            "  random             without meaning: what a method has to beat",
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
            "        --method lossval-reference --set epochs=5 --out values.csv"
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
            description = "The valuation method; see the list below.")
    private String method;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where the values go.")
    private Path out;

    @Mixin
    private DataOptions data;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        try (ThreadRunner runner = root.runner()) {
            Modelling modelling = usage.check(
                    () -> Modelling.of(model.kind(), Optional.of(MethodName.named(method)), model.settings(), runner));
            Map<String, Path> inputs = new LinkedHashMap<>(Map.of("--train", train));
            valid.ifPresent(file -> inputs.put("--valid", file));
            data.declaration().schemaFile().ifPresent(file -> inputs.put("--schema", file));
            usage.different(inputs, Map.of("--out", out));
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
            Valuation valuation =
                    modelling.value(tests.known(), tests.holdout(), root.seed().derive("valuation"));
            write(valuation);
            report(
                    valuation,
                    modelling,
                    new ValueTrust(
                            modelling.baseSkillIfAny(tests.known(), root.seed().derive("skill"), runner),
                            ValueQuality.of(valuation, root.seed().derive("quality"))));
            return ExitCode.OK;
        }
    }

    private void write(Valuation valuation) {
        Iterable<List<String>> rows = () -> IntStream.range(0, valuation.size())
                .mapToObj(row -> List.of(
                        valuation.id(row),
                        CsvWriter.cell(valuation.value(row)),
                        CsvWriter.cell(valuation.standardError(row)),
                        Integer.toString(valuation.rank(row))))
                .iterator();
        CsvWriter.write(out, List.of("id", "value", "std_error", "rank"), rows);
    }

    private void report(Valuation valuation, Modelling modelling, ValueTrust trust) {
        List<Integer> order = IntStream.range(0, valuation.size())
                .boxed()
                .sorted(Comparator.comparingInt(valuation::rank))
                .toList();
        List<Integer> most = order.subList(0, Math.min(SHOWN, order.size()));
        List<Integer> least = order.subList(Math.max(0, order.size() - SHOWN), order.size());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("method", modelling.method().orElseThrow().name());
        document.put("settings", valuation.provenance());
        document.put("model", modelling.model());
        document.put("seed", root.seed().value());
        document.put("tests", valuation.size());
        document.put("most_valuable", ids(valuation, most));
        document.put("least_valuable", ids(valuation, least));
        document.put("trust", trust.document());
        document.put("out", out.toString());
        List<String> text = new ArrayList<>(List.of(
                "%d tests valued by %s".formatted(valuation.size(), valuation.provenance()),
                "most valuable:  " + line(valuation, most),
                "least valuable: " + line(valuation, least)));
        text.addAll(trust.lines(modelling.model()));
        text.add("values in " + out);
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
