package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFileTest {

    private static final String DATA = """
            no,mass [kg],body,when,peak,007
            T1,1200,1,2024-01-31,31.5,a
            T2,1300,2,2024-02-01,28.5,b
            T3,1400,1,2024-02-02,27.5,a
            T4,1500,2,2024-02-03,26.5,b
            """;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = Files.writeString(folder.resolve("tests.csv"), DATA);
    }

    private Declaration schema(String yaml) throws IOException {
        return Declaration.NONE.withSchemaFile(Files.writeString(folder.resolve("schema.yaml"), yaml));
    }

    private String problems(Declaration declaration) {
        return CsvTables.inspect(data, declaration).problems().stream()
                .map(Problem::describe)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Schema schema = CsvTables.read(data, Declaration.NONE.withTarget("peak").withId("no"))
                .schema();
        Path file = folder.resolve("schema.yaml");

        SchemaFile.write(file, schema);

        assertEquals(
                schema,
                CsvTables.read(data, Declaration.NONE.withSchemaFile(file)).schema());
        assertThrows(FileAlreadyExistsException.class, () -> SchemaFile.write(file, schema));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "no temporary file is left");
        }
    }

    @Test
    void onlyNamesAreNeeded() throws IOException {
        Schema schema = CsvTables.read(data, schema("""
                        columns:
                          - {name: peak, role: target}
                          - {name: mass, role: configurable}
                          - {name: body, kind: categorical}
                        """)).schema();

        assertEquals(
                new Column("mass", Kind.NUMERIC, Role.CONFIGURABLE, "kg"),
                schema.columns().get(1));
        assertEquals(
                new Column("body", Kind.CATEGORICAL, Role.MEASURED, ""),
                schema.columns().get(2));
        assertEquals(Role.IGNORED, schema.columns().get(3).role());
    }

    @Test
    void optionsWin() throws IOException {
        Declaration declaration = schema("columns: [{name: mass, role: measured}, {name: peak, role: target}]")
                .withConfigurable(List.of("mass", "body"));

        Schema schema = CsvTables.read(data, declaration).schema();

        assertEquals(2, schema.columns(Role.CONFIGURABLE).size());
    }

    @Test
    void columnsThatTheSchemaDoesNotNameAreIgnoredWithAWarning() throws IOException {
        assertTrue(problems(schema("columns: [{name: mass}]")).contains("column peak: found a column that"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns: [{name: mas}]                            | no column \"mas\"     | Maybe \"mass\"?",
                "columns: [{name: mass, knd: numeric}]             | the key \"knd\"       | Maybe \"kind\"?",
                "columns: [{name: mass, kind: number}]             | kind \"number\"       | numeric, categorical, date or text",
                "columns: [{name: mass, role: configurble}]        | role \"configurble\"  | Maybe \"configurable\"?",
                "columns: [{name: mass, unit: lb}]                 | found the unit kg     | expected the unit lb",
                "columns: [{name: mass}, {name: mass}]             | a second entry        | one entry per column",
                "columns: [{kind: numeric}]                        | no name in entry 1    | a name in every entry",
                "columns: [{name: mass, kind: text, role: target}] | found kind text       | kind categorical or numeric for role target",
                "columns: [{name: no, kind: text, role: cost}]     | found kind text       | kind numeric for role cost",
                "columns: [{name: mass, role: id}, {name: no, role: id}] | role id for no and mass | one such column",
                "columns: [                                        | broken YAML           | line",
                "columns: []                                       | no columns            | --write-schema",
                "colums: [{name: mass}]                            | the key \"colums\"    | the key columns and no other",
                "42                                                | no list of columns    | --write-schema"
            })
    void mistakesAreNamed(String yaml, String found, String other) throws IOException {
        String problems = problems(schema(yaml));

        assertTrue(problems.contains(found) && problems.contains(other), problems);
    }

    @Test
    void contradictionsBetweenOptionsAndSchemaAreErrors() throws IOException {
        Declaration twoTargets = schema("columns: [{name: peak, role: target}]").withTarget("mass");
        assertTrue(problems(twoTargets).contains("the role target for mass and peak"));

        Declaration words = schema("columns: [{name: peak, kind: categorical, role: target}]")
                .withTask(TaskKind.REGRESSION);
        assertTrue(problems(words).contains("Maybe --task classification?"));
    }

    @Test
    void aSchemaThatIsNotThereIsAProblem() {
        String problems = problems(Declaration.NONE.withSchemaFile(folder.resolve("nothing.yaml")));

        assertTrue(problems.contains("nothing.yaml: found no such file"), problems);
    }
}
