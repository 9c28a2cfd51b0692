package assay.campaigns.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user says of the columns of a file; the rest is inferred. Columns are referred to by name ({@code mass}) or by
 * label ({@code mass [kg]}).
 *
 * @param target what the target model predicts
 * @param configurable columns known before a test is run
 * @param id names the tests
 * @param time says when a test was run
 * @param cost the price of a test
 * @param excluded columns that nobody reads
 * @param task of the target; if absent, regression for a numeric target and classification for any other
 * @param schemaFile kinds, roles and units; an option wins over it for the columns that the option names
 * @param missing what to do with missing cells of inputs
 */
public record Declaration(
        Optional<String> target,
        List<String> configurable,
        Optional<String> id,
        Optional<String> time,
        Optional<String> cost,
        List<String> excluded,
        Optional<TaskKind> task,
        Optional<Path> schemaFile,
        MissingPolicy missing) {

    /** Nothing is declared, everything is inferred. */
    public static final Declaration NONE = new Declaration(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            MissingPolicy.IMPUTE);

    /** Copies the lists. */
    public Declaration {
        configurable = List.copyOf(configurable);
        excluded = List.copyOf(excluded);
    }

    public Declaration withTarget(String column) {
        return new Declaration(Optional.of(column), configurable, id, time, cost, excluded, task, schemaFile, missing);
    }

    public Declaration withConfigurable(List<String> columns) {
        return new Declaration(target, columns, id, time, cost, excluded, task, schemaFile, missing);
    }

    public Declaration withId(String column) {
        return new Declaration(
                target, configurable, Optional.of(column), time, cost, excluded, task, schemaFile, missing);
    }

    public Declaration withTime(String column) {
        return new Declaration(
                target, configurable, id, Optional.of(column), cost, excluded, task, schemaFile, missing);
    }

    public Declaration withoutCost() {
        return new Declaration(target, configurable, id, time, Optional.empty(), excluded, task, schemaFile, missing);
    }

    public Declaration withCost(String column) {
        return new Declaration(
                target, configurable, id, time, Optional.of(column), excluded, task, schemaFile, missing);
    }

    public Declaration withExcluded(List<String> columns) {
        return new Declaration(target, configurable, id, time, cost, columns, task, schemaFile, missing);
    }

    public Declaration withTask(TaskKind kind) {
        return new Declaration(target, configurable, id, time, cost, excluded, Optional.of(kind), schemaFile, missing);
    }

    public Declaration withSchemaFile(Path file) {
        return new Declaration(target, configurable, id, time, cost, excluded, task, Optional.of(file), missing);
    }

    public Declaration withMissing(MissingPolicy policy) {
        return new Declaration(target, configurable, id, time, cost, excluded, task, schemaFile, policy);
    }
}
