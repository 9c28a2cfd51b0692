package assay.crash.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Column;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.crash.Code;
import assay.crash.criteria.OlcPlusPlus;
import assay.crash.signal.Grid;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashTableTest {

    private static CrashExperiment experiment() {
        return CrashExperiment.of(MadeUpTest.complete().assess()).orElseThrow();
    }

    private static List<String> names(Table table, Role role) {
        return table.schema().columns(role).stream().map(Column::label).toList();
    }

    /** LossVal paper, appendix C.4: what its secondary model sees, in its order. */
    @Test
    void configurableColumnsAreThePapers() {
        Table table = CrashTable.PAPER.of(List.of(experiment()));

        assertEquals(
                List.of(
                        "body",
                        "mass [kg]",
                        "time_to_fire [ms]",
                        "chest_to_wheel [mm]",
                        "force_limiters",
                        "force_level_1 [N]",
                        "force_level_2 [N]",
                        "pretensioner"),
                names(table, Role.CONFIGURABLE));
    }

    /** The other features of C.4 but for OLC++, whose weights nobody has: 13 numbers and the pulse over 130 ms. */
    @Test
    void theRestIsMeasured() {
        List<String> measured = names(CrashTable.PAPER.of(List.of(experiment())), Role.MEASURED);

        assertEquals(13 + 65, measured.size());
        assertEquals(
                List.of(
                        "initial_speed [m/s]",
                        "limiter_switching_time [ms]",
                        "average_deceleration [g]",
                        "max_deceleration [g]",
                        "max_deceleration_3ms [g]",
                        "dynamic_deformation [mm]",
                        "kinetic_energy [J]",
                        "SM25 [g]",
                        "TTZV [ms]",
                        "OLC [g]",
                        "MCD [g]",
                        "delta_v [m/s]",
                        "rebound_velocity [m/s]"),
                measured.subList(0, 13));
        assertEquals("pulse_000 [g]", measured.get(13));
        assertEquals("pulse_128 [g]", measured.get(77));
    }

    @Test
    void theTargetIsRolc() {
        Table table = CrashTable.PAPER.of(List.of(experiment()));

        assertEquals(List.of("ROLC_p [g]"), names(table, Role.TARGET));
        assertEquals(List.of("id"), names(table, Role.ID));
        assertEquals(List.of("date"), names(table, Role.TIME));
        assertEquals(25, table.number(0, table.schema().indexOf("ROLC_p").orElseThrow()), 0.2);
    }

    @Test
    void theMiddleOfThePulseIsPositive() {
        Table table = CrashTable.PAPER.of(List.of(experiment()));
        double peak = Math.PI * 1.16 * MadeUpTest.SPEED / 3.6 / (2 * 0.075) / 9.80665;

        assertEquals(
                peak * Math.sin(Math.PI * 38 / 75),
                table.number(0, table.schema().indexOf("pulse_038").orElseThrow()),
                0.05);
    }

    @Test
    void unknownRestraintsStayMissing() {
        Table table = CrashTable.PAPER.of(List.of(experiment()));

        for (String column : List.of("time_to_fire", "force_level_1", "force_level_2", "pretensioner")) {
            assertTrue(table.isMissing(0, table.schema().indexOf(column).orElseThrow()), column);
        }
    }

    @Test
    void columnsAreOptional() {
        CrashExperiment experiment = experiment();
        OlcPlusPlus weights = new OlcPlusPlus(1, 0, 0, 100);

        Table table = CrashTable.PAPER
                .withPulse(Optional.empty())
                .withOlcPlusPlus(Optional.of(weights))
                .of(List.of(experiment));

        assertEquals(14, names(table, Role.MEASURED).size());
        assertEquals(
                100 + experiment.criteria().olc().deceleration(),
                table.number(0, table.schema().indexOf("OLC++").orElseThrow()),
                1e-9);
        assertEquals(List.of(), names(table, Role.COST));
    }

    @Test
    void aFinerPulseNamesFractionsOfMilliseconds() {
        Table table =
                CrashTable.PAPER.withPulse(Optional.of(new Grid(0.0005, 3))).of(List.of(experiment()));

        assertEquals(
                List.of("pulse_0 [g]", "pulse_0.5 [g]", "pulse_1 [g]"),
                names(table, Role.MEASURED).subList(13, 16));
    }

    @Test
    void aTestWithoutPulseIsNoRow() {
        MadeUpTest test = MadeUpTest.complete();
        test.channels.clear();

        assertEquals(Optional.empty(), CrashExperiment.of(test.assess()));
    }

    @ParameterizedTest
    @CsvSource({
        "4S, FOUR DOOR SEDAN, four-door sedan",
        "4H, FOUR DOOR SEDAN, four-door sedan",
        "'', 4 DOOR PICKUP, four-door pickup",
        "'', THREE DOOR COUPE, three-door coupe",
        "EX, EXTENDED CAB PICKUP, extended cab pickup",
        "UV, '', utility vehicle",
        "4D, 4 DOOR CAR, ''",
        "NA, NOT APPLICABLE, ''",
        "'', '', ''",
    })
    void bodyTypesByText(String code, String text, String words) {
        assertEquals(
                words, BodyType.of(new Code(code, text)).map(BodyType::words).orElse(""));
    }

    @Test
    void bodyTypesHaveWordsOfTheirOwn() {
        Set<String> words = new HashSet<>(
                Arrays.stream(BodyType.values()).map(BodyType::words).toList());

        assertEquals(15, words.size());
    }
}
