package assay.campaigns.cli;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Table;
import assay.campaigns.csv.CsvWriter;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.SchemaFile;
import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Problem;
import assay.crash.signal.Grid;
import assay.crash.table.Assessment;
import assay.crash.table.CrashExperiment;
import assay.crash.table.CrashTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay crash import}: files of crash tests in, a table of experiments out. */
@Command(
        name = "import",
        header = "Makes a table of experiments of files of crash tests.",
        description = {
            "Reads crash tests from any mix of folders, archives and files (NHTSA's EV5, JSON, UDS; ISO-MME), takes the"
                    + " full-frontal ones at 56 km/h, chooses the sensors of car and driver, and writes one row per test:"
                    + " the features of the LossVal paper, and ROLC_p as target. Every choice is explained.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A test without ROLC_p is left out, since nothing can be learnt from it. What a record does not say stays an"
                    + " empty cell; the column notes says what makes a row less certain. -v explains every choice.",
            "",
            "Examples:",
            "  A folder of downloads:",
            "    assay crash import ncap --out tests.csv",
            "  With a schema that knows which columns are configurable, and then the next tests:",
            "    assay crash import ncap v10146.zip --out tests.csv \\",
            "        --write-schema roles.yaml",
            "",
            "Exit codes: 0 all files were read, 2 wrong usage, 3 files were damaged or cannot be read (what could be read was"
                    + " written), 5 no test makes a row."
        })
final class CrashImportCommand implements Callable<Integer> {

    private static final double PULSE = 130;

    /** What is kept of a test: its row, if it has one, and what to say about it. */
    private record Imported(
            String id,
            String vehicle,
            List<String> objections,
            Optional<CrashExperiment> row,
            List<String> explanations,
            Map<String, Object> report) {}

    @ParentCommand
    private CrashCommand crash;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folders with tests at any depth, archives (.zip), or header files of tests (.EV5, .mme ..).")
    private List<Path> paths;

    @Option(names = "--out", paramLabel = "F", required = true, description = "Where the table goes.")
    private Path out;

    @Option(
            names = "--write-schema",
            paramLabel = "OUT",
            description = "Also write a schema for --schema of the other commands: which columns are configurable,"
                    + " measured, the target.")
    private Optional<Path> schema = Optional.empty();

    @Option(
            names = "--all-configurations",
            description = "Take tests of every kind that have a pulse, not only full-frontal ones.")
    private boolean allConfigurations;

    @Option(names = "--keep-unlabelled", description = "Keep tests without ROLC_p, with an empty cell.")
    private boolean keepUnlabelled;

    @Option(
            names = "--pulse",
            paramLabel = "MS",
            defaultValue = "2",
            description = "Distance in ms of the columns of the car's deceleration over 130 ms; 0 for no such columns"
                    + " (default: ${DEFAULT-VALUE}).")
    private double pulse;

    @Mixin
    private CrashOptions options;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        Assessment.Settings settings = usage.check(options::settings);
        CrashTable layout =
                usage.check(() -> CrashTable.PAPER.withPulse(grid()).withOlcPlusPlus(options.olcPlusPlus()));
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("--out", out);
        schema.ifPresent(file -> files.put("--write-schema", file));
        Map<String, Path> inputs = new LinkedHashMap<>();
        paths.forEach(path -> inputs.put("PATH " + path, path));
        usage.different(inputs, files);
        files.values().forEach(file -> new OutputFile(file).check());

