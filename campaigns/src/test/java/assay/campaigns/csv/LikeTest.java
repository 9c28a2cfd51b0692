package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Encoding;
import assay.acquisition.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that must match a history: candidates, and tests to validate on. */
class LikeTest {

    private static final Set<Role> CANDIDATE = Set.of(Role.CONFIGURABLE);
    private static final Set<Role> TEST = Set.of(Role.CONFIGURABLE, Role.MEASURED, Role.TARGET);

    @TempDir
    Path folder;

    private TableFile history;

    @BeforeEach
    void readHistory() throws IOException {
        history = CsvTables.read(
                Files.writeString(folder.resolve("history.csv"), """
                        id,mass [kg],body,code,belt,grade,cost
                        a,1000,SUV,1,30,good,5
                        b,1100,van,2,31,poor,6
                        c,1200,SUV,1,32,good,7
                        d,1300,van,2,33,poor,8
                        """),
                Declaration.NONE.withTarget("grade").withConfigurable(List.of("mass", "body", "code")));
    }

    private TableFile like(String text, Set<Role> roles) throws IOException {
        return CsvTables.readLike(Files.writeString(folder.resolve("other.csv"), text), history.schema(), roles);
    }

    private String errors(String text, Set<Role> roles) {
        return assertThrows(InvalidDataException.class, () -> like(text, roles)).problems().stream()
                .filter(Problem::isError)
                .map(Problem::describe)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        TableFile candidates = like("body,code,id,mass\nSUV,2,x,900\nvan,1,y,1500\n", CANDIDATE);

        assertEquals(
                List.of("body", "code", "id", "mass"),
                candidates.schema().columns().stream().map(Column::name).toList());
        assertEquals(List.of("x", "y"), candidates.table().ids());
        assertEquals("kg", candidates.schema().columns().get(3).unit());
        assertEquals(List.of(), candidates.warnings());
    }

    @Test
    void nothingLooksAtWhatACandidateCannotKnow() throws IOException {
        TableFile candidates = like("mass,body,code,belt,grade,extra\n900,SUV,2,oops,good,1\n", CANDIDATE);

        assertEquals(3, candidates.schema().columns().size());
        String warnings = candidates.warnings().stream().map(Problem::describe).collect(Collectors.joining("\n"));
        assertTrue(warnings.contains("column belt: found a measured column"), warnings);
        assertTrue(warnings.contains("column grade: found a target column"), warnings);
        assertTrue(warnings.contains("column extra: found a column that the history does not have"), warnings);
    }

    @Test
    void missingColumnsAreErrors() {
        String errors = errors("mas,body\n900,SUV\n", TEST);

        assertTrue(
                errors.contains(
                        "no column \"mass\", expected the configurable column mass [kg] of the history. Maybe \"mas\"?"),
                errors);
        assertTrue(errors.contains("no column \"belt\", expected the measured column belt"), errors);
        assertTrue(errors.contains("no column \"grade\", expected the target column grade"), errors);
    }

    @Test
    void cellsAreReadAsTheHistoryHasThem() throws IOException {
        assertTrue(errors("mass,body,code\nheavy,SUV,1\n", CANDIDATE)
                .contains("line 2, column mass: found \"heavy\", expected a number"));
        assertTrue(errors("mass [lb],body,code\n1,SUV,1\n", CANDIDATE)
                .contains("line 1, column mass: found the unit lb, expected the unit kg"));
        assertTrue(errors("mass,body,code,cost\n1,SUV,1,0\n", CANDIDATE).contains("line 2, column cost"));
        assertTrue(
                errors("id,mass,body,code\nx,1,SUV,1\nx,2,SUV,1\n", CANDIDATE).contains("\"x\" again, as in line 2"));
        assertEquals(1, like("mass,body,code\n1,2,1\n", CANDIDATE).table().size());
    }

    @Test
    void anEmptyListOfCandidatesIsAnError() {
        assertTrue(errors("mass,body,code\n", CANDIDATE).contains("a header and no rows"));
    }

    @Test
    void missingCellsFollowThePolicy() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "mass,body,code\n?,SUV,1\n2,SUV,1\n");

        TableFile dropped = CsvTables.readLike(file, history.schema(), CANDIDATE, MissingPolicy.DROP);

        assertEquals(1, dropped.table().size());
        assertEquals(3, dropped.lineOf(0));
        assertThrows(
                InvalidDataException.class,
                () -> CsvTables.readLike(file, history.schema(), CANDIDATE, MissingPolicy.REFUSE));
    }

    @Test
    void unseenWordsAreNamedOnceWithTheNearestKnownOne() throws IOException {
        Encoding encoding = Encoding.fit(history.table(), history.task().orElseThrow(), Encoding.Scaling.STANDARDISED);

        TableFile tests =
                like("mass,body,code,belt,grade\n1,SUV,1,2,good\n1,suv,1,2,god\n1,suv,1,2,good\n1,,1,2,good\n", TEST);
        List<String> unseen = CsvTables.unseenLevels(tests, encoding).stream()
                .map(p -> p.line() + " " + p.column() + " " + p.found() + " " + p.expected() + " " + p.cure())
                .toList();

        assertEquals(
                List.of(
                        "3 body \"suv\" (in 2 rows) one of the words of the history: SUV, van Maybe \"SUV\"?",
                        "5 body a missing cell one of the words of the history: SUV, van ",
                        "3 grade \"god\" one of the words of the history: good, poor Maybe \"good\"?"),
                unseen);
    }
}
