package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    private static final Path CAMRY = Path.of("../../shared/data/crash/v10146.zip");

    @TempDir
    Path folder;

    @Test
    void keepsASmallTest() {
        SmallTest.write(folder.resolve("in"), SmallTest.ev5("v00042"));
        checkRoundTrip(CrashFiles.read(folder.resolve("in")).tests().get(0));
    }

    /** All header fields, and all samples to the last digits: criteria cannot differ by 1e-6 then. */
    @Test
    void keepsTheCamry() {
        assumeTrue(Files.exists(CAMRY), "the archive of test 10146 is not here");
        checkRoundTrip(CrashFiles.read(CAMRY).tests().get(0));
    }

    private void checkRoundTrip(CrashTest test) {
        CrashFiles.write(test, CrashFormat.ISO_MME, folder.resolve("iso.zip"));
        CrashTest iso = only(CrashFiles.read(folder.resolve("iso.zip")));
        checkEqual(test, iso);
        CrashFiles.write(iso, CrashFormat.EV5, folder.resolve("ev5"));
        CrashTest back = only(CrashFiles.read(folder.resolve("ev5")));
        checkEqual(test, back);
    }

    private static CrashTest only(CrashRecords records) {
        assertEquals(List.of(), records.problems());
        assertEquals(1, records.tests().size());
        assertEquals(List.of(), records.tests().get(0).problems());
        return records.tests().get(0);
    }

    private static void checkEqual(CrashTest expected, CrashTest actual) {
        assertEquals(expected.id(), actual.id());
        assertEquals(expected.title(), actual.title());
        assertEquals(expected.type(), actual.type());
        assertEquals(expected.configuration(), actual.configuration());
        assertEquals(expected.date(), actual.date());
        assertEquals(expected.closingSpeed(), actual.closingSpeed());
        assertEquals(expected.impactAngle(), actual.impactAngle());
        assertEquals(expected.offset(), actual.offset());
        assertEquals(expected.performer(), actual.performer());
        assertEquals(expected.reference(), actual.reference());
        assertEquals(expected.vehicles(), actual.vehicles());
        assertEquals(expected.barrier(), actual.barrier());
        assertEquals(expected.occupants(), actual.occupants());
        assertEquals(expected.restraints(), actual.restraints());
        assertEquals(expected.comments(), actual.comments());
        assertEquals(expected.others(), actual.others());
        assertEquals(expected.channels().size(), actual.channels().size());
        for (int i = 0; i < expected.channels().size(); i++) {
            checkEqual(expected.channels().get(i), actual.channels().get(i));
        }
    }

    private static void checkEqual(Channel expected, Channel actual) {
        assertEquals(head(expected), head(actual));
        assertEquals(expected.signal().isPresent(), actual.signal().isPresent(), () -> "channel " + expected.number());
        if (expected.signal().isPresent()) {
            Signal a = expected.signal().get();
            Signal b = actual.signal().orElseThrow();
            assertEquals(a.interval(), b.interval(), 1e-18);
            assertEquals(a.firstIndex(), b.firstIndex());
            double largest = 0;
            for (double sample : a.samples()) {
                largest = Math.max(largest, Math.abs(sample));
            }
            assertArrayEquals(a.samples(), b.samples(), 1e-15 * largest);
        }
    }

    /** Without the samples and without the fields of one format only. */
    private static Channel head(Channel channel) {
        Map<String, String> others = new TreeMap<>(channel.others());
        others.keySet().removeAll(List.of("ISO", "DASTATD"));
        return new Channel(
                channel.number(),
                channel.vehicle(),
                channel.sensor(),
                channel.location(),
                channel.attachment(),
                channel.axis(),
                channel.unit(),
                channel.prefilter(),
                channel.dataStatus(),
                channel.channelStatus(),
                channel.initialVelocity(),
                channel.comment(),
                others,
                Optional.empty());
    }

    @Test
    void writesAccelerationsInMetresPerSecondSquaredAndCodes() {
        SmallTest.write(folder.resolve("in"), SmallTest.ev5("v00042"));
        CrashTest test = CrashFiles.read(folder.resolve("in")).tests().get(0);

        CrashFiles.write(test, CrashFormat.ISO_MME, folder.resolve("iso"));

        String channel = readText(folder.resolve("iso/CHANNEL/v00042.001"));
        assertTrue(channel.contains("Channel code                :10FORALERE00ACX0\r\n"), channel);
        assertTrue(channel.contains("Unit                        :m/(s*s)\r\n"), channel);
        assertTrue(channel.contains("\r\n-9.80665\r\n"), channel);
    }

    @Test
    void neverOverwrites() {
        SmallTest.write(folder.resolve("in"), SmallTest.ev5("v00042"));
        CrashTest test = CrashFiles.read(folder.resolve("in")).tests().get(0);
        assertThrows(
                IllegalArgumentException.class, () -> CrashFiles.write(test, CrashFormat.EV5, folder.resolve("in")));
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name from a stranger's file must not lead out of the folder. */
    @Test
    void writesIntoItsFolderOnly() {
        CrashTest test = named("../../evil");
        CrashFiles.write(test, CrashFormat.EV5, folder.resolve("deep/er/out"));
        assertTrue(Files.exists(folder.resolve("deep/er/out/______evil.EV5")));
        assertFalse(Files.exists(folder.resolve("deep/evil.EV5")));
    }

    private CrashTest named(String id) {
        SmallTest.write(folder.resolve("in"), SmallTest.ev5("v00042"));
        CrashTest test = CrashFiles.read(folder.resolve("in")).tests().get(0);
        return new CrashTest(
                id,
                test.title(),
                test.type(),
                test.configuration(),
                test.date(),
                test.closingSpeed(),
                test.impactAngle(),
                test.offset(),
                test.performer(),
                test.reference(),
                test.vehicles(),
                test.barrier(),
                test.occupants(),
                test.restraints(),
                test.channels(),
                test.comments(),
                test.others(),
                test.problems());
    }
}
