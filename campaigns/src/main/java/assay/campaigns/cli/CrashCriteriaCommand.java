package assay.campaigns.cli;

import assay.crash.Problem;
import assay.crash.criteria.OlcPlusPlus;
import assay.crash.table.Assessment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code assay crash criteria}: all criteria of crash tests, and how they came about. */
@Command(
        name = "criteria",
        header = "Shows all criteria of crash tests.",
        description = {
            "Shows what can be read off crash tests, full-frontal or not: how the car stopped, how the driver was stopped,"
                    + " over which windows, from which sensors, and what to be careful about.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  One test:",
            "    assay crash criteria v10146.zip",
            "  A folder, for another program, with the filter that Euro NCAP takes for OLC:",
            "    assay --json crash criteria ncap --cfc 180",
            "",
            "Exit codes: 0 all files were read, 2 wrong usage, 3 files were damaged or cannot be read."
        })
final class CrashCriteriaCommand implements Callable<Integer> {

    private record Reported(Map<String, Object> document, List<String> text) {}

    @ParentCommand
    private CrashCommand crash;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folders with tests at any depth, archives (.zip), or header files of tests (.EV5, .mme ..).")
    private List<Path> paths;

    @Mixin
    private CrashOptions options;

    @Override
    public Integer call() {
        Usage usage = new Usage(spec);
        Assessment.Settings settings = usage.check(options::settings);
        Optional<OlcPlusPlus> weights = usage.check(options::olcPlusPlus);
        CrashPlaces.Reading<Reported> reading;
        try (ThreadRunner runner = crash.root().runner()) {
            reading = CrashPlaces.read(paths, runner, test -> {
                CrashReport report = new CrashReport(Assessment.of(test, settings), weights, options.cfc());
                return new Reported(report.document(), report.text());
            });
        }
        Console console = crash.root().console();
        reading.problems().forEach(problem -> console.error(problem.describe()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tests", reading.results().stream().map(Reported::document).toList());
        document.put(
                "problems", reading.problems().stream().map(Problem::describe).toList());
        List<String> text = new ArrayList<>();
        for (Reported test : reading.results()) {
            if (!text.isEmpty()) {
                text.add("");
            }
            text.addAll(test.text());
        }
        console.result(document, text);
        return reading.problems().isEmpty() ? ExitCode.OK : ExitCode.INVALID_DATA;
    }
}
