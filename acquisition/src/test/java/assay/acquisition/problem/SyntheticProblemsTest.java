package assay.acquisition.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every synthetic problem promises. */
class SyntheticProblemsTest {

    private static final Seed SEED = new Seed(11);
    private static final GenerationOptions ALL_EXTRAS = GenerationOptions.DEFAULT
            .with(ExtraColumn.ID)
            .with(ExtraColumn.DATE)
            .with(ExtraColumn.COST);

    static List<String> names() {
        return SyntheticProblems.names();
    }

    @Test
    void listsThePublishedProblems() {
        assertEquals(
                List.of(
                        "fried",
                        "2dplanes",
                        "friedman1",
                        "friedman2",
                        "friedman3",
                        "borehole",
                        "otl_circuit",
                        "wing_weight",
                        "piston",
                        "robot_arm",
                        "frontal_crash",
                        "moons",
                        "gaussians"),
                names());
    }

    @Test
    void suggestsTheNearestName() {
        assertMessage("Maybe \"borehole\"?", () -> SyntheticProblems.named("Borhole"));
        assertMessage("Maybe \"frontal_crash\"?", () -> SyntheticProblems.named("frontalcrash"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void sameSeedDrawsTheSameTests(String name) {
        SyntheticProblem problem = SyntheticProblems.named(name);
        assertEquals(
                cells(problem.generate(30, ALL_EXTRAS, SEED).table()),
                cells(problem.generate(30, ALL_EXTRAS, SEED).table()));
        assertEquals(cells(problem.candidates(30, ALL_EXTRAS, SEED)), cells(problem.candidates(30, ALL_EXTRAS, SEED)));
        assertNotEquals(
                cells(problem.generate(30, ALL_EXTRAS, SEED).table()),
                cells(problem.generate(30, ALL_EXTRAS, new Seed(12)).table()));
    }

    /** The other columns stay to the last bit, and inert inputs are uniform in [0, 1). */
    @ParameterizedTest
    @MethodSource("names")
    void inertInputsChangeNothing(String name) {
        SyntheticProblem problem = SyntheticProblems.named(name);
        Table plain = problem.generate(50, ALL_EXTRAS, SEED).table();
        Table padded = problem.generate(50, ALL_EXTRAS.withInert(3), SEED).table();
        assertEquals(
                plain.schema().columns().size() + 3, padded.schema().columns().size());
        for (int row = 0; row < 50; row++) {
            for (int c = 0; c < plain.schema().columns().size(); c++) {
                int there = padded.schema()
                        .indexOf(plain.schema().columns().get(c).name())
                        .orElseThrow();
                assertEquals(plain.text(row, c), padded.text(row, there));
            }
            double inert = padded.number(row, padded.schema().indexOf("inert3").orElseThrow());
            assertTrue(inert >= 0 && inert < 1);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void keepsABook(String name) {
        SyntheticProblem problem = SyntheticProblems.named(name);
        GeneratedTests tests = problem.generate(40, ALL_EXTRAS, SEED);
        Table candidates = problem.candidates(25, ALL_EXTRAS, SEED);
        assertEquals("T-0001", tests.table().ids().get(0));
        assertEquals(tests.table().ids(), tests.truth().ids());

        Set<String> ids = new HashSet<>(tests.table().ids());
        ids.addAll(candidates.ids());
        assertEquals(40 + 25, ids.size());

        int date = tests.table().schema().indexOf(Role.TIME).orElseThrow();
        assertTrue(candidates.schema().indexOf(Role.TIME).isEmpty());
        for (int row = 0; row < 40; row++) {
            LocalDate day = LocalDate.parse(tests.table().text(row, date));
            assertEquals(day.toEpochDay(), tests.table().number(row, date));
            assertTrue(day.getYear() >= 2015 && day.getYear() <= 2024);
            assertTrue(row == 0 || tests.table().number(row - 1, date) <= day.toEpochDay());
        }
        for (Table table : List.of(tests.table(), candidates)) {
            for (double cost : table.numbers(table.schema().indexOf(Role.COST).orElseThrow())) {
                assertTrue(cost > 500 && cost < 3000, () -> "cost " + cost);
            }
        }
    }

    /** What is written reads back to the very number, without an exponent. */
    @ParameterizedTest
    @MethodSource("names")
    void writesExactNumbers(String name) {
        Table tests =
                SyntheticProblems.named(name).generate(50, ALL_EXTRAS, SEED).table();
        for (int c = 0; c < tests.schema().columns().size(); c++) {
            if (tests.schema().columns().get(c).kind() == Kind.NUMERIC) {
                for (int row = 0; row < 50; row++) {
                    assertEquals(tests.number(row, c), Double.parseDouble(tests.text(row, c)));
                    assertTrue(tests.text(row, c).indexOf('E') < 0);
                }
            }
        }
    }

    /** Costs rise with the first input: 1000 (1 + a/2 + b/4) has slope 500 in a; 5 standard errors. */
    @Test
    void pricesFollowTheirFormula() {
        int n = 50_000;
        Table tests = SyntheticProblems.named("friedman1")
                .generate(n, ALL_EXTRAS, SEED)
                .table();
        double[] a = tests.numbers(tests.schema().indexOf("x1").orElseThrow());
        double[] b = tests.numbers(tests.schema().indexOf("x2").orElseThrow());
        double[] cost = tests.numbers(tests.schema().indexOf("cost").orElseThrow());
        double[] noise = IntStream.range(0, n)
                .mapToDouble(i -> Math.log(cost[i] / (1000 * (1 + a[i] / 2 + b[i] / 4))))
                .toArray();
        Moments moments = Moments.of(noise);
        moments.assertMean(0, Double.POSITIVE_INFINITY, 1e-4);
        moments.assertDeviation(0.1, Double.POSITIVE_INFINITY, 1e-4);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        SyntheticProblem fried = SyntheticProblems.named("fried");
        assertMessage("rows (0) must be at least 1", () -> fried.generate(0, ALL_EXTRAS, SEED));
        assertMessage(
                "rows (1) must be at least 2", () -> fried.generate(1, ALL_EXTRAS.withForm(TargetForm.CLASS), SEED));
        assertMessage("rows (2000001) must be at most 2000000", () -> fried.candidates(2_000_001, ALL_EXTRAS, SEED));
        assertMessage("noise (-1.0)", () -> ALL_EXTRAS.withNoise(-1));
        assertMessage("noise (NaN)", () -> ALL_EXTRAS.withNoise(Double.NaN));
        assertMessage("inert (-1)", () -> ALL_EXTRAS.withInert(-1));
        assertMessage("flip (1.5)", () -> ALL_EXTRAS.withFlipped(1.5));
        assertMessage("flip (0.1)", () -> fried.generate(9, ALL_EXTRAS.withFlipped(0.1), SEED));
        assertMessage("classes (1)", () -> SyntheticProblems.gaussians(1));
        assertMessage(
                "must be classification",
                () -> SyntheticProblems.named("moons").generate(9, ALL_EXTRAS.withForm(TargetForm.NUMBER), SEED));
    }

    private static void assertMessage(String part, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    static List<List<String>> cells(Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            int r = row;
            rows.add(IntStream.range(0, table.schema().columns().size())
                    .mapToObj(c -> table.text(r, c))
                    .toList());
        }
        return rows;
    }
}
