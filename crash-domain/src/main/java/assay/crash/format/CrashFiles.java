package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Crash tests from files and back. A place is a folder with tests in any formats and archives, at any depth, or one archive,
 * or the header file of one test. Files are understood by their names: {@code .EV5}, {@code .mme}, {@code .json} and
 * {@code .uds}, with the files of samples that belong to them. Nothing is written while reading, whatever an archive says.
 *
 * <p>What is wrong with a file costs as little as possible: a damaged file of samples its channel's samples, a damaged
 * header its test, and each of them makes a {@link Problem}. Of a test that is there in several formats the first readable
 * one counts, archives before EV5 before ISO-MME before UDS before JSON.
 */
public final class CrashFiles {

    private CrashFiles() {}

    /** Reads all tests of a place with all samples, which takes 20 MB of memory for a test of 600 channels. */
    public static CrashRecords read(Path place) {
        List<CrashTest> tests = new ArrayList<>();
        List<Problem> problems = stream(place, channel -> true, tests::add);
        return new CrashRecords(tests, problems);
    }

    /**
     * Reads the tests of a place one after another, in alphabetical order of folders, and keeps none of them.
     *
     * @param wanted whose samples are read; the other channels are there without samples
     * @param consumer gets each test as soon as it is read
     * @return why files gave no test; problems of tests are in the tests
     */
    public static List<Problem> stream(Path place, Predicate<Channel> wanted, Consumer<CrashTest> consumer) {
        Walk walk = new Walk(wanted, consumer);
        walk.enter(place);
        return walk.problems();
    }

    /**
     * Writes a test with the samples it has.
     *
     * @param target a new folder, or a new archive if its name ends in {@code .zip}
     * @throws IllegalArgumentException if the target is there already, or a sample is missing that the format cannot miss
     */
    public static void write(CrashTest test, CrashFormat format, Path target) {
        try (FileSink sink = FileSink.open(target)) {
            String name = name(test.id());
            switch (format) {
                case EV5 -> Ev5Writer.write(test, name, sink);
                case ISO_MME -> IsoWriter.write(test, name, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As NHTSA names the files of its tests; of other names only what no system takes for a part of a path. */
    private static String name(String id) {
        return id.matches("[0-9]{1,5}") ? "v" + "0".repeat(5 - id.length()) + id : id.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
