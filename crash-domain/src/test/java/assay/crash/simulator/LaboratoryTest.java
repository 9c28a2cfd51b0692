package assay.crash.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.crash.table.BodyType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaboratoryTest {

    private static final Seed SEED = new Seed(11);
    private static final LocalDate DATE = LocalDate.of(2015, 3, 1);

    private final Laboratory laboratory = new Laboratory(SEED, 1);

    /** Reports are equal to the last bit. */
    private static List<Object> facts(CrashReport report) {
        return List.of(
                report.car(),
                Arrays.toString(report.pulse().samples()),
                report.rolc(),
                report.price(),
                report.switchTime());
    }

    private CrashReport run(String id, CrashSettings settings) {
        return laboratory.run(id, DATE, settings).orElseThrow();
    }

    @Test
    void whatWasRunBeforeDoesNotMatter() {
        CrashSettings settings = laboratory.proposal("C-1", 2015);
        CrashReport first = run("C-1", settings);
        for (int i = 0; i < 5; i++) {
            laboratory.run("other " + i, DATE, laboratory.proposal("other " + i, 2000 + i));
        }
        Laboratory same = new Laboratory(SEED, 1);

        assertEquals(facts(first), facts(run("C-1", settings)));
        assertEquals(facts(first), facts(same.run("C-1", DATE, settings).orElseThrow()));
        assertNotEquals(first.rolc(), run("C-2", settings).rolc());
        assertNotEquals(
                first.rolc(),
                new Laboratory(new Seed(12), 1)
                        .run("C-1", DATE, settings)
                        .orElseThrow()
                        .rolc());
    }

    /** The car is the same, so are its sensors: only the driver is stopped in another way. */
    @Test
    void oneSettingChangesNothingElse() {
        CrashSettings early = settings(10);
        CrashSettings late = settings(25);

        assertEquals(run("C-3", early).car(), run("C-3", late).car());
        assertTrue(run("C-3", late).rolc() > run("C-3", early).rolc() + 1);
    }

    private static CrashSettings settings(double firingTime) {
        return new CrashSettings(BodyType.FOUR_DOOR_SEDAN, 1500, firingTime, 310, 1, 4300, Double.NaN, 1);
    }

    @Test
    void labelNoiseScalesWithItsDeviation() {
        CrashSettings settings = settings(12);
        double clean =
                new Laboratory(SEED, 0).run("C-4", DATE, settings).orElseThrow().rolc();
        double one = run("C-4", settings).rolc();
        double three =
                new Laboratory(SEED, 3).run("C-4", DATE, settings).orElseThrow().rolc();

        assertEquals(3 * (one - clean), three - clean, 1e-9);
    }

    @Test
    void missingSettingsAreThoseOfTheProposal() {
        for (int i = 0; i < 20; i++) {
            String id = "C-" + i;
            CrashSettings full = laboratory.proposal(id, 2015);
            CrashSettings asked = new CrashSettings(
                    full.body(),
                    full.mass(),
                    Double.NaN,
                    Double.NaN,
                    full.limiters(),
                    Double.NaN,
                    Double.NaN,
                    full.pretensioners());

            assertEquals(
                    laboratory.run(id, DATE, full).map(CrashReport::rolc),
                    laboratory.run(id, DATE, asked).map(CrashReport::rolc));
        }
    }

    /** Row for row, from nothing but what the table says; defective rows apart. */
    @Test
    void runsTheRowsOfAHistoryAgain() {
        CrashProgramme programme = CrashProgramme.DEFAULT.withTests(60).withDefects(0.2);
        CrashHistory history = CrashHistory.of(programme, SEED, Runner.SEQUENTIAL);
        Table tests = history.tests();
        int date = tests.schema().indexOf(Role.TIME).orElseThrow();
        int target = tests.schema().indexOf(Role.TARGET).orElseThrow();
        int crush = tests.schema().indexOf("dynamic_deformation").orElseThrow();
        int defect = history.truth().schema().indexOf("defect").orElseThrow();
        int again = 0;
        for (int row = 0; row < tests.size(); row++) {
            if (history.truth().text(row, defect).equals("none")) {
                CrashReport report = laboratory
                        .run(
                                tests.ids().get(row),
                                LocalDate.parse(tests.text(row, date)),
                                CrashHistory.settings(tests, row))
                        .orElseThrow();
                assertEquals(tests.number(row, target), Math.rint(1000 * report.rolc()) / 1000);
                assertEquals(
                        tests.number(row, crush),
                        Math.rint(10_000 * report.car().dynamicCrush()) / 10);
                again++;
            }
        }

        assertTrue(again > 35 && again < 60, again + " rows");
    }

    @Test
    void runsCandidates() {
        Table candidates = CrashHistory.candidates(20, 2020, 2024, SEED);
        for (int row = 0; row < candidates.size(); row++) {
            String id = candidates.ids().get(row);
            CrashSettings settings = CrashHistory.settings(candidates, row);
            assertEquals(
                    candidates.number(
                            row, candidates.schema().indexOf(Role.COST).orElseThrow()),
                    laboratory.price(id, settings.body()));
            laboratory
                    .run(id, LocalDate.of(2025, 1, 1), settings)
                    .ifPresent(report -> assertTrue(report.rolc() > 10 && report.rolc() < 60));
        }
    }

    @Test
    void pricesLieBetween150And500() {
        for (BodyType body : BodyType.values()) {
            double first = laboratory.price("C-1", body);
            assertTrue(first >= 150 && first <= 500, body + " " + first);
            assertEquals(first, laboratory.price("C-1", body));
        }
        assertTrue(laboratory.price("C-1", BodyType.TRUCK) > laboratory.price("C-1", BodyType.THREE_DOOR_HATCHBACK));
    }

    @Test
    void halfAYearBelongsToTheNextModel() {
        assertEquals(2015, Laboratory.modelYear(LocalDate.of(2015, 6, 30)));
        assertEquals(2016, Laboratory.modelYear(LocalDate.of(2015, 7, 1)));
        assertEquals(2016, Laboratory.modelYear(LocalDate.of(2015, 12, 31)));
    }

    @Test
    void refusesWhatCannotBeRun() {
        assertThrows(IllegalArgumentException.class, () -> laboratory.run(" ", DATE, settings(12)));
        assertThrows(IllegalArgumentException.class, () -> new Laboratory(SEED, -1));
        assertThrows(IllegalArgumentException.class, () -> settings(0));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CrashSettings(BodyType.VAN, 1500, 12, 310, 0, 4300, Double.NaN, 1))
                .getMessage();
        assertEquals("belt force level 1 (4300.0 N) must be missing without a limiter. Maybe there is 1?", message);
        assertThrows(
                IllegalArgumentException.class, () -> new CrashSettings(BodyType.VAN, 1500, 12, 310, 3, 4300, 2000, 1));
    }
}
