package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.crash.table.CrashTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrashHistoryTest {

    private static final CrashProgramme SMALL = CrashProgramme.DEFAULT.withTests(200);

    private static CrashHistory history(CrashProgramme programme) {
        return CrashHistory.of(programme, new Seed(1), Runner.SEQUENTIAL);
    }

    private static List<String> line(Table table, int row) {
        return IntStream.range(0, table.schema().columns().size())
                .mapToObj(c -> table.text(row, c))
                .toList();
    }

    private static int index(Table table, String name) {
        return table.schema().indexOf(name).orElseThrow();
    }

    /** A model learnt from simulated tests reads real ones. */
    @Test
    void hasTheColumnsOfRealTests() {
        List<Column> real = CrashTable.PAPER.of(List.of()).schema().columns().stream()
                .filter(column -> column.role() != Role.IGNORED && column.role() != Role.COST)
                .toList();
        List<Column> simulated = history(SMALL.withTests(1)).tests().schema().columns().stream()
                .filter(column -> column.role() != Role.COST)
                .toList();

        assertEquals(real, simulated);
    }

    @Test
    void ascendsByDate() {
        Table tests = history(SMALL.withYears(1995, 2004)).tests();
        int date = tests.schema().indexOf(Role.TIME).orElseThrow();
        for (int row = 1; row < tests.size(); row++) {
            assertTrue(tests.number(row, date) >= tests.number(row - 1, date));
        }

        assertTrue(tests.text(0, date).compareTo("1994-07-01") >= 0);
        assertTrue(tests.text(199, date).compareTo("2004-07-01") < 0);
    }

    @Test
    void aLongerHistoryHasAllRowsOfAShorterOne() {
        CrashProgramme spoiled = SMALL.withDefects(0.3);
        CrashHistory all = history(spoiled);
        CrashHistory some = history(spoiled.withTests(60));
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < all.tests().size(); row++) {
            rows.put(all.tests().ids().get(row), row);
        }
        for (int row = 0; row < 60; row++) {
            int same = rows.get(some.tests().ids().get(row));
            assertEquals(line(some.tests(), row), line(all.tests(), same));
            assertEquals(line(some.truth(), row), line(all.truth(), same));
        }
    }

    @Test
    void tasksInAnyOrderGiveTheSame() {
        Runner backwards = new Runner() {
            @Override
            public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
                List<T> results = new ArrayList<>();
                for (int i = pieces - 1; i >= 0; i--) {
                    results.add(0, work.run(i, () -> {}));
                }
                return results;
            }
        };
        CrashHistory other = CrashHistory.of(SMALL, new Seed(1), backwards);

        assertEquals(digest(history(SMALL).tests()), digest(other.tests()));
        assertEquals(digest(history(SMALL).truth()), digest(other.truth()));
    }

    /** Printed by JDK 17.0 on x86-64, and the same on JDK 25: every test run on another Java compares the two. */
    @Test
    void everyJavaGivesTheSameBits() {
        CrashHistory history = history(SMALL.withDefects(0.2));

        assertEquals("b4e9c7a46b722cd6", digest(history.tests()));
        assertEquals("6ad227889ba948aa", digest(history.truth()));
    }

    private static String digest(Table table) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int row = 0; row < table.size(); row++) {
                digest.update(String.join(",", line(table, row)).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** ROLC_p = rolc_true + sensor_error + laboratory_effect + label_noise, each written to 0.001 g. */
    @Test
    void theTruthAddsUpToTheLabel() {
        CrashHistory history = history(SMALL);
        int target = history.tests().schema().indexOf(Role.TARGET).orElseThrow();
        double squares = 0;
        for (int row = 0; row < 200; row++) {
            double sum = 0;
            for (String part : List.of("rolc_true", "sensor_error", "laboratory_effect", "label_noise")) {
                sum += history.truth().number(row, index(history.truth(), part));
            }
            assertEquals(history.tests().number(row, target), sum, 0.0026);
            squares += Math.pow(history.truth().number(row, index(history.truth(), "label_noise")), 2);
        }

        assertEquals(1, Math.sqrt(squares / 200), 0.15);
    }

    /** Before 2000 the time to fire is missing in 85 of 100 tests, later in 60; the distance to the wheel in 5. */
    @Test
    void archivesLoseMuch() {
        Table old = history(SMALL.withYears(1980, 1999)).tests();
        Table young = history(SMALL.withYears(2000, 2024)).tests();

        assertEquals(0.85, missing(old, "time_to_fire"), 0.07);
        assertEquals(0.60, missing(young, "time_to_fire"), 0.09);
        assertEquals(0.05, missing(young, "chest_to_wheel"), 0.04);
        for (int row = 0; row < 200; row++) {
            double limiters = young.number(row, index(young, "force_limiters"));
            assertEquals(limiters < 1, young.isMissing(row, index(young, "force_level_1")));
            assertEquals(limiters < 2, young.isMissing(row, index(young, "force_level_2")));
            assertEquals(limiters < 2, young.isMissing(row, index(young, "limiter_switching_time")));
        }
    }

    private static double missing(Table table, String name) {
        return IntStream.range(0, table.size())
                        .filter(row -> table.isMissing(row, index(table, name)))
                        .count()
                / (double) table.size();
    }

    @Test
    void aCompleteArchiveHasTheTruthAndTheLabelNoise() {
        CrashHistory history = history(SMALL.withArchive(Archive.COMPLETE));
        CrashHistory found = history(SMALL);
        Table tests = history.tests();
        Table truth = history.truth();
        assertEquals(0, missing(tests, "time_to_fire"));
        assertEquals(0, missing(tests, "chest_to_wheel"));
        assertEquals(found.tests().ids(), tests.ids());
        for (int row = 0; row < 200; row++) {
            double label =
                    truth.number(row, index(truth, "rolc_true")) + truth.number(row, index(truth, "label_noise"));
            assertEquals(label, tests.number(row, index(tests, "ROLC_p")), 2e-3);
            assertEquals(
                    truth.number(row, index(truth, "true_time_to_fire")),
                    tests.number(row, index(tests, "time_to_fire")));
            assertEquals(
                    found.tests().number(row, index(tests, "dynamic_deformation")),
                    tests.number(row, index(tests, "dynamic_deformation")));
        }
    }

    @Test
    void defectsAreInTheTruth() {
        CrashHistory clean = history(SMALL);
        CrashHistory history = history(SMALL.withDefects(0.2));
        Table tests = history.tests();
        Table truth = history.truth();
        Map<String, Integer> rows = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < 200; row++) {
            rows.put(tests.ids().get(row), row);
        }
        for (int row = 0; row < 200; row++) {
            String defect = truth.text(row, index(truth, "defect"));
            counts.merge(defect, 1, Integer::sum);
            String labelOf = truth.text(row, index(truth, "label_of"));
            double label = tests.number(row, index(tests, "ROLC_p"));
            double level = tests.number(row, index(tests, "force_level_1"));
            double firing = tests.number(row, index(tests, "time_to_fire"));
            boolean bodyIsTrue =
                    tests.text(row, index(tests, "body")).equals(truth.text(row, index(truth, "true_body")));

            assertEquals(clean.tests().number(rows.get(labelOf), index(tests, "ROLC_p")), label, "label of " + labelOf);
            assertEquals(defect.equals("label"), !labelOf.equals(tests.ids().get(row)));
            assertEquals(defect.equals("level_unit"), level < 10);
            assertEquals(defect.equals("firing_time"), firing == 0);
            assertEquals(defect.equals("body"), !bodyIsTrue);
            assertTrue(!defect.equals("chest_distance") || tests.isMissing(row, index(tests, "chest_to_wheel")));
        }

        assertEquals(0.2, 1 - counts.get("none") / 200.0, 0.05);
        assertEquals(6, counts.size(), counts.toString());
        assertEquals(
                200,
                IntStream.range(0, 200)
                        .filter(row ->
                                clean.truth().text(row, index(truth, "defect")).equals("none"))
                        .count());
    }

    /** Half of the faults, one in two hundred tests. */
    @Test
    void failedTestsHaveNoRow() {
        CrashHistory history = history(CrashProgramme.DEFAULT);
        long faulty = IntStream.range(0, 1276)
                .filter(row -> !history.truth()
                        .text(row, index(history.truth(), "fault"))
                        .equals("none"))
                .count();

        assertEquals(1276, history.tests().size());
        assertEquals(6.4, history.failed(), 6);
        assertEquals(6.4, faulty, 6);
        assertEquals(
                0,
                IntStream.range(0, 1276)
                        .filter(row -> history.tests().isMissing(row, index(history.tests(), "ROLC_p")))
                        .count());
    }

    @Test
    void candidatesAreSettingsAndAPrice() {
        Table candidates = CrashHistory.candidates(50, 2020, 2024, new Seed(1));
        Table longer = CrashHistory.candidates(80, 2020, 2024, new Seed(1));
        List<Role> roles = candidates.schema().columns().stream()
                .map(Column::role)
                .distinct()
                .toList();

        assertEquals(List.of(Role.ID, Role.CONFIGURABLE, Role.COST), roles);
        assertEquals(
                history(SMALL.withTests(1)).tests().schema().columns(Role.CONFIGURABLE),
                candidates.schema().columns(Role.CONFIGURABLE));
        for (int row = 0; row < 50; row++) {
            assertEquals(line(candidates, row), line(longer, row));
            for (Column column : candidates.schema().columns()) {
                boolean level = column.name().startsWith("force_level");
                int c = index(candidates, column.name());
                assertTrue(level || column.kind() == Kind.TEXT || !candidates.isMissing(row, c), column.name());
            }
        }
    }

    @Test
    void refusesImpossibleProgrammes() {
        assertThrows(IllegalArgumentException.class, () -> SMALL.withTests(0));
        assertThrows(IllegalArgumentException.class, () -> SMALL.withTests(100_001));
        assertThrows(IllegalArgumentException.class, () -> SMALL.withYears(2024, 1980));
        assertThrows(IllegalArgumentException.class, () -> SMALL.withYears(1900, 1980));
        assertThrows(IllegalArgumentException.class, () -> SMALL.withLabelNoise(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SMALL.withDefects(1.1));
    }
}
