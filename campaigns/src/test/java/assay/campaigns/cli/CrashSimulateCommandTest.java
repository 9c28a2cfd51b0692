package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashSimulateCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void writesTestsCandidatesAndTruth() {
        Outcome outcome = desk.run("crash simulate --seed 3 --tests 40 --out @t.csv --truth @truth.csv"
                + " --candidates @c.csv --candidate-tests 15 --years 1990-2010");
        List<List<String>> tests = desk.rows("t.csv");
        List<List<String>> truth = desk.rows("truth.csv");
        List<List<String>> candidates = desk.rows("c.csv");
        String configurable = "body,mass [kg],time_to_fire [ms],chest_to_wheel [mm],force_limiters,force_level_1 [N],"
                + "force_level_2 [N],pretensioner";

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(41, tests.size());
        assertEquals(41, truth.size());
        assertEquals(16, candidates.size());
        assertTrue(String.join(",", tests.get(0)).startsWith("id,date," + configurable + ",initial_speed [m/s],"));
        assertTrue(String.join(",", tests.get(0)).endsWith(",pulse_128 [g],cost [k$],ROLC_p [g]"));
        assertEquals("id," + configurable + ",cost [k$]", String.join(",", candidates.get(0)));
        for (int row = 1; row <= 40; row++) {
            assertEquals(tests.get(row).get(0), truth.get(row).get(0));
            String year = tests.get(row).get(1).substring(0, 4);
            assertTrue(year.compareTo("1989") >= 0 && year.compareTo("2010") <= 0, year);
        }
        assertTrue(
                outcome.out()
                        .matches("(?s).*t.csv: 40 crash tests of 1990-2010, target ROLC_p; \\d+ more failed\\n.*"
                                + "c.csv: 15 candidates\\n.*truth.csv: the truth about the tests\\n"),
                outcome.out());
    }

    @Test
    void sameSeedWritesTheSameBytesOnAnyNumberOfThreads() {
        String line = "crash simulate --tests 60 --defects 0.2 --out @t.csv.gz --truth @truth.csv --candidates @c.csv ";
        desk.run("--seed 5 --threads 1 " + line);
        Map<String, String> first = desk.contents();
        desk.run(line + "--seed 5 --threads 3");
        Map<String, String> second = desk.contents();
        desk.run(line + "--seed 6");

        assertEquals(first, second);
        assertNotEquals(first.get("t.csv.gz"), desk.contents().get("t.csv.gz"));
        assertNotEquals(first.get("c.csv"), desk.contents().get("c.csv"));
    }

    @Test
    void summarisesAsJson() throws IOException {
        Outcome outcome =
                desk.run("--json crash simulate --tests 10 --out @t.csv --label-noise 2.5 --candidates @c.csv");
        JsonNode document = new ObjectMapper().readTree(outcome.out());

        assertEquals(10, document.get("tests").asInt());
        assertEquals(1, document.get("seed").asLong());
        assertEquals(2.5, document.get("label_noise").asDouble());
        assertEquals("ROLC_p", document.get("target").asText());
        assertEquals(8, document.get("configurable").size());
        assertEquals(13 + 65, document.get("measured").size());
        assertEquals(10, document.get("candidate_tests").asInt());
        assertEquals(
                folder.resolve("t.csv").toString(), document.at("/files/out").asText());
    }

    /** The doctor finds nothing to complain of, and the roles need no schema. */
    @Test
    void otherCommandsReadIt() {
        desk.run("crash simulate --tests 60 --out @t.csv --candidates @c.csv --candidate-tests 20");
        Outcome doctor = desk.run("doctor @t.csv --target ROLC_p");
        Outcome rank = desk.run("rank --train @t.csv --candidates @c.csv --target ROLC_p --cost cost --batch 3"
                + " --model linear --out @plan.csv");

        assertEquals(0, doctor.code(), doctor.err());
        assertEquals(0, rank.code(), rank.err());
        assertEquals(4, desk.rows("plan.csv").size());
        assertTrue(desk.rows("plan.csv").get(1).get(1).startsWith("C-000"));
    }

    /** Wrong usage is exit code 2, a path that cannot be written 3; nothing is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out @t.csv | 2 | --tests",
                "--tests 5 | 2 | --out",
                "--test 5 --out @t.csv | 2 | there is no option --test. Maybe \"--tests\"?",
                "--tests 0 --out @t.csv | 2 | tests (0) must be between 1 and 100000",
                "--tests 5 --out @t.csv --years 2024 | 2 | --years: found \"2024\", expected two years such as 1980-2024",
                "--tests 5 --out @t.csv --years 2024-1980 | 2 | years (2024-1980) must ascend between 1960 and 2060",
                "--tests 5 --out @t.csv --label-noise -1 | 2 | label noise [g] (-1.0) must be at least 0",
                "--tests 5 --out @t.csv --defects 2 | 2 | defects (2.0) must be a share between 0 and 1",
                "--tests 5 --out @t.csv --archive complet | 2 | Maybe \"complete\"?",
                "--tests 5 --out @t.csv --candidate-tests 5 | 2 | --candidate-tests needs --candidates F",
                "--tests 5 --out @t.csv --candidate-years 2000-2001 | 2 | --candidate-years needs --candidates F",
                "--tests 5 --out @t.csv --candidates @c.csv --candidate-tests 0 | 2 | tests (0) must be between 1",
                "--tests 5 --out @t.csv --truth @t.csv | 2 | --out and --truth are the same file",
                "--tests 5 --out @no/t.csv | 3 | Create the folder first.",
                "--tests 5 --out @t.csv --noise 3 | 2 | there is no option --noise"
            })
    void refuses(String options, int code, String message) {
        Outcome outcome = desk.run("crash simulate " + options);

        assertEquals(code, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(message), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(Map.of(), desk.contents());
    }

    @Test
    void theParentNamesItsCommands() {
        assertEquals(2, desk.run("crash").code());
        assertTrue(desk.run("crash --help").out().contains("simulate"));
        assertTrue(desk.run("crash simulat").err().contains("Maybe \"simulate\"?"));
    }
}
