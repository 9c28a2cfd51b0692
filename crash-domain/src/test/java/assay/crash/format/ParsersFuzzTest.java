package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Problem;
import assay.crash.Signal;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever the bytes: a test or a problem, no other exception, no sample that was not there. Runs over the inputs in the
 * resources; {@code JAZZER_FUZZ=1 mvn test -pl crash-domain -am -Dtest=ParsersFuzzTest#METHOD
 * -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true} looks for new ones and leaves what it finds there.
 */
class ParsersFuzzTest {

    private static final NhtsaWords WORDS = new NhtsaWords(CodeTables.load());

    private static void check(List<TestFiles> found) {
        for (TestFiles files : found) {
            try {
                check(files.read(WORDS, channel -> true));
            } catch (DamagedFileException e) {
                check(e.problem());
            }
        }
    }

    private static void check(CrashTest test) {
        test.problems().forEach(ParsersFuzzTest::check);
        for (Channel channel : test.channels()) {
            check(channel.signal());
        }
        assertTrue(test.vehicles().stream().noneMatch(vehicle -> vehicle.testMass() == 0));
    }

    private static void check(Optional<Signal> signal) {
        signal.ifPresent(samples -> {
            assertTrue(samples.size() <= SampleRange.MOST_SAMPLES + 1, "more samples than any recorder makes");
            for (int k = 0; k < samples.size(); k++) {
                assertTrue(!Double.isInfinite(samples.sample(k)));
            }
        });
    }

    private static void check(Problem problem) {
        assertTrue(!problem.file().isEmpty()
                && !problem.found().isEmpty()
                && !problem.expected().isEmpty());
        assertTrue(problem.line() >= 0);
        assertTrue(problem.describe().chars().noneMatch(Character::isISOControl), problem::describe);
    }

    @FuzzTest
    void ev5Headers(byte[] header) {
        check(Ev5Set.find(new MemoryTree(Map.of("v1.EV5", header, "v1.001", SmallTest.bytes("1\n2\n")))));
    }

    /** Two bytes say where the range begins and how long it is, the others are the file. */
    @FuzzTest
    void ev5Samples(byte[] data) {
        if (data.length < 2) {
            return;
        }
        SampleRange range = new SampleRange(-data[0], -data[0] + (data[1] & 0xFF), 1e-4);
        byte[] bytes = Arrays.copyOfRange(data, 2, data.length);
        Report report = new Report();
        Optional<Signal> signal = SampleText.read("v1.001", bytes, range, report);
        assertEquals(signal.isEmpty(), !report.problems().isEmpty());
        report.problems().forEach(ParsersFuzzTest::check);
        check(signal);
    }

    @FuzzTest
    void json(byte[] json) {
        MemoryTree tree = new MemoryTree(Map.of("v00001.json", json, "v00001tsv.001", SmallTest.bytes("1\n2\n")));
        List<Problem> problems = new ArrayList<>();
        check(JsonSet.find(tree, problems));
        problems.forEach(ParsersFuzzTest::check);
    }

    /** Files of one set with bytes of 1 between them. */
    @FuzzTest
    void isoSets(byte[] data) {
        List<String> names = List.of("a.mme", "channel/a.chn", "channel/a.001", "channel/a.002");
        String[] parts = new String(data, StandardCharsets.ISO_8859_1).split("\u0001", names.size());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            files.put(names.get(i), parts[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        check(IsoSet.find(new MemoryTree(files)));
    }

    @FuzzTest
    void isoChannels(byte[] channel) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.mme", new byte[0]);
        files.put("channel/a.001", SmallTest.bytes("Channel code :10TIRS000000TI00\n0\n0.1\n0.25\n"));
        files.put("channel/a.002", channel);
        check(IsoSet.find(new MemoryTree(files)));
    }

    @FuzzTest
    void uds(byte[] file) {
        check(UdsSet.find(new MemoryTree(Map.of("v00001_001aa0.uds", file))));
    }

    @FuzzTest
    void archives(byte[] zip) throws IOException {
        Path path = Files.createTempFile("fuzz", ".zip");
        try {
            Files.write(path, zip);
            CrashRecords records = CrashFiles.read(path);
            records.tests().forEach(test -> check(test));
            assertTrue(!records.tests().isEmpty() || !records.problems().isEmpty());
            records.problems().forEach(ParsersFuzzTest::check);
        } finally {
            Files.delete(path);
        }
    }
}
