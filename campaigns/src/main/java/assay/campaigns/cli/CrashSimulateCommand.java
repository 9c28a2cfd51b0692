package assay.campaigns.cli;

import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.campaigns.csv.OutputFile;
import assay.crash.simulator.Archive;
import assay.crash.simulator.CrashHistory;
import assay.crash.simulator.CrashProgramme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay crash simulate}: crash tests whose truth is known. */
@Command(
        name = "simulate",
        header = "Writes simulated crash tests whose truth is known.",
        description = {
            "Draws vehicles of many model years, crashes each into a wall at 56 km/h in a simulation of car, belt, airbag,"
                    + " steering wheel and driver, measures that with sensors that err, and writes the features and the"
                    + " target ROLC_p that the LossVal paper learns from. The columns are those of imported tests.",
            "",
            "As in real archives, the time to fire is missing in most tests, unless --archive says otherwise. A longer history has all tests of a shorter one"
                    + " with the same seed, with others between them.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  assay crash simulate --tests 120 --out tests.csv",
            "  assay crash simulate --tests 120 --out tests.csv --truth truth.csv \\",
            "      --label-noise 3 --defects 0.1 --years 1990-2020 --seed 7",
            "  assay crash simulate --tests 120 --out tests.csv \\",
            "      --candidates candidates.csv --candidate-tests 40",
            "  assay rank --train tests.csv --candidates candidates.csv \\",
            "      --target ROLC_p --batch 5 --out plan.csv"
        })
final class CrashSimulateCommand implements Callable<Integer> {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    /** How many of the last years candidates are of, if nobody says. */
    private static final int NEWEST = 5;

    private record Years(int first, int last) {}

