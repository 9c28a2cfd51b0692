package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the numbers in NHTSA's records are none. */
class MissingValuesTest {

    private static final Map<String, ToDoubleFunction<CrashTest>> NUMBERS = Map.ofEntries(
            Map.entry("CLSSPD", CrashTest::closingSpeed),
            Map.entry("IMPANG", CrashTest::impactAngle),
            Map.entry("OFFSET", CrashTest::offset),
            Map.entry("YEAR", test -> test.vehicles().get(0).year()),
            Map.entry("VEHTWT", test -> test.vehicles().get(0).testMass()),
            Map.entry("CURBWT", test -> test.vehicles().get(0).curbMass()),
            Map.entry("WHLBAS", test -> test.vehicles().get(0).wheelbase()),
            Map.entry("VEHLEN", test -> test.vehicles().get(0).length()),
            Map.entry("VEHWID", test -> test.vehicles().get(0).width()),
            Map.entry("VEHCG", test -> test.vehicles().get(0).centreOfGravity()),
            Map.entry("VEHSPD", test -> test.vehicles().get(0).speed()),
            Map.entry("CRBANG", test -> test.vehicles().get(0).crabAngle()),
            Map.entry("PDOF", test -> test.vehicles().get(0).forceDirection()),
            Map.entry("CRHDST", test -> test.vehicles().get(0).staticCrush()),
            Map.entry("BARANG", test -> test.barrier().orElseThrow().angle()),
            Map.entry("BARDIA", test -> test.barrier().orElseThrow().diameter()),
            Map.entry("CS", test -> driver(test).chestToSteeringWheel()),
            Map.entry("HIC", test -> driver(test).hic()),
            Map.entry("T1", test -> driver(test).hicFrom()),
            Map.entry("T2", test -> driver(test).hicTo()),
            Map.entry("CLIP3M", test -> driver(test).chest3ms()),
            Map.entry("LFEM", test -> driver(test).leftFemur()),
            Map.entry("RFEM", test -> driver(test).rightFemur()),
            Map.entry("CSI", test -> driver(test).chestSeverityIndex()),
            Map.entry("LBELT", test -> driver(test).lapBelt()),
            Map.entry("SBELT", test -> driver(test).shoulderBelt()),
            Map.entry("PELVG", test -> driver(test).pelvis()),
            Map.entry("PREFIL", test -> test.channels().get(0).prefilter()),
            Map.entry("INIVEL", test -> test.channels().get(0).initialVelocity()));

    private static Occupant driver(CrashTest test) {
        return test.occupants().get(0);
    }

