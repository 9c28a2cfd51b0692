package assay.crash.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.crash.CrashTest;
import assay.crash.Problem;
import assay.crash.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of 200 tests that were damaged in twenty ways, among 20 healthy ones. */
class DamagedFilesTest {

    private static final int DAMAGED = 200;
    private static final int HEALTHY = 20;
    private static final Seed SEED = new Seed(17);

    @TempDir
    Path folder;

    /** What was done to a test. */
    private enum Damage {
        HEADER_CUT_IN_TEST,
        HEADER_CUT_IN_CHANNELS,
        HEADER_JUNK,
        HEADER_EMPTY,
        HEADER_GONE,
        YEAR_IS_A_WORD,
        TWO_TEST_RECORDS,
        TOO_MANY_FIELDS,
        UNKNOWN_SECTION,
        SAMPLES_CUT,
        SAMPLES_JUNK,
        SAMPLES_GONE,
        SAMPLES_SHIFTED,
        COUNT_IS_WRONG,
        COUNT_IS_HUGE,
        INTERVAL_IS_ZERO,
        ZIP_CUT,
        ZIP_BOMB,
        ZIP_TRAVERSAL,
        ZIP_JUNK;

        /** Whether nothing of the test is left. */
        boolean isFatal() {
            return Set.of(HEADER_CUT_IN_TEST, HEADER_JUNK, HEADER_EMPTY, HEADER_GONE, TWO_TEST_RECORDS)
                            .contains(this)
                    || name().startsWith("ZIP");
        }

        /** Whether it can be pointed at: a whole file that is missing or no archive has no lines. */
        boolean hasLine() {
            return !name().startsWith("ZIP") && this != HEADER_GONE;
        }
    }

    @Test
    void costNoHealthyTestAndAreAllReported() {
        Map<String, Damage> damages = new TreeMap<>();
        for (int i = 0; i < DAMAGED; i++) {
            String id = Integer.toString(1000 + i);
            Damage damage = Damage.values()[i % Damage.values().length];
            damages.put(id, damage);
            damage(id, damage, SEED.derive(i).generator());
        }
        for (int i = 0; i < HEALTHY; i++) {
            SmallTest.write(folder.resolve("healthy" + i), SmallTest.ev5("v0" + (2000 + i)));
        }

        List<CrashTest> tests = new ArrayList<>();
        List<Problem> problems = CrashFiles.stream(folder, channel -> true, tests::add);

        assertEquals(
                HEALTHY,
                tests.stream().filter(test -> test.id().startsWith("2")).count());
        for (CrashTest test : tests) {
            if (test.id().startsWith("2")) {
                assertEquals(List.of(), test.problems());
                assertTrue(test.channels().stream()
                        .allMatch(channel -> channel.signal().isPresent()));
            }
        }
        damages.forEach((id, damage) -> check(id, damage, tests, problems));
        assertEquals(
                damages.values().stream().filter(Damage::isFatal).count(), problems.size(), "problems outside tests");
    }

    private static void check(String id, Damage damage, List<CrashTest> tests, List<Problem> problems) {
        List<CrashTest> found =
                tests.stream().filter(test -> test.id().equals(id)).toList();
        assertEquals(damage.isFatal() ? 0 : 1, found.size(), () -> damage + " of " + id);
        List<Problem> own = damage.isFatal()
                ? problems.stream()
                        .filter(problem -> problem.file().contains("v0" + id))
                        .toList()
                : found.get(0).problems();
        assertTrue(!own.isEmpty(), () -> damage + " of " + id + " was not reported");
        Problem problem = own.get(0);
        assertTrue(problem.file().contains("v0" + id), problem::describe);
        assertTrue(!damage.hasLine() || problem.line() > 0 || damage == Damage.HEADER_EMPTY, problem::describe);
        assertTrue(!problem.found().isEmpty()
                && !problem.expected().isEmpty()
                && !problem.cure().isEmpty());
        for (CrashTest test : found) {
            for (int curve = 1; curve <= test.channels().size(); curve++) {
                checkSamples(
                        curve,
                        test.channels()
                                .get(curve - 1)
                                .signal()
                                .map(Signal::samples)
                                .orElse(new double[0]));
            }
        }
    }

