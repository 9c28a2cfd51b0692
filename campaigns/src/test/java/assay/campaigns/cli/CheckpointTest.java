package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.Main;
import assay.campaigns.cli.Desk.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was trained survives the process, and changes no byte of the result. */
class CheckpointTest {

    private static final String COMMAND =
            "value --train @h.csv --valid @h.csv --target y --model linear --method beta-shapley,banzhaf,data-oob,loo"
                    + " --set models=600 --set repeats=2 --out @o.csv ";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", Desk.history());
    }

    private Outcome ran(String line) {
        Outcome outcome = desk.run(line);
        assertEquals(0, outcome.code(), line + "\n" + outcome.err());
        return outcome;
    }

    private String expected(String line) {
        ran(line);
        return desk.text("o.csv");
    }

    /** Every class has work of its own in the file. */
    @Test
    void valuesByClassGoOnWhereTheyWereCutOff() throws IOException {
        desk.write("classes.csv", Desk.classes());
        String line =
                "value --train @classes.csv --target y --model linear --method cs-shapley,banzhaf --set models=200"
                        + " --out @o.csv ";
        String expected = expected(line);
        ran(line + "--checkpoint @whole");
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        for (int parts = 2; parts <= 9; parts++) {
            Files.write(folder.resolve("cut"), Arrays.copyOf(whole, (int) ((long) whole.length * parts / 10)));
            assertEquals(expected, expected(line + "--checkpoint @cut --resume"));
            assertEquals(whole.length, sizeOf("cut"));
        }
    }

    /** However much of the file is left, in whole records or not. */
    @Test
    void aFileThatWasCutOffAnywhereGoesOn() throws IOException {
        String expected = expected(COMMAND);
        ran(COMMAND + "--checkpoint @whole");
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
        List<Integer> cuts = new ArrayList<>(
                new Random(1).ints(25, header, whole.length).boxed().toList());
        IntStream.range(0, 5).forEach(i -> cuts.add(header + i));
        cuts.add(whole.length - 1);
        cuts.add(whole.length);
        for (int cut : cuts) {
            Files.write(folder.resolve("part"), Arrays.copyOf(whole, cut));
            Files.delete(folder.resolve("o.csv"));
            ran(COMMAND + "--threads 2 --checkpoint @part --resume");
            assertEquals(expected, desk.text("o.csv"), "cut at " + cut);
            assertEquals(whole.length, Files.size(folder.resolve("part")), "all pieces are there again, each once");
        }
    }

    @Test
    void aBrokenRecordEndsWhatCanBeRead() throws IOException {
        String expected = expected(COMMAND);
        ran(COMMAND + "--checkpoint @c");
        byte[] bytes = Files.readAllBytes(folder.resolve("c"));
        bytes[bytes.length / 2]++;
        Files.write(folder.resolve("c"), bytes);
        Outcome outcome = ran(COMMAND + "--checkpoint @c --resume");

        assertEquals(expected, desk.text("o.csv"));
        assertTrue(outcome.err().matches("(?s).*/c: \\d+ finished pieces\\n"), outcome.err());
    }

    @Test
    void aWholeFileTrainsNothing() throws IOException {
        ran(COMMAND + "--checkpoint @c");
        byte[] before = Files.readAllBytes(folder.resolve("c"));
        String expected = desk.text("o.csv");
        ran(COMMAND + "--checkpoint @c --resume");

        assertEquals(expected, desk.text("o.csv"));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("c")));
    }

    /** Holdouts in turn have results of their own each; more models go on where fewer stopped. */
    @Test
    void moreModelsGoOn() throws IOException {
        String line = "value --train @h.csv --target y --model linear --method banzhaf --out @o.csv --set models=";
        String expected = expected(line + 300);
        ran(line + "200 --checkpoint @c");
        long some = Files.size(folder.resolve("c"));
        ran(line + "300 --checkpoint @c --resume");

        assertEquals(expected, desk.text("o.csv"));
        // Five holdouts, ten pieces each of ten utilities.
        assertEquals(some + 5 * 10 * (4 + 12 + 80 + 4), Files.size(folder.resolve("c")));
    }

    @Test
    void resumingWithoutAFileStartsOne() {
        ran(COMMAND + "--checkpoint @new --resume");
        assertTrue(desk.contents().get("new").startsWith("assay checkpoint 1\nversion: assay "), "a header in writing");
    }

    @Test
    void anotherQuestionIsRefusedWithAllThatDiffers() {
        ran(COMMAND + "--checkpoint @c");
        desk.write("other.csv", Desk.changed(Desk.history(), 7, "y", "12"));
        String[][] changes = {
            {COMMAND.replace("--train @h", "--train @other"), "results for data "},
            {COMMAND.replace("--valid @h", "--valid @other"), "results for data "},
            {
                COMMAND.replace("repeats=2", "repeats=3"),
                "results for settings {repeats=2}, expected settings {repeats=3}"
            },
            {COMMAND + "--seed 2", "results for seed 1, expected seed 2"},
            {COMMAND.replace("linear", "knn"), "results for model linear, expected model knn"},
            {
                COMMAND.replace("banzhaf,", ""),
                "results for methods beta-shapley, banzhaf, data-oob, loo, expected methods beta-shapley, data-oob, loo"
            },
            {COMMAND + "--exclude a", "results for data "},
        };
        for (String[] change : changes) {
            Outcome outcome = desk.run(change[0] + " --checkpoint @c --resume");
            assertEquals(3, outcome.code(), change[0]);
            assertTrue(outcome.err().contains(change[1]), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
        Outcome two = desk.run(COMMAND.replace("linear", "knn") + "--seed 2 --checkpoint @c --resume");
        assertEquals(2, two.err().lines().count(), two.err());
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() {
        ran(COMMAND + "--checkpoint @c");
        String before = desk.contents().get("c");
        Outcome outcome = desk.run(COMMAND + "--checkpoint @c");

        assertEquals(3, outcome.code());
        assertTrue(outcome.err().contains("Add --resume to go on with it, or delete it"), outcome.err());
        assertEquals(before, desk.contents().get("c"));
        assertEquals(2, desk.run(COMMAND + "--checkpoint @h.csv").code());
        assertEquals(2, desk.run(COMMAND + "--checkpoint @o.csv").code());
    }

    @Test
    void onlyOneProcessWrites() throws IOException {
        ran(COMMAND + "--checkpoint @c");
        try (var channel = FileChannel.open(folder.resolve("c"), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            Outcome outcome = desk.run(COMMAND + "--checkpoint @c --resume");
            assertEquals(3, outcome.code());
            assertTrue(outcome.err().contains("another process is writing"), outcome.err());
        }
    }

    /**
     * A process of its own, killed without warning 20 times, each time when the file has grown to a random size, and started
     * again: the result has the bytes of the run that nobody disturbed.
     */
    @Test
    void killedTwentyTimesItEndsAsIfNothingHadBeen() throws IOException, InterruptedException {
        String line = "value --train @h.csv --target y --model forest --set trees=15 --set folds=2 --no-progress"
                + " --method data-shapley,data-oob --set sampling=permutation --set models=900 --out @o.csv ";
        String expected = expected(line);
        ran(line + "--checkpoint @whole");
        long start = Files.size(folder.resolve("whole"));
        long header = desk.contents().get("whole").indexOf("\n\n") + 2;
        long[] targets = new Random(7).longs(20, header + 1, start).sorted().toArray();
        Files.delete(folder.resolve("o.csv"));

        int killed = 0;
        for (long target : targets) {
            Process process = process(line + "--checkpoint @c --resume");
            while (process.isAlive() && sizeOf("c") < target) {
                Thread.sleep(1);
            }
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertTrue(killed >= 15, "only " + killed + " were still running when they were killed");
        assertTrue(
                Files.notExists(folder.resolve("o.csv")) || desk.text("o.csv").equals(expected));
        ran(line + "--checkpoint @c --resume");

        assertEquals(expected, desk.text("o.csv"));
        assertEquals(start, sizeOf("c"), "no piece is there twice");
    }

    private long sizeOf(String name) throws IOException {
        return Files.exists(folder.resolve(name)) ? Files.size(folder.resolve(name)) : 0;
    }

    private Process process(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        for (String word : line.strip().split(" +")) {
            command.add(word.startsWith("@") ? folder + "/" + word.substring(1) : word);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
