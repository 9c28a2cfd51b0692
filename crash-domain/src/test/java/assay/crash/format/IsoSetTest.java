package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Signal;
import assay.crash.Vehicle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets as laboratories write them, made up after the descriptors of ISO/TS 13499. */
class IsoSetTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private static String mme() {
        return """
                Data format edition number  :1.6
                Laboratory name             :Prüfstelle
                Laboratory test ref. number :A:17
                Title                       :Frontal 50 km/h – full width
                Comments                    :one
                Comments                    :two
                Type of the test            :Frontal Impact
                Date of the test            :2019-05-07
                Regulation                  :NOVALUE
                Number of test objects      :1
                Name of test object 1       :Car
                Velocity test object 1      :13.92
                Mass test object 1          :1465
                .Start time                 :12:30:00
                """;
    }

    private static String chn(String... codes) {
        StringBuilder text =
                new StringBuilder("Instrumentation standard :SAE J211\nNumber of channels :" + codes.length);
        for (int i = 0; i < codes.length; i++) {
            text.append("\nName of channel %03d :%s / text".formatted(i + 1, codes[i]));
        }
        return text.append('\n').toString();
    }

    private static String channel(String code, String unit, String more, String values) {
        return """
                Test object number          :1
                Name of the channel         :Some: channel
                Channel code                :%s
                Unit                        :%s
                Data source                 :transducer
                Data status                 :ok
                %s%s""".formatted(code, unit, more, values);
    }

    private static String implicit(String first, int count) {
        return "Reference channel :implicit\nSampling interval :0.0001\nTime of first sample :%s\nNumber of samples :%d\n"
                .formatted(first, count);
    }

    private static Map<String, byte[]> set(String... channels) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("T1.mme", SmallTest.bytes(mme()));
        String[] codes = new String[channels.length];
        for (int i = 0; i < channels.length; i++) {
            files.put("Channel/T1.%03d".formatted(i + 1), SmallTest.bytes(channels[i]));
            codes[i] = "1?????????????X?";
        }
        files.put("Channel/T1.CHN", SmallTest.bytes(chn(codes)));
        return files;
    }

    private CrashTest read(Map<String, byte[]> files) {
        SmallTest.write(folder, files);
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        assertEquals(1, records.tests().size());
        return records.tests().get(0);
    }

    @Test
    void speaksNhtsasWords() {
        CrashTest test =
                read(set(channel("11CHST0000H3ACXC", "m/(s*s)", implicit("-0.0001", 3), "9.80665\n0\n-19.6133\n")));

        assertEquals(List.of(), test.problems());
        assertEquals("T1", test.id());
        assertEquals("Frontal 50 km/h – full width", test.title());
        assertEquals("A:17", test.reference());
        assertEquals(Optional.of(LocalDate.of(2019, 5, 7)), test.date());
        assertEquals(List.of("one", "two"), test.comments());
        Vehicle car = test.vehicle(1).orElseThrow();
        assertEquals(13.92 * 3.6, car.speed(), 1e-12);
        assertEquals(1465, car.testMass());
        Channel chest = test.channel(1).orElseThrow();
        assertEquals(1, chest.vehicle());
        assertEquals(new Code("AC", "ACCELEROMETER"), chest.sensor());
        assertEquals(new Code("CHST", "CHEST"), chest.attachment());
        assertEquals(new Code("01", "LEFT FRONT SEAT"), chest.location());
        assertEquals("XL", chest.axis().code());
        assertEquals("G'S", chest.unit().code());
        assertEquals("AM", chest.dataStatus().code());
        Signal signal = chest.signal().orElseThrow();
        assertEquals(-1, signal.firstIndex());
        assertArrayEquals(new double[] {1, 0, -2}, signal.samples(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "10VEHCCG0000ACXC, VECG, NA, XG, 1",
        "10VEHCCG00??ACX?, VECG, NA, XG, 1",
        "14BPIL000000ACXC, BPLL, NA, XG, 1",
        "16BPIL000000ACXD, BPLR, NA, XG, 1",
        "11SEATLERE00ACXD, SELR, NA, XG, 1",
        "13SEATRIRE00ACXD, SERR, NA, XG, 1",
        "10FORALERE00ACXD, FLLR, NA, XG, 1",
        "11HEADCG00H3AC1P, HDCG, 01, XL, 1",
        "13HEAD0000H3ACZA, HDCG, 02, ZL, 1",
        "11CHST0003H3DSXC, CHST, 01, XL, 1",
        "11SEBE0003B3FO0D, SHBT, 01, , 1",
        "26CHST0000TH??Y?, CHST, 03, YL, 2",
        "10ENGN000000ACXD, ENGN, NA, XG, 1",
        "11chst0000h3acxc, CHST, 01, XL, 1",
        "11HEAD0000H3ACRA, HDCG, 01, RS, 1",
    })
    void understandsCodes(String code, String attachment, String seat, String axis, int vehicle) {
        Map<String, String> fields = IsoCodes.load().fields(code);
        assertEquals(attachment, fields.get("SENATT"));
        assertEquals(seat, fields.get("SENLOC"));
        assertEquals(axis, fields.get("AXIS"));
        assertEquals(Integer.toString(vehicle), fields.get("VEHNO"));
    }

    @Test
    void keepsLocationsThatNhtsaHasNoWordFor() {
        Map<String, String> fields = IsoCodes.load().fields("B0BARR010203FOX0");
        assertEquals("0", fields.get("VEHNO"));
        assertEquals("ISO BARR010203", fields.get("SENATTD"));
        assertEquals("LC", fields.get("SENTYP"));
        assertEquals(Map.of(), IsoCodes.load().fields("NOCODE"));
    }

    @ParameterizedTest
    @CsvSource({
        "g, -2, G'S, -2",
        "m/s², -19.6133, G'S, -2",
        "m/s**2, -19.6133, G'S, -2",
        "N, 5, NWT, 5",
        "kN, 5, NWT, 5000",
        "m, 0.035, MM, 35",
        "mm, 35, MM, 35",
        "Nm, 3, NWM, 3",
        "rad/s, 2, RPS, 2",
        "mumble, 2, MUMBLE, 2",
    })
    void convertsUnits(String unit, String written, String code, double expected) {
        CrashTest test = read(set(channel("11CHST0000H3ACXC", unit, implicit("0", 1), written + "\n")));
        assertEquals(List.of(), test.problems());
        assertEquals(code, test.channel(1).orElseThrow().unit().code());
        assertEquals(
                expected, test.channel(1).orElseThrow().signal().orElseThrow().sample(0), 1e-12);
    }

    /** NHTSA's export has labelled micrometres as metres. */
    @Test
    void doubtsDeflectionsOfKilometres() {
        CrashTest test = read(set(channel("11CHST0003H3DSXC", "m", implicit("0", 1), "35000\n")));
        assertEquals("Unit", test.problems().get(0).field());
        assertTrue(test.channel(1).orElseThrow().signal().isEmpty());
    }

    @Test
    void leavesMissingSamplesMissing() {
        CrashTest test = read(set(channel("10VEHCCG0000ACX0", "g", implicit("0", 3), "1\nNOVALUE\n3\n")));
        assertArrayEquals(
                new double[] {1, Double.NaN, 3},
                test.channel(1).orElseThrow().signal().orElseThrow().samples());
    }

    @Test
    void takesTimesFromAnotherChannel() {
        String clock = channel("10TIRS000000TI00", "ms", "Reference channel :NOVALUE\n", "-0.1\n0\n0.1\n0.2\n");
        String more = "Reference channel :explicit\nReference channel name :10TIRS0000??TI00\n";
        CrashTest test = read(set(clock, channel("10VEHCCG0000ACX0", "g", more, "1\n2\n3\n4\n")));
        assertEquals(List.of(), test.problems());
        Signal signal = test.channel(2).orElseThrow().signal().orElseThrow();
        assertEquals(-1, signal.firstIndex());
        assertEquals(1e-4, signal.interval(), 1e-12);
        assertEquals(4, signal.size());
        assertTrue(test.channel(1).orElseThrow().signal().isEmpty());
    }

    /** A ramp is the same ramp after linear interpolation; the gap from 0.4 to 0.9 ms stays open. */
    @Test
    void interpolatesUnevenTimesAndSaysSo() {
        String clock = channel(
                "10TIRS000000TI00",
                "s",
                "",
                "0.00003\n0.00013\n0.00023\n0.00033\n0.00043\n0.00093\n0.00103\n0.00113\n");
        String more = "Reference channel :explicit\nReference channel name :10TIRS000000TI00\n";
        CrashTest test =
                read(set(clock, channel("10VEHCCG0000ACX0", "g", more, "0.3\n1.3\n2.3\n3.3\n4.3\n9.3\n10.3\n11.3\n")));
        Signal signal = test.channel(2).orElseThrow().signal().orElseThrow();
        assertEquals(1, test.problems().size());
        assertEquals("samples at odd times", test.problems().get(0).found());
        assertEquals(1, signal.firstIndex());
        double nan = Double.NaN;
        assertArrayEquals(new double[] {1, 2, 3, 4, nan, nan, nan, nan, nan, 10, 11}, signal.samples(), 1e-9);
    }

    @Test
    void interpolatesAFirstSampleBetweenMultiples() {
        CrashTest test = read(set(channel("10VEHCCG0000ACX0", "g", implicit("-0.00005", 4), "0\n2\n4\n6\n")));
        Signal signal = test.channel(1).orElseThrow().signal().orElseThrow();
        assertEquals(0, signal.firstIndex());
        assertArrayEquals(new double[] {1, 3, 5}, signal.samples(), 1e-12);
        assertEquals("samples at odd times", test.problems().get(0).found());
    }

    @Test
    void hasNoSamplesWithoutTimes() {
        CrashTest test = read(set(channel("10VEHCCG0000ACX0", "g", "Reference channel :NOVALUE\n", "0\n2\n")));
        assertEquals("Time of first sample", test.problems().get(0).field());
        assertTrue(test.channel(1).orElseThrow().signal().isEmpty());
    }

    @Test
    void hasNoSamplesWhereTheirNumberIsAnother() {
        CrashTest test = read(set(channel("10VEHCCG0000ACX0", "g", implicit("0", 2_000_000_000), "0\n2\n")));
        assertEquals("Number of samples", test.problems().get(0).field());
        assertEquals(10, test.problems().get(0).line());
        CrashTest other = read(set(channel("10VEHCCG0000ACX0", "g", implicit("0", 3), "0\n2\n")));
        assertEquals("\"3\"", other.problems().get(0).found());
    }

    @Test
    void findsJunkAmongSamples() {
        CrashTest test = read(set(channel("10VEHCCG0000ACX0", "g", implicit("0", 3), "0\nx2\n3\n")));
        assertEquals(12, test.problems().get(0).line());
        assertEquals("\"x2\"", test.problems().get(0).found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
    void readsWhatLaboratoriesWrite(String charset) {
        Map<String, byte[]> files = set(channel("10VEHCCG0000ACX0", "m/s²", implicit("0", 1), "9.80665\n"));
        String text = mme().replace("–", "-");
        files.put("T1.mme", text.replace("\n", "\r\n").getBytes(Charset.forName(charset)));
        files.put(
                "Channel/T1.001",
                channel("10VEHCCG0000ACX0", "m/s²", implicit("0", 1), "9.80665\n")
                        .getBytes(Charset.forName(charset)));
        CrashTest test = read(files);
        assertEquals("PRÜFSTELLE", test.performer().text());
        assertEquals(1, test.channel(1).orElseThrow().signal().orElseThrow().sample(0), 1e-15);
    }

    @Test
    void triesEncodingsInOrder() {
        assertEquals("ü–", TextFile.decode("ü–".getBytes(StandardCharsets.UTF_8)));
        assertEquals("ü–", TextFile.decode("ü–".getBytes(WINDOWS)));
        assertEquals("ü\u0081", TextFile.decode("ü\u0081".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("a", TextFile.decode("\uFEFFa".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsSeveralTestsInOneArchive() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, byte[]> set = set(channel("10VEHCCG0000ACX0", "g", implicit("0", 1), "1\n"));
        set.forEach((path, bytes) -> files.put("lead/A/" + path.toUpperCase(java.util.Locale.ROOT), bytes));
        set.forEach((path, bytes) -> files.put("lead/B/" + path.replace("T1", "T2"), bytes));
        SmallTest.write(folder, Map.of("two.zip", SmallTest.zip(files)));
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        assertEquals(
                List.of("T1", "T2"), records.tests().stream().map(CrashTest::id).toList());
        for (CrashTest test : records.tests()) {
            assertEquals(List.of(), test.problems());
            assertEquals(1, test.channel(1).orElseThrow().signal().orElseThrow().sample(0));
        }
    }

    @Test
    void reportsListedChannelsWithoutFiles() {
        Map<String, byte[]> files = set(channel("10VEHCCG0000ACX0", "g", implicit("0", 1), "1\n"));
        files.put("Channel/T1.CHN", SmallTest.bytes(chn("10VEHCCG0000ACX0", "11CHST0000H3ACXC")));
        CrashTest test = read(files);
        assertEquals(2, test.channels().size());
        assertEquals("CHST", test.channel(2).orElseThrow().attachment().code());
        assertEquals(
                "no file for \"11CHST0000H3ACXC / text\"",
                test.problems().get(0).found());
    }
}
