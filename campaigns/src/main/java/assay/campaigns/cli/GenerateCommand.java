package assay.campaigns.cli;

import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.acquisition.problem.ExtraColumn;
import assay.acquisition.problem.GeneratedTests;
import assay.acquisition.problem.GenerationOptions;
import assay.acquisition.problem.SyntheticProblem;
import assay.acquisition.problem.SyntheticProblems;
import assay.acquisition.problem.TargetForm;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.TaskKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay generate}: made-up tests whose truth is known. */
@Command(
        name = "generate",
        header = "Writes made-up tests whose truth is known, to try things on.",
        description = {
            "Draws the inputs of tests at random and computes their targets by a published formula. With --dates, --cost"
                    + " or --candidates every test also gets an id: T-0001 .. in the history, C-0001 .. for candidates.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand root;

    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The problem; see the list below.")
    private String name;

    @Option(names = "--rows", paramLabel = "N", required = true, description = "How many tests.")
    private int rows;

    @Option(
            names = "--out",
            paramLabel = "F",
            required = true,
            description = "Where the tests go; as in all files here, a name in .gz is compressed.")
    private Path out;

    @Option(
            names = "--noise",
            paramLabel = "S",
            description = "Standard deviation of the noise added to the target, in its units; of moons and gaussians,"
                    + " the spread of the coordinates (default: as published).")
    private Optional<Double> noise;

    @Option(
            names = "--inert",
            paramLabel = "N",
            defaultValue = "0",
            description = "Inputs to append that the target ignores (default: ${DEFAULT-VALUE}).")
    private int inert;

    @Option(
            names = "--task",
            paramLabel = "T",
            description = "regression or classification (default: as published). A numeric target becomes P where it is"
                    + " lower than the mean of all tests, else N.")
    private Optional<TaskKind> task;

    @Option(
            names = "--flip",
            paramLabel = "R",
            defaultValue = "0",
            description = "Share of the tests, 0 to 1, that get a wrong class (default: ${DEFAULT-VALUE}).")
    private double flip;

    @Option(
            names = "--classes",
            paramLabel = "K",
            description = "Number of classes of gaussians, 2 to 26 (default: 2).")
    private Optional<Integer> classes;

    @Option(names = "--dates", description = "Add a column date, ascending, over the years 2015 to 2024.")
    private boolean dates;

    @Option(
            names = "--cost",
            description = "Add a column cost: 1000 (1 + a/2 + b/4), where a and b are the first two numeric inputs"
                    + " scaled to 0 .. 1, times a random factor of about 10 %%.")
    private boolean cost;

    @Option(
            names = "--candidates",
            paramLabel = "F",
            description = "Also write tests that have not been run: id, inputs, and cost if asked for.")
    private Optional<Path> candidates;

    @Option(
            names = "--candidate-rows",
            paramLabel = "M",
            description = "How many candidates (default: as many as --rows).")
    private Optional<Integer> candidateRows;

    @Option(
            names = "--truth",
            paramLabel = "F",
            description = "Also write what was injected: id,noise_free,noise of a number, id,label,flipped of a class."
                    + " Tests without an id are numbered from 0.")
    private Optional<Path> truth;

    /** Called by the command line: appends the list of problems to the help. */
    @Spec
    void describe(CommandSpec ownSpec) {
        spec = ownSpec;
        List<String> footer = new ArrayList<>(List.of("", "Problems:"));
        SyntheticProblems.all().forEach(p -> footer.add("  %-14s %s".formatted(p.name(), p.description())));
        footer.addAll(List.of(
                "",
                "Examples:",
                "  assay generate fried --rows 1000 --out fried.csv",
                "  assay generate moons --rows 500 --flip 0.2 --out moons.csv --truth flipped.csv",
                "  assay generate frontal_crash --rows 120 --noise 0.3 --dates --cost \\",
                "      --out tests.csv --candidates candidates.csv --candidate-rows 60"));
        spec.usageMessage().footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        SyntheticProblem problem = usage.check(this::problem);
        GenerationOptions options = usage.check(this::options);
        if (candidateRows.isPresent() && candidates.isEmpty()) {
            throw usage.error("--candidate-rows needs --candidates F");
        }
        OptionalInt pool = candidates.isPresent() ? OptionalInt.of(candidateRows.orElse(rows)) : OptionalInt.empty();
        pool.ifPresent(m -> {
            if (m < 1) {
                throw usage.error("candidate-rows (%d) must be at least 1".formatted(m));
            }
        });
        Map<String, Path> files = files(usage);
        GeneratedTests tests = usage.check(() -> problem.generate(rows, options, root.seed()));
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("--out", tests.table());
        pool.ifPresent(m -> tables.put("--candidates", usage.check(() -> problem.candidates(m, options, root.seed()))));
        tables.put("--truth", tests.truth());

        files.values().forEach(file -> new OutputFile(file).check());
        files.forEach((option, file) -> TableOutput.write(file, tables.get(option)));
        report(problem, options, tables, files);
        return ExitCode.OK;
    }

    private SyntheticProblem problem() {
        SyntheticProblem known = SyntheticProblems.named(name);
        if (classes.isEmpty()) {
            return known;
        }
        if (!known.name().equals("gaussians")) {
            throw new IllegalArgumentException(
                    "classes (%d) is only for gaussians, not for %s".formatted(classes.get(), name));
        }
        return SyntheticProblems.gaussians(classes.get());
    }

    private GenerationOptions options() {
        TargetForm form = task.map(t -> t == TaskKind.REGRESSION ? TargetForm.NUMBER : TargetForm.CLASS)
                .orElse(TargetForm.AS_PUBLISHED);
        GenerationOptions options =
                GenerationOptions.DEFAULT.withInert(inert).withForm(form).withFlipped(flip);
        if (noise.isPresent()) {
            options = options.withNoise(noise.get());
        }
        if (dates) {
            options = options.with(ExtraColumn.DATE);
        }
        if (cost) {
            options = options.with(ExtraColumn.COST);
        }
        return dates || cost || candidates.isPresent() ? options.with(ExtraColumn.ID) : options;
    }

    /** The files to write by option, the tests first; no two of them the same. */
    private Map<String, Path> files(Usage usage) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("--out", out);
        candidates.ifPresent(file -> files.put("--candidates", file));
        truth.ifPresent(file -> files.put("--truth", file));
        usage.different(Map.of(), files);
        return files;
    }

    private void report(
            SyntheticProblem problem, GenerationOptions options, Map<String, Table> tables, Map<String, Path> files) {
        Table tests = tables.get("--out");
        String target = tests.schema().columns(Role.TARGET).get(0).name();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("problem", problem.name());
        document.put("seed", root.seed().value());
        document.put("rows", tests.size());
        document.put("target", target);
        document.put("configurable", TableOutput.names(tests, Role.CONFIGURABLE));
        document.put("measured", TableOutput.names(tests, Role.MEASURED));
        document.put("inert", options.inert());
        options.noise().ifPresent(deviation -> document.put("noise", deviation));
        document.put("flip", options.flipped());
        if (files.containsKey("--candidates")) {
            document.put("candidate_rows", tables.get("--candidates").size());
        }
        Map<String, String> paths = new LinkedHashMap<>();
        files.forEach((option, file) -> paths.put(option.substring(2), file.toString()));
        document.put("files", paths);

        List<String> text = new ArrayList<>();
        files.forEach((option, file) -> text.add(file + ": "
                + switch (option) {
                    case "--out" -> "%d tests of %s, target %s".formatted(tests.size(), problem.name(), target);
                    case "--candidates" ->
                        "%d candidates".formatted(tables.get("--candidates").size());
                    default -> "the truth about the tests";
                }));
        root.console().result(document, text);
    }
}
