package assay.campaigns.cli;

import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.MissingPolicy;
import assay.campaigns.csv.TaskKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what the columns of a CSV file are; a mixin of every command that reads one. */
final class DataOptions {

    @Option(names = "--target", paramLabel = "COL", description = "The column to predict.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--configurable",
            paramLabel = "COL",
            split = ",",
            description = "Columns known before a test is run, split by commas; repeatable.")
    private List<String> configurable = List.of();

    @Option(
            names = "--id",
            paramLabel = "COL",
            description =
                    "The column that names the tests (default: a column called id, test_id, ... with unique cells).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "COL",
            description = "The column that says when a test was run (default: a date column called date, time, ...).")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--cost",
            paramLabel = "COL",
            description = "The column with the price of a test (default: a numeric column called cost or price).")
    private Optional<String> cost = Optional.empty();

    @Option(
            names = "--exclude",
            paramLabel = "COL",
            split = ",",
            description = "Columns to ignore, split by commas; repeatable.")
    private List<String> excluded = List.of();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "regression or classification (default: regression if the target is numeric).")
    private Optional<TaskKind> task = Optional.empty();

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "YAML file with kind, role and unit of the columns; the options above win over it."
                    + " `assay doctor F --write-schema FILE` writes one to start from.")
    private Optional<Path> schema = Optional.empty();

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            defaultValue = "impute",
            description = "Rows with a missing input: impute the mean and flag it, drop the row, or refuse the file"
                    + " (default: ${DEFAULT-VALUE}).")
    private MissingPolicy missing = MissingPolicy.IMPUTE;

    /** What was said, as a value. */
    Declaration declaration() {
        return new Declaration(target, configurable, id, time, cost, excluded, task, schema, missing);
    }

    /** Refuses a command line that says in no way what to predict. */
    void requireTarget(Usage usage) {
        if (target.isEmpty() && schema.isEmpty()) {
            throw usage.error("which column is to be predicted? Name it with --target COL");
        }
    }

    /** What to do with rows that have a missing input. */
    MissingPolicy missing() {
        return missing;
    }
}