    @ParentCommand
    private CrashCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tests",
            paramLabel = "N",
            required = true,
            description =
                    "How many tests, 1 to 100000; the LossVal paper has 1276. A test whose sensors fail, as one in"
                            + " two hundred does, is not counted.")
    private int tests;

    @Option(
            names = "--out",
            paramLabel = "F",
            required = true,
            description = "Where the tests go, ordered by date; as in all files here, a name in .gz is compressed.")
    private Path out;

    @Option(
            names = "--truth",
            paramLabel = "F",
            description =
                    "Also write what is true of each test: ROLC without any error, each part of the error, defects and"
                            + " faults, settings that the archive lost, and what nobody writes down, such as the slack of the"
                            + " belt.")
    private Optional<Path> truth;

    @Option(
            names = "--candidates",
            paramLabel = "F",
            description = "Also write tests that have not been run: id, what is known before a test, and cost.")
    private Optional<Path> candidates;

    @Option(
            names = "--candidate-tests",
            paramLabel = "M",
            description = "How many candidates (default: as many as --tests).")
    private Optional<Integer> candidateTests;

    @Option(
            names = "--candidate-years",
            paramLabel = "A-B",
            description = "Model years of the candidates (default: the last 5 of --years).")
    private Optional<String> candidateYears;

    @Option(
            names = "--label-noise",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "Standard deviation of the noise on ROLC_p, in g, beside that of sensors and laboratories: 1 is a"
                            + " clean archive, 3 about as predictable as the LossVal paper's (default: ${DEFAULT-VALUE}).")
    private double labelNoise;

    @Option(
            names = "--defects",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Share of the tests, 0 to 1, with a mistake of bookkeeping: the label of another test, a force in"
                            + " kN for N, a time to fire of 0, no distance to the wheel, or a wrong body type (default:"
                            + " ${DEFAULT-VALUE}).")
    private double defects;

    @Option(
            names = "--archive",
            paramLabel = "A",
            defaultValue = "as-found",
            description =
                    "as-found: most times to fire are lost, and ROLC_p has the errors of sensors and laboratories; complete:"
                            + " nothing is lost, and ROLC_p has no error but --label-noise (default: ${DEFAULT-VALUE}).")
    private Archive archive;

    @Option(
            names = "--years",
            paramLabel = "A-B",
            defaultValue = "1980-2024",
            description =
                    "First and last model year (default: ${DEFAULT-VALUE}). Restraints come and cars change over the"
                            + " years.")
    private String years;

    @Override
    public Integer call() {
        AssayCommand root = parent.root();
        Usage usage = new Usage(spec);
        CrashProgramme programme = usage.check(this::programme);
        Optional<CrashProgramme> pool = usage.check(() -> pool(programme));
        Map<String, Path> files = files(usage);
        files.values().forEach(file -> new OutputFile(file).check());

        CrashHistory history;
        try (ThreadRunner runner = root.runner()) {
            history = CrashHistory.of(programme, root.seed(), runner);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("--out", history.tests());
        tables.put("--truth", history.truth());
        pool.ifPresent(p -> tables.put(
                "--candidates", CrashHistory.candidates(p.tests(), p.firstYear(), p.lastYear(), root.seed())));
        files.forEach((option, file) -> TableOutput.write(file, tables.get(option)));
        report(root, programme, history, tables, files);
        return ExitCode.OK;
    }

    private CrashProgramme programme() {
        Years span = years("--years", years);
        return CrashProgramme.DEFAULT
                .withTests(tests)
                .withYears(span.first(), span.last())
                .withLabelNoise(labelNoise)
                .withDefects(defects)
                .withArchive(archive);
    }

    /** The candidates, as if they were a programme. */
    private Optional<CrashProgramme> pool(CrashProgramme programme) {
        if (candidates.isEmpty()) {
            if (candidateTests.isPresent() || candidateYears.isPresent()) {
                throw new IllegalArgumentException("%s needs --candidates F"
                        .formatted(candidateTests.isPresent() ? "--candidate-tests" : "--candidate-years"));
            }
            return Optional.empty();
        }
        int last = programme.lastYear();
        Years span = candidateYears
                .map(typed -> years("--candidate-years", typed))
                .orElse(new Years(Math.max(programme.firstYear(), last - NEWEST + 1), last));
        return Optional.of(
                programme.withTests(candidateTests.orElse(programme.tests())).withYears(span.first(), span.last()));
    }

    private static Years years(String option, String typed) {
        Matcher matcher = YEARS.matcher(typed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "%s: found \"%s\", expected two years such as 1980-2024".formatted(option, typed));
        }
        return new Years(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
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

    private static void report(
            AssayCommand root,
            CrashProgramme programme,
            CrashHistory history,
            Map<String, Table> tables,
            Map<String, Path> files) {
        String target = TableOutput.names(history.tests(), Role.TARGET).get(0);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", root.seed().value());
        document.put("tests", history.tests().size());
        document.put("failed", history.failed());
        document.put("years", List.of(programme.firstYear(), programme.lastYear()));
        document.put("label_noise", programme.labelNoise());
        document.put("defects", programme.defects());
        document.put("archive", Typed.word(programme.archive()));
        document.put("target", target);
        document.put("configurable", TableOutput.names(history.tests(), Role.CONFIGURABLE));
        document.put("measured", TableOutput.names(history.tests(), Role.MEASURED));
        if (files.containsKey("--candidates")) {
            document.put("candidate_tests", tables.get("--candidates").size());
        }
        Map<String, String> paths = new LinkedHashMap<>();
        files.forEach((option, file) -> paths.put(option.substring(2), file.toString()));
        document.put("files", paths);

        List<String> text = new ArrayList<>();
        files.forEach((option, file) -> text.add(file + ": "
                + switch (option) {
                    case "--out" ->
                        "%d crash tests of %d-%d, target %s; %d more failed"
                                .formatted(
                                        history.tests().size(),
                                        programme.firstYear(),
                                        programme.lastYear(),
                                        target,
                                        history.failed());
                    case "--candidates" ->
                        "%d candidates".formatted(tables.get("--candidates").size());
                    default -> "the truth about the tests";
                }));
        root.console().result(document, text);
    }
}
