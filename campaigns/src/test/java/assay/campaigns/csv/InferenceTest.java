package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test per rule of {@link Inference}. */
class InferenceTest {

    @TempDir
    Path folder;

    /** A file of one column and 20 rows, beside a number that varies. */
    private Inspection inspect(String name, IntFunction<String> cell, Declaration declaration) throws IOException {
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> cell.apply(i) + "," + i * i)
                .collect(Collectors.joining("\n"));
        return CsvTables.inspect(
                Files.writeString(folder.resolve("tests.csv"), name + ",y\n" + rows + "\n"), declaration);
    }

    private Column first(String name, IntFunction<String> cell) throws IOException {
        return first(name, cell, Declaration.NONE);
    }

    private Column first(String name, IntFunction<String> cell, Declaration declaration) throws IOException {
        return inspect(name, cell, declaration).columns().get(0).column();
    }

    private static void assertIs(Kind kind, Role role, Column column) {
        assertEquals(kind + " " + role, column.kind() + " " + column.role());
    }

    @Test
    void fourFifthsNumbersAreNumeric() throws IOException {
        assertIs(Kind.NUMERIC, Role.MEASURED, first("x", i -> i < 16 ? "" + i : "word"));
        assertTrue(inspect("x", i -> i < 16 ? "" + i : "word", Declaration.NONE).hasErrors());
        assertIs(Kind.CATEGORICAL, Role.MEASURED, first("x", i -> i < 15 ? "" + i % 5 : "word"));
    }

    @Test
    void missingCellsDoNotCount() throws IOException {
        assertIs(Kind.NUMERIC, Role.MEASURED, first("x", i -> i < 18 ? "?" : "" + i));
    }

    @Test
    void isoDatesAreDates() throws IOException {
        IntFunction<String> day = i -> "2024-01-%02d".formatted(i + 1);
        assertIs(Kind.DATE, Role.TIME, first("date", day));
        assertIs(Kind.DATE, Role.TIME, first("Test_Date", day));
        assertIs(Kind.DATE, Role.IGNORED, first("delivery", day));
        assertIs(Kind.DATE, Role.TIME, first("delivery", day, Declaration.NONE.withTime("delivery")));
        assertIs(Kind.DATE, Role.IGNORED, first("date", i -> i == 3 ? "" : day.apply(i)));
    }

    /** 16 of 20 cells are enough, 15 are not. */
    @Test
    void fourFifthsDatesAreDatesAndTheOthersAreErrors() throws IOException {
        Declaration time = Declaration.NONE.withTime("x");
        IntFunction<String> day = i -> "2024-01-%02d".formatted(i + 1);

        assertIs(Kind.DATE, Role.IGNORED, first("x", i -> i < 16 ? day.apply(i) : "later"));
        assertIs(Kind.TEXT, Role.IGNORED, first("x", i -> i < 15 ? day.apply(i) : "later"));
        assertTrue(inspect("x", i -> i < 16 ? day.apply(i) : "later", time).hasErrors());
    }

    @Test
    void theWordNaNAmongWordsIsAWarning() throws IOException {
        Problem warning = inspect("w", i -> i == 4 ? "NaN" : "w" + i % 3, Declaration.NONE)
                .problems()
                .get(0);

        assertFalse(warning.isError());
        assertTrue(warning.describe().contains("line 6, column w: found the word \"NaN\""), warning.describe());
    }

    @Test
    void otherDatesAreNoWords() throws IOException {
        Inspection inspection = inspect("date", i -> "%02d.01.2024".formatted(i % 4 + 1), Declaration.NONE);

        assertIs(Kind.TEXT, Role.IGNORED, inspection.columns().get(0).column());
        assertTrue(inspection.problems().get(0).describe().contains("expected dates as ISO 8601"));
        assertFalse(inspection.hasErrors());
    }

    @Test
    void fewWordsAreCategorical() throws IOException {
        assertIs(Kind.CATEGORICAL, Role.MEASURED, first("body", i -> "body" + i % 10));
        assertIs(Kind.TEXT, Role.IGNORED, first("body", i -> "body" + i % 11));
    }

    @Test
    void ignoredTextComesWithAWarning() throws IOException {
        Problem warning =
                inspect("note", i -> "note " + i, Declaration.NONE).problems().get(0);

        assertFalse(warning.isError());
        assertTrue(warning.describe().contains("column note: found free text or names, such as \"note 0\""));
    }

    @Test
    void declaredInputsAndTargetsAreCategoricalHoweverManyWordsTheyHave() throws IOException {
        Declaration configurable = Declaration.NONE.withConfigurable(List.of("w"));
        assertIs(Kind.CATEGORICAL, Role.CONFIGURABLE, first("w", i -> "w" + i, configurable));
        assertIs(Kind.CATEGORICAL, Role.TARGET, first("w", i -> "w" + i, Declaration.NONE.withTarget("w")));
    }

    @Test
    void classesThatAreNotAllNumbersAreWords() throws IOException {
        Declaration classes = Declaration.NONE.withTarget("k").withTask(TaskKind.CLASSIFICATION);
        assertIs(Kind.NUMERIC, Role.TARGET, first("k", i -> "" + i % 3, classes));
        assertIs(Kind.CATEGORICAL, Role.TARGET, first("k", i -> i == 0 ? "X" : "" + i % 3, classes));
    }

    @Test
    void uniqueIdentifiersAreIds() throws IOException {
        for (String name : List.of("id", "ID", "test_id", "testId", "test id", "testID")) {
            assertIs(Kind.TEXT, Role.ID, first(name, i -> "%03d".formatted(i)));
        }
        for (String name : List.of("valid", "acid", "idle", "x")) {
            assertIs(Kind.NUMERIC, Role.MEASURED, first(name, i -> "%03d".formatted(i)));
        }
    }

    @Test
    void identifiersThatRepeatAreNoInputs() throws IOException {
        Inspection inspection = inspect("test_id", i -> "T" + (i == 7 ? 3 : i), Declaration.NONE);

        assertIs(Kind.TEXT, Role.IGNORED, inspection.columns().get(0).column());
        assertTrue(inspection.problems().get(0).describe().contains("\"T3\" in lines 5 and 9"));
        assertIs(Kind.NUMERIC, Role.MEASURED, first("group_id", i -> "" + i % 4));
    }

    @Test
    void aDeclaredIdLeavesNoRoomForAnother() throws IOException {
        Declaration declared = Declaration.NONE.withId("y");
        assertIs(Kind.TEXT, Role.IGNORED, first("id", i -> "T" + i, declared));
        assertIs(
                Kind.TEXT,
                Role.ID,
                inspect("id", i -> "T" + i, declared).columns().get(1).column());
    }

    @Test
    void pricesAreCosts() throws IOException {
        assertIs(Kind.NUMERIC, Role.COST, first("cost [EUR]", i -> "" + (i + 1)));
        assertIs(Kind.NUMERIC, Role.COST, first("Price", i -> "" + (i + 1)));
        assertIs(Kind.NUMERIC, Role.MEASURED, first("price", i -> "" + (i + 1), Declaration.NONE.withCost("y")));
        assertIs(Kind.CATEGORICAL, Role.MEASURED, first("cost", i -> i % 2 == 0 ? "low" : "high"));
    }

    @Test
    void emptyColumnsAreIgnored() throws IOException {
        assertIs(Kind.TEXT, Role.IGNORED, first("x", i -> ""));
    }

    @Test
    void excludedColumnsMayHoldAnything() throws IOException {
        Inspection inspection = inspect("x", i -> i == 0 ? "NaN" : "" + i, Declaration.NONE.withExcluded(List.of("x")));

        assertIs(Kind.TEXT, Role.IGNORED, inspection.columns().get(0).column());
        assertEquals(List.of(), inspection.problems());
    }
}
