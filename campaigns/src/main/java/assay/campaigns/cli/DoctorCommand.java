package assay.campaigns.cli;

import assay.acquisition.Schema;
import assay.campaigns.csv.ColumnSummary;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Inspection;
import assay.campaigns.csv.Problem;
import assay.campaigns.csv.SchemaFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says how a CSV file is understood, and everything that is wrong with it. */
@Command(
        name = "doctor",
        description = {
            "Shows how a CSV file is understood and all its problems at once, each with line, column and a cure.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Files: UTF-8 CSV with a header, plain or gzip; commas between cells, decimal points in numbers. A missing cell"
                    + " is empty, ?, NA or N/A. A unit may stand in the header: mass [kg].",
            "Kinds: numeric if 80 %% of the cells are meant as numbers (the others are then errors), date if 80 %% are"
                    + " ISO 8601, categorical if there are at most 50 different words and twice as many rows, else text.",
            "Roles: id, time, configurable (known before a test), measured (known after it), target, cost, ignored.",
            "",
            "Examples:",
            "  What is in the file?",
            "    assay doctor tests.csv",
            "  Can it be planned with?",
            "    assay doctor tests.csv --target peak --configurable mass,speed",
            "  Start a schema from what was inferred, correct it by hand, check again:",
            "    assay doctor tests.csv --write-schema schema.yaml",
            "    assay doctor tests.csv --schema schema.yaml",
            "",
            "Exit codes: 0 no errors (warnings are fine), 2 wrong usage, 3 errors."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final int LEVELS_SHOWN = 5;

    @ParentCommand
    private AssayCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "F", arity = "0..1", description = "The CSV file to look at.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--system",
            description = "Say what Assay runs on instead: Java, cores, memory, and whether vector arithmetic is used.")
    private boolean system;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--write-schema",
            paramLabel = "OUT",
            description = "Write the columns as understood to a new YAML file for --schema.")
    private Optional<Path> schemaOut = Optional.empty();

    @Override
    public Integer call() {
        if (system == file.isPresent()) {
            throw usage("Name one CSV file, or --system.");
        }
        if (system) {
            Map<String, Object> report = SystemReport.measure(root.threads());
            root.console().result(report, SystemReport.text(report));
            return ExitCode.OK;
        }
        return inspect(file.get());
    }

    private int inspect(Path csv) {
        schemaOut.ifPresent(this::checkFree);
        Inspection inspection = CsvTables.inspect(csv, data.declaration());
        List<Problem> problems = Stream.concat(
                        inspection.problems().stream().filter(Problem::isError),
                        inspection.problems().stream().filter(p -> !p.isError()))
                .toList();
        root.console().result(document(csv, inspection, problems), text(csv, inspection, problems));
        schemaOut.ifPresent(out -> write(out, inspection.schema()));
        return inspection.hasErrors() ? ExitCode.INVALID_DATA : ExitCode.OK;
    }

    private void checkFree(Path out) {
        if (Files.exists(out)) {
            throw usage("--write-schema %s: there is such a file already, and files are not overwritten. Name another"
                    .formatted(out));
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw usage("--write-schema %s: there is no folder %s".formatted(out, folder));
        }
    }

    private void write(Path out, Optional<Schema> schema) {
        if (schema.isEmpty()) {
            root.console().warning("%s is not written: correct the errors first".formatted(out));
            return;
        }
        try {
            SchemaFile.write(out, schema.get());
            root.console().info("wrote " + out);
        } catch (IOException e) {
            throw usage("--write-schema %s cannot be written: %s".formatted(out, e));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static Map<String, Object> document(Path csv, Inspection inspection, List<Problem> problems) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", csv.toString());
        document.put("ok", !inspection.hasErrors());
        document.put("rows", inspection.rows());
        document.put(
                "columns",
                inspection.columns().stream().map(DoctorCommand::json).toList());
        document.put("problems", problems.stream().map(DoctorCommand::json).toList());
        return document;
    }

    private static Map<String, Object> json(ColumnSummary summary) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", summary.column().name());
        column.put("kind", word(summary.column().kind()));
        column.put("role", word(summary.column().role()));
        column.put("unit", summary.column().unit());
        column.put("distinct", summary.distinct());
        column.put("missing", summary.missing());
        summary.range().ifPresent(range -> {
            column.put("min", range.min());
            column.put("mean", range.mean());
            column.put("max", range.max());
        });
        if (!summary.levels().isEmpty()) {
            column.put("levels", summary.levels());
        }
        return column;
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", word(problem.severity()));
        json.put("file", problem.file());
        json.put("line", problem.line());
        json.put("column", problem.column());
        json.put("found", problem.found());
        json.put("expected", problem.expected());
        json.put("cure", problem.cure());
        json.put("message", problem.describe());
        return json;
    }

    private static List<String> text(Path csv, Inspection inspection, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        if (!inspection.columns().isEmpty()) {
            lines.add("%s: %s, %s"
                    .formatted(
                            csv,
                            count(inspection.rows(), "row"),
                            count(inspection.columns().size(), "column")));
            lines.add("");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("column", "kind", "role", "unit", "distinct", "missing", "min .. mean .. max, or levels"));
            inspection.columns().forEach(c -> rows.add(cells(c)));
            lines.addAll(aligned(rows));
            lines.add("");
        }
        problems.forEach(p -> lines.add((p.isError() ? "error: " : "warning: ") + p.describe()));
        long errors = problems.stream().filter(Problem::isError).count();
        if (!problems.isEmpty()) {
            lines.add("");
        }
        lines.add(
                problems.isEmpty()
                        ? "No problems found."
                        : count(errors, "error") + ", " + count(problems.size() - errors, "warning") + ".");
        return lines;
    }

    private static String count(long number, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
    }

    private static List<String> cells(ColumnSummary summary) {
        String values = summary.range()
                .map(r -> "%s .. %s .. %s".formatted(number(r.min()), number(r.mean()), number(r.max())))
                .orElse(summary.levels().stream()
                        .limit(LEVELS_SHOWN)
                        .map(l -> "%s (%d)".formatted(l.name(), l.rows()))
                        .collect(Collectors.joining(", ")));
        int more = summary.levels().isEmpty() ? 0 : Math.max(0, summary.distinct() - LEVELS_SHOWN);
        return List.of(
                summary.column().name(),
                word(summary.column().kind()),
                word(summary.column().role()),
                summary.column().unit(),
                Integer.toString(summary.distinct()),
                Integer.toString(summary.missing()),
                more > 0 ? values + ", ... (%d more)".formatted(more) : values);
    }

    /** Six significant digits, without trailing zeros; an exponent only for very small and very large numbers. */
    private static String number(double x) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(x);
        return size == 0 || size >= 1e-4 && size < 1e9
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int c = 0; c < columns; c++) {
                        boolean number = c == 4 || c == 5;
                        String blanks = " ".repeat(widths[c] - row.get(c).length());
                        line.append(number ? blanks + row.get(c) : row.get(c) + blanks)
                                .append("  ");
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }
}