    private static CrashTest read(String field, String text, Report report) {
        Map<String, String> cells = new HashMap<>(Map.of("VEHNO", "1", "CURNO", "1", "RSTNO", "1"));
        cells.put(field, text);
        Row row = Row.of("file", 7, cells);
        List<Row> rows = List.of(row);
        RawTest raw = new RawTest("file", "1", row, rows, rows, rows, rows, rows, List.of());
        return new NhtsaWords(CodeTables.load())
                .test(raw, (channel, own, problems) -> Optional.empty(), channel -> true, report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VEHTWT", "CURBWT", "WHLBAS", "VEHLEN", "VEHWID", "VEHCG", "YEAR", "CRHDST", "CS", "HIC", "T1", "T2",
                "CLIP3M", "LFEM", "RFEM", "CSI", "LBELT", "SBELT", "PELVG", "BARDIA", "PREFIL"
            })
    void zeroIsMissingWhereNothingCanBeZero(String field) {
        for (String zero : List.of("0", "0.0", "0.00", "-0")) {
            assertEquals(Double.NaN, NUMBERS.get(field).applyAsDouble(read(field, zero, new Report())), field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLSSPD", "IMPANG", "OFFSET", "VEHSPD", "CRBANG", "PDOF", "BARANG", "INIVEL"})
    void zeroIsAValueOfAnglesSpeedsAndOffsets(String field) {
        assertEquals(0, NUMBERS.get(field).applyAsDouble(read(field, "0", new Report())));
    }

    @Test
    void nothingAndItsSynonymsAreMissingEverywhere() {
        NUMBERS.forEach((field, number) -> {
            for (String nothing : List.of("", " ", "99999999", "99999999.0", "NOVALUE")) {
                Report report = new Report();
                assertEquals(Double.NaN, number.applyAsDouble(read(field, nothing, report)), field);
                assertEquals(List.of(), report.problems());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CSI, 9999, NaN",
        "CSI, 999, 999",
        "PREFIL, 99999, NaN",
        "PREFIL, 9999, 9999",
        "HIC, 9999, 9999",
        "CS, 999, 999",
        "VEHSPD, 56.3, 56.3",
        "LFEM, -1923, -1923",
        "VEHLEN, 4.9E3, 4900",
        "YEAR, 2018.0, 2018",
    })
    void otherSynonymsBelongToOneField(String field, String text, double expected) {
        assertEquals(expected, NUMBERS.get(field).applyAsDouble(read(field, text, new Report())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1f", "0x10", "NaN", "Infinity", "1e999", "12 kg", "--1", "1.2.3", "٣"})
    void whatIsNoNumberIsAProblem(String text) {
        NUMBERS.forEach((field, number) -> {
            Report report = new Report();
            assertEquals(Double.NaN, number.applyAsDouble(read(field, text, report)), field);
            assertEquals(1, report.problems().size(), field);
            assertEquals(7, report.problems().get(0).line());
            assertEquals(field, report.problems().get(0).field());
        });
    }

    @Test
    void aDecimalCommaIsGuessed() {
        Report report = new Report();
        read("VEHSPD", "56,3", report);
        assertEquals(
                "file, line 7, field VEHSPD: found \"56,3\", expected a number. Maybe a decimal comma: write a point",
                report.problems().get(0).describe());
    }

    @ParameterizedTest
    @CsvSource({
        "03/OCT/2017, 2017-10-03",
        "17-NOV-10, 2010-11-17",
        "17-NOV-79, 1979-11-17",
        "2011-01-03 00:00:00, 2011-01-03",
        "2011-01-03, 2011-01-03",
        "03.10.2017, 2017-10-03",
        "'', ''",
    })
    void daysAreWrittenInManyWays(String text, String expected) {
        Report report = new Report();
        assertEquals(
                expected,
                read("TSTDAT", text, report).date().map(Object::toString).orElse(""));
        assertEquals(List.of(), report.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/FEB/2017", "03/OKT/2017", "2017-13-01", "yesterday", "1/2/3"})
    void otherDaysAreProblems(String text) {
        Report report = new Report();
        assertEquals(Optional.empty(), read("TSTDAT", text, report).date());
        assertEquals("TSTDAT", report.problems().get(0).field());
    }

    @ParameterizedTest
    @CsvSource({
        "BODY, 4S, 4S, FOUR DOOR SEDAN",
        "BODY, 4H, 4H, FOUR DOOR SEDAN",
        "BODY, four  door sedan, 4S, FOUR DOOR SEDAN",
        "BODYD, FOUR DOOR SEDAN, 4S, FOUR DOOR SEDAN",
        "BODYD, 4 DOOR PICKUP, '', 4 DOOR PICKUP",
        "BODYD, THREE DOOR COUPE, '', THREE DOOR COUPE",
        "BODY, 4P, 4P, ''",
        "BODY, '', '', ''",
    })
    void codesAndTextsFindEachOther(String field, String text, String code, String meaning) {
        CrashTest test = read(field, text, new Report());
        assertEquals(new Code(code, meaning), test.vehicles().get(0).body());
    }

    @Test
    void recordsWithoutNumberAreLeftOut() {
        Report report = new Report();
        CrashTest test = read("CURNO", "-4", report);
        assertEquals(0, test.channels().size());
        assertEquals(1, test.vehicles().size());
        assertEquals("CURNO", report.problems().get(0).field());
    }
}
