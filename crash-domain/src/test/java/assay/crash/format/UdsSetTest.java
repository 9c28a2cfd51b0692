package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UdsSetTest {

    private static final double[] PULSE =
            IntStream.range(0, 300).mapToDouble(k -> 0.5 - 0.25 * k).toArray();

    @TempDir
    Path folder;

    private CrashTest read(Map<String, byte[]> files) {
        SmallTest.write(folder, files);
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(List.of(), records.problems());
        return records.tests().get(0);
    }

    private static byte[] file(UdsNumbers form) {
        return new UdsWriter(form)
                .header(1, "MET", 56.5, 1300)
                .curve("Y", 7, -50, 249, 1e-4, "G'S")
                .data("Y", PULSE)
                .toBytes();
    }

    @ParameterizedTest
    @EnumSource(UdsNumbers.class)
    void readsAllFormsOfNumbers(UdsNumbers form) {
        byte[] file = file(form);
        assertEquals(512 * 5, file.length);

        CrashTest test = read(Map.of("v02320_007aa0.uds", file));

        assertEquals(List.of(), test.problems());
        assertEquals("2320", test.id());
        assertEquals("NEON", test.title());
        assertEquals("VTB", test.configuration().code());
        assertEquals(56.5, test.closingSpeed());
        assertEquals(1996, test.vehicle(1).orElseThrow().year());
        assertEquals("4S", test.vehicle(1).orElseThrow().body().code());
        assertEquals(1300, test.vehicle(1).orElseThrow().testMass());
        assertEquals(52.3, test.occupants().get(0).chest3ms());
        assertEquals(106.5, test.occupants().get(0).hicTo());
        assertEquals(
                List.of("3PT", "ABG"),
                test.restraints().stream()
                        .map(restraint -> restraint.type().code())
                        .toList());
        Channel seat = test.channel(7).orElseThrow();
        assertEquals(new Code("SELR", "SEAT - LEFT REAR"), seat.attachment());
        assertEquals("AC", seat.sensor().code());
        assertEquals("AM", seat.dataStatus().code());
        assertEquals(1650, seat.prefilter());
        Signal signal = seat.signal().orElseThrow();
        assertEquals(1e-4, signal.interval());
        assertEquals(-50, signal.firstIndex());
        assertEquals(300, signal.size());
        IntStream.range(0, 300).forEach(k -> assertEquals(PULSE[k], signal.sample(k)));
    }

    /** DEC's F_floating: 1 is 0x00004080 and -2.5 is 0x0000C120 read as little-endian words; sign without exponent is reserved. */
    @ParameterizedTest
    @CsvSource({"4080, 1", "C120, -2.5", "0, 0", "8000, NaN", "FFFF7FFF, 1.70141173E38"})
    void readsVaxNumbers(String bits, float expected) {
        byte[] bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Integer.parseUnsignedInt(bits, 16))
                .array();
        assertEquals(expected, UdsNumbers.VAX.real(bytes, 0));
    }

    @Test
    void joinsTheFilesOfATest() {
        byte[] second = new UdsWriter(UdsNumbers.SUN)
                .header(1, "MET", 56.5, 1300)
                .curve("X-Y", 8, 0, 1, 1e-4, "G'S")
                .data("X", 0, 1e-4)
                .data("Y", 5, 6)
                .toBytes();
        CrashTest test = read(Map.of("v02320_007aa0.uds", file(UdsNumbers.IEEE), "V02320_008aa0.UDS", second));
        assertEquals(List.of(), test.problems());
        assertEquals(
                List.of(7, 8), test.channels().stream().map(Channel::number).toList());
        assertEquals(6, test.channel(8).orElseThrow().signal().orElseThrow().sample(1));
    }

    @Test
    void convertsUnits() {
        byte[] file = new UdsWriter(UdsNumbers.IEEE)
                .header(1, "ENG", 35, 3000)
                .curve("Y", 1, 0, 0, 1e-4, "METERS/SEC**2")
                .data("Y", -98.0665)
                .toBytes();
        CrashTest test = read(Map.of("v02320_001aa0.uds", file));
        assertEquals(56.327, test.closingSpeed(), 1e-3);
        assertEquals(1360.78, test.vehicle(1).orElseThrow().testMass(), 1e-2);
        assertEquals(-10, test.channel(1).orElseThrow().signal().orElseThrow().sample(0), 1e-6);
        assertEquals("G'S", test.channel(1).orElseThrow().unit().code());
    }

    @Test
    void hasNoSamplesWhereRecordsAreMissing() {
        byte[] cut = Arrays.copyOf(file(UdsNumbers.IEEE), 512 * 4);
        CrashTest test = read(Map.of("v02320_007aa0.uds", cut));
        assertTrue(test.channel(7).orElseThrow().signal().isEmpty());
        assertEquals("2 records of Y and 0 of X", test.problems().get(0).found());
        assertEquals(2, test.problems().get(0).line());
    }

    @Test
    void allocatesNothingForTwoThousandMillionSamples() {
        byte[] file = new UdsWriter(UdsNumbers.IEEE)
                .header(1, "MET", 56.5, 1300)
                .curve("Y", 1, 0, Integer.MAX_VALUE, 1e-4, "G'S")
                .data("Y", 1)
                .toBytes();
        CrashTest test = read(Map.of("v02320_001aa0.uds", file));
        assertTrue(test.channel(1).orElseThrow().signal().isEmpty());
        assertEquals("NLP", test.problems().get(0).field());
    }

    @Test
    void isRefusedWithoutAHeader() {
        SmallTest.write(folder, Map.of("a.uds", new byte[1024]));
        assertEquals("UDS-1992", CrashFiles.read(folder).problems().get(0).expected());
    }

    @Test
    void countsCurves() {
        byte[] file = new UdsWriter(UdsNumbers.VAX)
                .header(3, "MET", 56.5, 1300)
                .curve("Y", 1, 0, 0, 1e-4, "G'S")
                .data("Y", 1)
                .toBytes();
        CrashTest test = read(Map.of("v02320_001aa0.uds", file));
        assertEquals("NCHAN", test.problems().get(0).field());
    }
}