        CrashPlaces.Reading<Imported> reading;
        try (ThreadRunner runner = crash.root().runner()) {
            reading = CrashPlaces.read(paths, runner, test -> imported(test, settings));
        }
        Console console = crash.root().console();
        reading.problems().forEach(problem -> console.error(problem.describe()));
        List<Imported> taken = reading.results().stream()
                .filter(test -> test.row().isPresent())
                .toList();
        if (!taken.isEmpty()) {
            write(layout.of(taken.stream().map(test -> test.row().get()).toList()));
        }
        reading.results()
                .forEach(test -> test.explanations()
                        .forEach(explanation -> console.detail("test %s: %s".formatted(test.id(), explanation))));
        console.result(document(reading, taken), text(reading, taken));
        if (taken.isEmpty()) {
            console.nothingToDo("none of %d tests makes a row; %s is not written"
                    .formatted(reading.results().size(), out));
        }
        if (!reading.problems().isEmpty()) {
            return ExitCode.INVALID_DATA;
        }
        return taken.isEmpty() ? ExitCode.NOTHING_TO_DO : ExitCode.OK;
    }

    private Optional<Grid> grid() {
        if (pulse == 0) {
            return Optional.empty();
        }
        if (!(pulse >= 0.1 && pulse <= PULSE)) {
            throw new IllegalArgumentException("--pulse (%s ms) must be 0, or between 0.1 and 130".formatted(pulse));
        }
        return Optional.of(new Grid(pulse / 1000, (int) Math.ceil(PULSE / pulse - 1e-9)));
    }

    private Imported imported(CrashTest test, Assessment.Settings settings) {
        Assessment assessment = Assessment.of(test, settings);
        List<String> objections = new ArrayList<>(allConfigurations ? List.of() : assessment.objections());
        if (objections.isEmpty() && assessment.car().isEmpty()) {
            objections.add("no sensor tells how the car moved");
        } else if (objections.isEmpty()
                && !keepUnlabelled
                && assessment.driver().rolc().line().isMissing()) {
            objections.add("it has no ROLC_p");
        }
        Optional<CrashExperiment> row = objections.isEmpty() ? CrashExperiment.of(assessment) : Optional.empty();
        return new Imported(
                test.id(),
                CrashReport.title(assessment),
                objections,
                row,
                CrashReport.explanations(assessment),
                document(assessment, objections));
    }

    private static Map<String, Object> document(Assessment assessment, List<String> objections) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("test", assessment.test().id());
        document.put("vehicle", CrashReport.title(assessment));
        if (objections.isEmpty()) {
            document.put(
                    "rolc_p",
                    CrashReport.known(assessment.driver().rolc().value()).orElse(null));
            document.put("car_channels", numbers(assessment.carSensors().channels()));
            document.put("chest_channels", numbers(assessment.chestSensor().channels()));
        } else {
            document.put("skipped_because", objections);
        }
        document.putAll(CrashReport.remarks(assessment));
        return document;
    }

    private static List<Integer> numbers(List<Channel> channels) {
        return channels.stream().map(Channel::number).toList();
    }

    private void write(Table table) {
        List<Column> columns = table.schema().columns();
        Iterable<List<String>> rows = () -> IntStream.range(0, table.size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(c -> columns.get(c).kind() == Kind.NUMERIC
                                ? CsvWriter.cell(table.number(row, c))
                                : table.text(row, c))
                        .toList())
                .iterator();
        CsvWriter.write(out, columns.stream().map(Column::label).toList(), rows);
        schema.ifPresent(file -> new OutputFile(file)
                .write(stream -> stream.write(SchemaFile.render(table.schema()).getBytes(StandardCharsets.UTF_8))));
    }

    private Map<String, Object> document(CrashPlaces.Reading<Imported> reading, List<Imported> taken) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", taken.isEmpty() ? null : out.toString());
        document.put("tests", reading.results().size());
        document.put("taken", taken.stream().map(Imported::report).toList());
        document.put(
                "skipped",
                reading.results().stream()
                        .filter(test -> test.row().isEmpty())
                        .map(Imported::report)
                        .toList());
        document.put(
                "problems", reading.problems().stream().map(Problem::describe).toList());
        return document;
    }

    private List<String> text(CrashPlaces.Reading<Imported> reading, List<Imported> taken) {
        List<String> text = new ArrayList<>();
        for (Imported test : reading.results()) {
            if (test.row().isPresent()) {
                text.add("taken    %s  %s: %s".formatted(test.id(), test.vehicle(), summary(test)));
            } else {
                text.add("skipped  %s  %s: %s"
                        .formatted(test.id(), test.vehicle(), String.join("; ", test.objections())));
            }
        }
        text.add("%d tests read, %d taken, %d skipped; %d problems of files"
                .formatted(
                        reading.results().size(),
                        taken.size(),
                        reading.results().size() - taken.size(),
                        reading.problems().size()));
        if (!taken.isEmpty()) {
            text.add("%s: %d tests, target ROLC_p".formatted(out, taken.size()));
            schema.ifPresent(file -> text.add("%s: roles of its columns".formatted(file)));
        }
        return text;
    }

    private static String summary(Imported test) {
        CrashExperiment row = test.row().orElseThrow();
        List<String> parts = new ArrayList<>();
        parts.add(Double.isNaN(row.rolc()) ? "no ROLC_p" : "ROLC_p " + CrashReport.number(row.rolc(), "g"));
        parts.add("car from curves " + test.report().get("car_channels"));
        parts.add("chest from curves " + test.report().get("chest_channels"));
        parts.addAll(row.notes());
        return String.join("; ", parts);
    }
}
