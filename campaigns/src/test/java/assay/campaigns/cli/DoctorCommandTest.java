package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    /** What a command left behind. */
    private record Outcome(int code, String out, String err) {}

    @TempDir
    Path folder;

    private String good;
    private String bad;

    @BeforeEach
    void write() throws IOException {
        good = Files.writeString(folder.resolve("good.csv"), """
                test_id,mass [kg],body,peak
                T1,1000,SUV,30
                T2,1250,van,?
                T3,1500,SUV,35
                T4,1500,van,36
                """).toString();
        bad = Files.writeString(folder.resolve("bad.csv"), "x,y\n1,2\n2,3\n3,4\n4,5\n5,inf\n6\n")
                .toString();
    }

    private static Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLineApplication.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String line(Outcome outcome, String start) {
        return outcome.out()
                .lines()
                .filter(l -> l.startsWith(start))
                .findFirst()
                .orElse("")
                .replaceAll(" +", " ");
    }

    @Test
    void aGoodFileIsShownAsUnderstood() {
        Outcome outcome = run("doctor", good);

        assertEquals(0, outcome.code(), outcome.out());
        assertEquals("test_id text id 4 0", line(outcome, "test_id"));
        assertEquals("mass numeric measured kg 3 0 1000 .. 1312.5 .. 1500", line(outcome, "mass"));
        assertEquals("body categorical measured 2 0 SUV (2), van (2)", line(outcome, "body"));
        assertEquals("peak numeric measured 3 1 30 .. 33.6667 .. 36", line(outcome, "peak"));
        assertTrue(outcome.out().endsWith("No problems found." + System.lineSeparator()), outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void aBadFileIsExplained() {
        Outcome outcome = run("doctor", bad);

        assertEquals(3, outcome.code());
        assertTrue(outcome.out().contains("error: " + bad + ", line 7: found 1 cell, expected 2 cells"), outcome.out());
        assertTrue(outcome.out().contains("line 6, column y: found \"inf\", expected a number. Leave the cell empty"));
        assertTrue(outcome.out().contains("2 errors, 0 warnings."));
    }

    @Test
    void declarationsAreChecked() {
        assertEquals(
                0,
                run("doctor", good, "--target", "peak", "--missing", "drop", "--configurable", "mass,body")
                        .code());
        assertEquals(3, run("doctor", good, "--target", "peak").code());
        Outcome twice =
                run("doctor", good, "--target", "mass", "--configurable", "body", "--configurable", "peak,mass");
        assertTrue(
                twice.out().contains("column mass: found the column named as target and as configurable"), twice.out());
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        Outcome outcome = run("--json", "doctor", bad);

        assertEquals(3, outcome.code());
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertFalse(document.get("ok").asBoolean());
        assertEquals(5, document.get("rows").asInt());
        assertEquals("numeric", document.at("/columns/0/kind").asText());
        assertEquals(3, document.at("/columns/0/mean").asDouble());
        assertEquals("error", document.at("/problems/0/severity").asText());
        assertEquals(7, document.at("/problems/0/line").asInt());
        assertEquals("y", document.at("/problems/1/column").asText());
    }

    @Test
    void jsonOfAFileThatIsNotThereIsADocumentToo() throws IOException {
        Outcome outcome = run("doctor", "--json", folder.resolve("bat.csv").toString());

        assertEquals(3, outcome.code());
        assertEquals(
                "Maybe \"bad.csv\"?",
                new ObjectMapper()
                        .readTree(outcome.out())
                        .at("/problems/0/cure")
                        .asText());
    }

    @Test
    void theInferredSchemaCanBeWrittenAndUsed() throws IOException {
        Path schema = folder.resolve("schema.yaml");

        assertEquals(0, run("doctor", good, "--write-schema", schema.toString()).code());
        assertTrue(Files.readString(schema).contains("- {name: mass, kind: numeric, role: measured, unit: kg}"));
        assertEquals(0, run("doctor", good, "--schema", schema.toString()).code());

        Outcome again = run("doctor", good, "--write-schema", schema.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("files are not overwritten"), again.err());
    }

    @Test
    void wrongUsageIsNotAProblemOfTheData() {
        assertEquals(2, run("doctor").code());
        assertEquals(2, run("doctor", good, "--task", "guess").code());
        assertEquals(
                2,
                run(
                                "doctor",
                                good,
                                "--write-schema",
                                folder.resolve("no/such/folder").toString())
                        .code());
    }

    @Test
    void helpTeaches() {
        Outcome help = run("doctor", "--help");

        assertEquals(0, help.code());
        assertTrue(help.out().contains("assay doctor tests.csv --write-schema schema.yaml"), help.out());
        assertTrue(help.out().contains("80 % of the cells"), help.out());
    }
}