    /** Either all that was measured, or nothing. */
    private static void checkSamples(int curve, double[] samples) {
        for (int k = 0; k < samples.length; k++) {
            assertEquals(-curve * k, samples[k], 0.);
        }
        assertTrue(samples.length == 0 || samples.length == 5);
    }

    private void damage(String id, Damage damage, RandomGenerator random) {
        String name = "v0" + id;
        Map<String, byte[]> files = new LinkedHashMap<>(SmallTest.ev5(name));
        String header = SmallTest.text(files.get(name + ".EV5"));
        String curve = name + ".002";
        byte[] samples = files.get(curve);
        byte[] zip = SmallTest.zip(files);
        int cut = 1 + random.nextInt(samples.length - 12);
        switch (damage) {
            case HEADER_CUT_IN_TEST -> header = header.substring(0, header.indexOf("V5|"));
            case HEADER_CUT_IN_CHANNELS -> header = header.substring(0, header.indexOf("1|2|AC") + random.nextInt(60));
            case HEADER_JUNK -> header = "\u0001\u0000\u0002".repeat(1 + random.nextInt(300));
            case HEADER_EMPTY -> header = "";
            case HEADER_GONE -> files.remove(name + ".EV5");
            case YEAR_IS_A_WORD -> header = header.replace("|2018|", "|twenty|");
            case TWO_TEST_RECORDS -> header = header.replace("V5|", "V5|A|B\nV5|");
            case TOO_MANY_FIELDS -> header = header.replace("|LEFT", "|LEFT|OR|RIGHT");
            case UNKNOWN_SECTION -> header = header.replace("----- RESTRAINT", "----- CONSTRAINT");
            case SAMPLES_CUT -> files.put(curve, Arrays.copyOf(samples, cut));
            case SAMPLES_JUNK -> files.put(curve, junk(random, samples.length));
            case SAMPLES_GONE -> files.remove(curve);
            case SAMPLES_SHIFTED ->
                files.put(curve, SmallTest.bytes(SmallTest.samples(2).replaceFirst(".*\n", "")));
            case COUNT_IS_WRONG -> header = header.replaceFirst("-2\\|2", "-2|" + (3 + random.nextInt(1000)));
            case COUNT_IS_HUGE ->
                header = header.replaceFirst("-2\\|2", "-2|" + (Integer.MAX_VALUE - random.nextInt(9)));
            case INTERVAL_IS_ZERO -> header = header.replaceFirst("-2\\|2\\|100", "-2|2|0");
            case ZIP_CUT -> zip = Arrays.copyOf(zip, zip.length - 30);
            case ZIP_BOMB -> zip = bomb(name);
            case ZIP_TRAVERSAL -> zip = SmallTest.zip(Map.of("../../" + name + ".EV5", SmallTest.bytes(header)));
            case ZIP_JUNK -> zip = junk(random, zip.length);
        }
        if (damage.name().startsWith("ZIP")) {
            SmallTest.write(folder.resolve("damaged"), Map.of(name + ".zip", zip));
            return;
        }
        if (damage != Damage.HEADER_GONE) {
            files.put(name + ".EV5", SmallTest.bytes(header));
        }
        SmallTest.write(folder.resolve("damaged/" + damage + id), files);
    }

    private static byte[] junk(RandomGenerator random, int length) {
        byte[] junk = new byte[length];
        random.nextBytes(junk);
        return junk;
    }

    /** A directory that declares 5 GB: bytes 24 to 27 of its entries are sizes. */
    private static byte[] bomb(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            files.put(name + ".00" + i, new byte[1000]);
        }
        byte[] zip = SmallTest.zip(files);
        for (int i = 0; i < zip.length - 28; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 27] = 0x70;
            }
        }
        return zip;
    }

    /** Bytes at random, over and over: no exception, whatever comes. */
    @Test
    void neverBreakTheReader() throws java.io.IOException {
        RandomGenerator random = SEED.derive("flips").generator();
        Path place = Files.createDirectories(folder.resolve("flips"));
        for (int i = 0; i < 300; i++) {
            Map<String, byte[]> files = SmallTest.ev5("v00042");
            files.values().forEach(bytes -> {
                for (int flips = random.nextInt(4); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            });
            SmallTest.write(place, files);
            CrashRecords records = CrashFiles.read(place);
            assertEquals(1, records.tests().size() + records.problems().size(), "round " + i);
        }
    }
}
