package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTreeTest {

    @TempDir
    Path folder;

    private Problem refusal(byte[] zip) throws IOException {
        Files.write(folder.resolve("a.zip"), zip);
        CrashRecords records = CrashFiles.read(folder.resolve("a.zip"));
        assertEquals(List.of(), records.tests());
        assertEquals(1, records.problems().size());
        assertTrue(records.problems().get(0).file().endsWith("a.zip"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(2, files.count(), "something was unpacked");
        }
        return records.problems().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../v1.EV5",
                "a/../../v1.EV5",
                "/v1.EV5",
                "..\\v1.EV5",
                "C:/v1.EV5",
                "C:v1.EV5",
                "a\u0000.EV5",
                "a\n.EV5",
                ".."
            })
    void refusesNamesThatLeadOutside(String name) throws IOException {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put(name, new byte[0]);
        assertEquals("names inside the archive", refusal(SmallTest.zip(files)).expected());
    }

    @Test
    void refusesEndlessNames() throws IOException {
        assertEquals(
                "names inside the archive",
                refusal(SmallTest.zip(Map.of("a".repeat(5000) + ".EV5", new byte[0])))
                        .expected());
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 60_100; i++) {
            files.put("f" + i, new byte[0]);
        }
        assertEquals("60100 or more files", refusal(SmallTest.zip(files)).found());
    }

    @Test
    void refusesTheSameNameTwice() throws IOException {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put("V00042.ev5", new byte[0]);
        assertEquals("each file once", refusal(SmallTest.zip(files)).expected());
    }

    /** 300 MB of zeros in 300 kB. */
    @Test
    void refusesBombs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[60 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 5; i++) {
                zip.putNextEntry(new ZipEntry("v00042.00" + i));
                zip.write(zeros);
                zip.closeEntry();
            }
        }
        assertTrue(refusal(bytes.toByteArray()).found().startsWith("314572800 bytes packed into"));
    }

    /** A directory entry that lies about the size: the limit counts what comes out. */
    @Test
    void doesNotBelieveDeclaredSizes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("v00042.EV5"));
            zip.write(new byte[FileTree.LARGEST_HEADER + 1]);
            zip.closeEntry();
        }
        byte[] lying = bytes.toByteArray();
        for (int i = 0; i < lying.length - 4; i++) {
            if (lying[i] == 'P' && lying[i + 1] == 'K' && lying[i + 2] == 1 && lying[i + 3] == 2) {
                Arrays.fill(lying, i + 24, i + 28, (byte) 1);
            }
        }
        Problem problem = refusalInside(lying);
        assertTrue(problem.file().endsWith("a.zip!v00042.EV5"), problem.describe());
    }

    private Problem refusalInside(byte[] zip) throws IOException {
        Files.write(folder.resolve("a.zip"), zip);
        CrashRecords records = CrashFiles.read(folder.resolve("a.zip"));
        assertEquals(List.of(), records.tests());
        return records.problems().get(0);
    }

    @Test
    void leavesArchivesInArchivesClosed() throws IOException {
        Map<String, byte[]> files = SmallTest.ev5("v00042");
        files.put("inner.zip", SmallTest.zip(SmallTest.ev5("v00043")));
        Files.write(folder.resolve("a.zip"), SmallTest.zip(files));
        CrashRecords records = CrashFiles.read(folder);
        assertEquals(1, records.tests().size());
        assertEquals("an archive in an archive", records.problems().get(0).found());
        assertTrue(records.problems().get(0).file().endsWith("a.zip!inner.zip"));
    }

    @Test
    void refusesWhatIsCutOrLonger() throws IOException {
        byte[] zip = SmallTest.zip(SmallTest.ev5("v00042"));
        assertEquals(
                "no end of an archive",
                refusal(Arrays.copyOf(zip, zip.length / 2)).found());
        assertEquals("no end of an archive", refusal(new byte[0]).found());
        assertEquals(
                "bytes behind the end of the archive",
                refusal(Arrays.copyOf(zip, zip.length + 1)).found());
    }

    @Test
    void saysWhenThereIsNoTest() throws IOException {
        assertEquals(
                "no crash test",
                refusal(SmallTest.zip(Map.of("a.pdf", new byte[0]))).found());
    }
}
