package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.CrashTest;
import assay.crash.Problem;
import assay.crash.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ev5SetTest {

    @TempDir
    Path folder;

    private CrashTest read(Map<String, byte[]> files) {
        SmallTest.write(folder, files);
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        return records.tests().get(0);
    }

    /** One channel with this range and this file. */
    private CrashTest read(String range, String samples) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "v00042.EV5",
                SmallTest.bytes(SmallTest.header(
                        SmallTest.VEHICLE, SmallTest.OCCUPANT, SmallTest.channel(1, "FLLR", range, "LEFT"))));
        files.put("v00042.001", SmallTest.bytes(samples));
        return read(files);
    }

    private static double[] samples(CrashTest test) {
        return test.channel(1).orElseThrow().signal().map(Signal::samples).orElse(new double[0]);
    }

    @Test
    void isReadFromAFolderOrAnArchive() {
        SmallTest.write(folder.resolve("a"), SmallTest.ev5("v00042"));
        SmallTest.write(folder, Map.of("b.ZIP", SmallTest.zip(SmallTest.ev5("deep/down/v00043"))));
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        assertEquals(
                List.of("43", "42"), records.tests().stream().map(CrashTest::id).toList());
        for (CrashTest test : records.tests()) {
            assertEquals(List.of(), test.problems());
            assertArrayEquals(new double[] {0, -1, -2, -3, -4}, samples(test));
        }
    }

    @Test
    void isReadFromItsHeaderFile() {
        SmallTest.write(folder, SmallTest.ev5("v00042"));
        SmallTest.write(folder, SmallTest.ev5("v00043"));
        CrashRecords records = CrashFiles.read(folder.resolve("v00043.EV5"));
        assertEquals(List.of("43"), records.tests().stream().map(CrashTest::id).toList());
        assertArrayEquals(
                new double[] {0, -1, -2, -3, -4}, samples(records.tests().get(0)));
    }

    @Test
    void mayHaveOtherLineEndsCasesAndComments() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SmallTest.ev5("V00042")
                .forEach((name, bytes) -> files.put(
                        name.toLowerCase(Locale.ROOT),
                        SmallTest.bytes(SmallTest.text(bytes)
                                .replace("----- VEHICLE", "# a comment\n\n----- VEHICLE")
                                .replace("\n", "\r\n"))));
        CrashTest test = read(files);
        assertEquals(List.of(), test.problems());
        assertEquals(1719, test.vehicle(1).orElseThrow().testMass());
        assertArrayEquals(new double[] {0, -1, -2, -3, -4}, samples(test));
    }

    @Test
    void padsShortRecords() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put(
                "v00042.EV5",
                SmallTest.bytes(SmallTest.header(
                        "1|16|03|2018||4S", "1|01|H3|", SmallTest.channel(1, "FLLR", "-2|2", "LEFT"))));
        CrashTest test = read(files);
        assertEquals(List.of(), test.problems());
        assertEquals(2018, test.vehicle(1).orElseThrow().year());
        assertEquals(Double.NaN, test.vehicle(1).orElseThrow().testMass());
        assertEquals("", test.vehicle(1).orElseThrow().comment());
    }

    @ParameterizedTest
    @CsvSource({
        "'1\n2\n3\n', 1",
        "'-0.0001\t1\n4.66478e-17\t2\n0.0001\t3\n', 1",
        "'-0.0001 1\n0 2\n1E-4 3', 1",
        "'-.00010,1.0\n+0.0,2.\n0.00010,3e0\r\n\r\n', 1",
    })
    void samplesAreValuesOrTimesAndValues(String file, int channel) {
        CrashTest test = read("-1|1", file);
        assertEquals(List.of(), test.problems());
        Signal signal = test.channel(channel).orElseThrow().signal().orElseThrow();
        assertArrayEquals(new double[] {1, 2, 3}, signal.samples());
        assertEquals(-1, signal.firstIndex());
    }

    @ParameterizedTest
    @CsvSource({
        "-1|1, '1\n2\n', 2, 2 samples",
        "-1|1, '1\n2\n3\n4\n', 4, sample 4",
        "-1|1, '1\n2x\n3\n', 2, '\"2x\"'",
        "-1|1, '1\n0 2\n3\n', 2, '\"0 2\"'",
        "-1|1, '-0.0001 1\n0 2\n0.0002 3\n', 3, 'time \"0.0002\"'",
        "-1|1, '-0.0002 1\n-0.0001 2\n0 3\n', 1, 'time \"-0.0002\"'",
        "-1|1, '1 2 3\n', 1, '\"1 2 3\"'",
        "-1|1, '', 0, 0 samples",
        "-1|1, 'NaN\n1\n2\n', 1, '\"NaN\"'",
    })
    void samplesThatContradictTheHeaderAreLeftOut(String range, String file, int line, String found) {
        CrashTest test = read(range, file);
        assertEquals(1, test.problems().size());
        Problem problem = test.problems().get(0);
        assertTrue(problem.file().endsWith("v00042.001"), problem.file());
        assertEquals(line, problem.line());
        assertEquals(found, problem.found());
        assertEquals(0, samples(test).length);
    }

    @ParameterizedTest
    @CsvSource({
        "0|2147483647, NLP",
        "0|2147483648, NLP",
        "0|9e99, NLP",
        "5|1, NLP",
        "x|1, NFP",
        "|1, NFP",
        "0|1.5, NLP",
        "-99999999|99999999, NLP",
    })
    void rangesThatCannotBeAreProblemsOfTheHeader(String range, String field) {
        CrashTest test = read(range, "1\n2\n3\n");
        assertEquals(1, test.problems().size());
        assertEquals(field, test.problems().get(0).field());
        assertEquals(14, test.problems().get(0).line());
        assertEquals(0, samples(test).length);
    }

    /** NLP -1 before NFP says that there are no data. */
    @Test
    void aRangeMayBeEmptyOnPurpose() {
        CrashTest test = read("0|-1", "1\n2\n3\n");
        assertEquals(List.of(), test.problems());
        assertEquals(0, samples(test).length);
    }

    @Test
    void tellsOfSectionsThatEndEarly() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        String header = SmallTest.text(files.get("v00042.EV5"));
        files.put("v00042.EV5", SmallTest.bytes(header.substring(0, header.indexOf("1|3|AC"))));
        CrashTest test = read(files);
        assertEquals(2, test.channels().size());
        assertEquals(
                List.of("----- END -----", "2, the records of section INSTRUMENTATION"),
                test.problems().stream().map(Problem::expected).toList());
    }

    @Test
    void countsCurvesOnce() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        String header = SmallTest.text(files.get("v00042.EV5")).replace("1|2|AC", "1|1|AC");
        files.put("v00042.EV5", SmallTest.bytes(header));
        CrashTest test = read(files);
        assertEquals(2, test.channels().size());
        assertEquals("1 a second time", test.problems().get(0).found());
    }

    @Test
    void readsOnlyWantedSamples() {
        SmallTest.write(folder, SmallTest.ev5("v00042"));
        List<CrashTest> tests = new ArrayList<>();
        CrashFiles.stream(folder, channel -> channel.attachment().is("FLRR"), tests::add);
        assertEquals(
                List.of(false, true, false),
                tests.get(0).channels().stream()
                        .map(channel -> channel.signal().isPresent())
                        .toList());
    }

    @Test
    void isLeftOutASecondTime() {
        SmallTest.write(folder.resolve("a"), SmallTest.ev5("v00042"));
        SmallTest.write(folder.resolve("b"), SmallTest.ev5("v00042"));
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(1, records.tests().size());
        assertEquals("test 42 again", records.problems().get(0).found());
    }

    @Test
    void isMissedBesideItsSamples() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put("v00043.001", SmallTest.bytes("1\n"));
        files.put("v00043.002", SmallTest.bytes("1\n"));
        files.put("v00044tsv.001", SmallTest.bytes("1\n"));
        files.put("CHANNEL/T9.chn", SmallTest.bytes("Number of channels :0\n"));
        SmallTest.write(folder, files);
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(1, records.tests().size());
        assertEquals(3, records.problems().size());
        assertTrue(
                records.problems().stream().allMatch(problem -> problem.found().equals("samples without a header")));
    }

    @Test
    void hasNoMoreRecordsThanAnyTest() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put("v00042.EV5", SmallTest.bytes("----- EV5 -----\n----- VEHICLE -----\n" + "1\n".repeat(10_001)));
        SmallTest.write(folder, files);
        Problem problem = CrashFiles.read(folder).problems().get(0);
        assertEquals("more records", problem.found());
        assertEquals(10_003, problem.line());
    }

    @Test
    void tellsOfOccupantsWithoutVehicle() {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        String header = SmallTest.text(files.get("v00042.EV5")).replace("1|01|H3", "2|01|H3");
        files.put("v00042.EV5", SmallTest.bytes(header));
        CrashTest test = read(files);
        assertEquals(1, test.problems().size());
        assertEquals("a vehicle of the test: [1]", test.problems().get(0).expected());
        assertEquals(2, test.occupants().get(0).vehicle());
    }

    /** The second test loses a file while the first one is looked at. */
    @Test
    void isReadAfterTheOneBeforeWasHandedOver() {
        SmallTest.write(folder.resolve("a"), SmallTest.ev5("v00042"));
        SmallTest.write(folder.resolve("b"), SmallTest.ev5("v00043"));
        List<CrashTest> tests = new ArrayList<>();
        CrashFiles.stream(folder, channel -> true, test -> {
            tests.add(test);
            assertTrue(!test.id().equals("42")
                    || folder.resolve("b/v00043.003").toFile().delete());
        });
        assertTrue(tests.get(0).channel(3).orElseThrow().signal().isPresent());
        assertTrue(tests.get(1).channel(3).orElseThrow().signal().isEmpty());
    }
}
