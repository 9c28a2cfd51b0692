package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.problem.SyntheticProblems;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @Test
    void writesHistoryCandidatesAndTruth() throws IOException {
        Outcome outcome =
                run("--seed 3 generate frontal_crash --rows 120 --noise 0.3 --dates --cost --inert 1 --out @t.csv"
                        + " --candidates @c.csv --candidate-rows 60 --truth @truth.csv");
        assertEquals(0, outcome.code(), outcome.err());
        List<String> tests = lines("t.csv");
        List<String> candidates = lines("c.csv");
        List<String> truth = lines("truth.csv");
        assertEquals(
                "id,date,x1 [mm],x2 [mm],x3 [mm],x4 [mm],x5 [mm],body,inert1,intrusion [m],cost,Ain", tests.get(0));
        assertEquals("id,x1 [mm],x2 [mm],x3 [mm],x4 [mm],x5 [mm],body,inert1,cost", candidates.get(0));
        assertEquals("id,noise_free,noise", truth.get(0));
        assertEquals(121, tests.size());
        assertEquals(61, candidates.size());
        assertTrue(candidates.get(60).startsWith("C-0060,"));
        for (int line = 1; line <= 120; line++) {
            String[] test = tests.get(line).split(",");
            String[] injected = truth.get(line).split(",");
            assertEquals(test[0], injected[0]);
            assertEquals(
                    Double.parseDouble(test[11]), Double.parseDouble(injected[1]) + Double.parseDouble(injected[2]));
        }
        assertEquals(
                "%s: 120 tests of frontal_crash, target Ain%n%s: 60 candidates%n%s: the truth about the tests%n"
                        .formatted(folder.resolve("t.csv"), folder.resolve("c.csv"), folder.resolve("truth.csv")),
                outcome.out());
    }

    @Test
    void numbersRowsFromZeroWithoutIds() throws IOException {
        assertEquals(
                0,
                run("generate moons --rows 10 --flip 0.2 --out @t.csv --truth @truth.csv")
                        .code());
        assertEquals("x1,x2,class", lines("t.csv").get(0));
        assertEquals("id,label,flipped", lines("truth.csv").get(0));
        assertTrue(lines("truth.csv").get(1).startsWith("0,"));
        assertEquals(
                2, lines("truth.csv").stream().filter(l -> l.endsWith(",true")).count());
    }

    @Test
    void sameSeedWritesTheSameBytes() throws IOException {
        run("generate fried --seed 5 --rows 50 --out @a.csv.gz");
        run("--seed 5 generate fried --rows 50 --out @b.csv.gz");
        run("--seed 6 generate fried --rows 50 --out @c.csv.gz");
        byte[] first = Files.readAllBytes(folder.resolve("a.csv.gz"));
        assertTrue(Arrays.equals(first, Files.readAllBytes(folder.resolve("b.csv.gz"))));
        assertTrue(!Arrays.equals(first, Files.readAllBytes(folder.resolve("c.csv.gz"))));
    }

    @Test
    void summarisesAsJson() throws IOException {
        Outcome outcome = run("--json generate gaussians --classes 3 --rows 30 --out @t.csv --seed 9");
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertEquals("gaussians", document.get("problem").asText());
        assertEquals(9, document.get("seed").asLong());
        assertEquals(30, document.get("rows").asInt());
        assertEquals("class", document.get("target").asText());
        assertEquals(
                folder.resolve("t.csv").toString(),
                document.get("files").get("out").asText());
    }

    @Test
    void binarisesOnRequest() throws IOException {
        assertEquals(
                0,
                run("generate fried --task classification --rows 100 --out @t.csv")
                        .code());
        assertTrue(lines("t.csv").get(0).endsWith(",binaryClass"));
        assertTrue(lines("t.csv").stream().skip(1).allMatch(l -> l.endsWith(",P") || l.endsWith(",N")));
    }

    /** Wrong usage is exit code 2, a path that cannot be written 3; the message names the trouble; nothing is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generate freid --rows 5 --out @t.csv | 2 | there is no problem freid. Maybe \"fried\"?",
                "generate fried --rows 0 --out @t.csv | 2 | rows (0) must be at least 1",
                "generate fried --rows 9999999 --out @t.csv | 2 | rows (9999999) must be at most 2000000",
                "generate fried --out @t.csv | 2 | --rows",
                "generate fried --rows 5 --out @t.csv --noise -1 | 2 | noise (-1.0) must be",
                "generate fried --rows 5 --out @t.csv --inert -1 | 2 | inert (-1) must be between 0 and 1000",
                "generate fried --rows 5 --out @t.csv --flip 0.1 | 2 | flip (0.1) must be 0",
                "generate moons --rows 5 --out @t.csv --flip 2 | 2 | flip (2.0) must be a share",
                "generate moons --rows 5 --out @t.csv --task regression | 2 | must be classification",
                "generate moons --rows 5 --out @t.csv --classes 3 | 2 | classes (3) is only for gaussians",
                "generate gaussians --rows 5 --out @t.csv --classes 1 | 2 | classes (1) must be between 2 and 26",
                "generate fried --rows 5 --out @t.csv --candidate-rows 5 | 2 | --candidate-rows needs --candidates",
                "generate fried --rows 5 --out @t.csv --candidates @c.csv --candidate-rows 0 | 2 | candidate-rows (0)",
                "generate fried --rows 5 --out @t.csv --truth @t.csv | 2 | --out and --truth are the same file",
                "generate fried --rows 5 --out @t.csv --truth @./t.csv | 2 | --out and --truth are the same file",
                "generate fried --rows 5 --out @t.csv --candidates @t.csv | 2 | --out and --candidates are the same",
                "generate fried --rows 5 --out @no/t.csv | 3 | Create the folder first.",
                "generate fried --rows 5 --out @t.csv --truth @no/t.csv | 3 | found no folder"
            })
    void refuses(String line, int code, String message) throws IOException {
        Outcome outcome = run(line);
        assertEquals(code, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(message), outcome.err());
        assertEquals("", outcome.out());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /** The help fits an 80-column terminal without breaking a line of the list, and names every problem. */
    @Test
    void helpListsTheProblems() {
        Outcome outcome = run("generate --help");
        assertEquals(0, outcome.code());
        for (String name : SyntheticProblems.names()) {
            assertTrue(outcome.out().contains("\n  " + name + " "), name);
        }
        String examples = outcome.out().substring(outcome.out().indexOf("Problems:"));
        assertTrue(examples.lines().allMatch(l -> l.isEmpty() || l.startsWith("  ") || l.endsWith(":")), examples);
    }

    /** Runs a line of words, where a leading @ stands for the test's folder. */
    private Outcome run(String line) {
        String[] words = Arrays.stream(line.strip().split(" "))
                .map(word -> word.startsWith("@") ? folder + "/" + word.substring(1) : word)
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLineApplication.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
