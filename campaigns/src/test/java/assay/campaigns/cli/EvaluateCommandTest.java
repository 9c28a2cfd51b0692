package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code evaluate}: figures, repeatability, resuming, and what it makes of bad input. */
class EvaluateCommandTest {

    private static final String TWO = "evaluate --data @h.csv --target y --noise label,mixed --rate 0.1,0.25"
            + " --method lossval --repeats 2 --out @o.csv" + Desk.SMALL;
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", Desk.history());
        desk.write("classes.csv", Desk.classes());
        desk.write("text.csv", Desk.changed(Desk.history(), 4, "a", "abc"));
        desk.write("other.csv", "a,b\n1,2\n");
    }

    /** The rows of a file without their last cell, the seconds. */
    private List<List<String>> timeless(String name) {
        return desk.rows(name).stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    @Test
    void everyMethodIsTriedOnEveryDrawAndRandomIsAmongThem() {
        Outcome outcome = desk.run(TWO);
        List<List<String>> rows = desk.rows("o.csv");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                "dataset,noise,rate,method,repeat,f1_2means,auroc,average_precision,discovery_mean,seconds",
                String.join(",", rows.get(0)));
        assertEquals(1 + 2 * 2 * 2 * 2, rows.size());
        assertEquals(List.of("h", "label", "0.1", "lossval", "1"), rows.get(1).subList(0, 5));
        assertEquals(List.of("h", "mixed", "0.25", "random", "2"), rows.get(16).subList(0, 5));
        for (List<String> row : rows.subList(1, rows.size())) {
            for (String cell : row.subList(5, 9)) {
                double figure = Double.parseDouble(cell);
                assertTrue(figure >= 0 && figure <= 1, row.toString());
            }
            assertTrue(Double.parseDouble(row.get(9)) >= 0, row.toString());
        }
        assertTrue(outcome.out().contains("against random"), outcome.out());
        assertTrue(outcome.out().contains("16 results in"), outcome.out());
    }

    @Test
    void theSameSeedGivesTheSameBytesButForTheSecondsOnAnyNumberOfThreads() {
        desk.run(TWO + "--threads 1 --curves @c.csv");
        List<List<String>> once = timeless("o.csv");
        String curves = desk.text("c.csv");
        desk.run(TWO + "--threads 3 --curves @c.csv");
        List<List<String>> twice = timeless("o.csv");
        String curvesAgain = desk.text("c.csv");
        desk.run(TWO + "--seed 2");

        assertEquals(once, twice);
        assertEquals(curves, curvesAgain);
        assertFalse(once.equals(timeless("o.csv")), "another seed draws other rows");
    }

    /** 24 of 40 rows train: step 5, 5 points found and 4 of each retraining curve. */
    @Test
    void curvesAreWrittenForEveryResult() {
        Outcome drawn = desk.run("evaluate --data @classes.csv --target y --noise feature --rate 0.2 --method random"
                + " --repeats 1 --model linear --out @o.csv --curves @c.csv");
        List<List<String>> rows = desk.rows("c.csv");

        assertEquals(0, drawn.code(), drawn.err());
        assertEquals(
                "dataset,noise,rate,method,repeat,curve,rows,share,published_axis,score",
                String.join(",", rows.get(0)));
        assertEquals(1 + 5 + 4 * 4, rows.size());
        assertEquals(List.of("discovery", "0", "0", "0", "0"), rows.get(1).subList(5, 10));
        assertEquals("remove-lowest", rows.get(6).get(5));
        // Nothing removed is everything there: the same training.
        assertEquals(rows.get(6).get(9), rows.get(10).get(9));
    }

    @Test
    void anInterruptedRunIsResumedToTheSameFile() throws IOException {
        desk.run(TWO);
        List<List<String>> whole = timeless("o.csv");
        List<String> lines = new ArrayList<>(desk.text("o.csv").lines().toList());
        lines.subList(5, 12).clear();
        lines.set(1, lines.get(1).replaceAll(",[^,]*$", ",12345"));
        desk.write("o.csv", String.join("\n", lines) + "\n");

        Outcome resumed = desk.run(TWO + "--resume");

        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.err().contains("9 of 16 results are there already"), resumed.err());
        assertEquals(whole, timeless("o.csv"));
        assertEquals("12345", desk.rows("o.csv").get(1).get(9), "not computed again");
        assertEquals(
                0, Files.list(folder).filter(f -> f.toString().endsWith(".tmp")).count());
    }

    @Test
    void resumingKeepsTheRowsOfOtherDataSets() {
        desk.run(TWO + "--name first");
        desk.run(TWO + "--name second --resume");

        List<List<String>> rows = desk.rows("o.csv");
        assertEquals(33, rows.size());
        assertEquals("first", rows.get(16).get(0));
        assertEquals("second", rows.get(17).get(0));
        // Same seed, same rows: the name changes nothing.
        assertEquals(rows.get(1).subList(1, 9), rows.get(17).subList(1, 9));
    }

    @Test
    void theSummaryIsAlsoJson() throws IOException {
        Outcome outcome = desk.run("--json " + TWO);
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        JsonNode first = document.get("summary").get(0);

        assertEquals(16, document.get("results").asInt());
        assertEquals(12, document.get("summary").size(), "4 rates and 2 means, each of 2 methods");
        assertEquals("lossval", first.get("method").asText());
        List<List<String>> rows = desk.rows("o.csv");
        double mean = (Double.parseDouble(rows.get(1).get(5))
                        + Double.parseDouble(rows.get(2).get(5)))
                / 2;
        double random = (Double.parseDouble(rows.get(3).get(5))
                        + Double.parseDouble(rows.get(4).get(5)))
                / 2;
        assertEquals(mean, first.get("f1_2means").asDouble(), 1e-8);
        assertEquals(mean - random, first.get("f1_2means_vs_random").get("mean").asDouble(), 1e-8);
        assertTrue(first.get("f1_2means_vs_random").get("lower").asDouble()
                < first.get("f1_2means_vs_random").get("upper").asDouble());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no such noise | --noise lable | 2 | Maybe \"label\"?",
                "no such method | --method lossvall | 2 | Maybe \"lossval\"?",
                "rate too high | --rate 1.5 | 2 | rate (1.5) must be between 0 and 1",
                "rate is a word | --rate many | 2 | found \"many\", expected a number",
                "rate of no row | --rate 0.01 | 2 | rate (0.01) spoils 0 of 24 training rows",
                "rate of all rows | --rate 1 | 2 | must spoil at least 1 and not all",
                "rate twice | --rate 0.1,0.1 | 2 | --rate names 0.1 twice",
                "method twice | --method random,random | 2 | --method names random twice",
                "no repeats | --repeats 0 | 2 | repeats (0) must be at least 1",
                "no rows to train | --train-size 1 | 2 | training rows (1) must be at least 2",
                "no rows to validate | --valid-size 0 | 2 | validation rows (0) must be at least 1",
                "negative noise | --noise-sd -1 | 2 | sd (-1.0) of the noise must be a number from 0",
                "unknown setting | --set epoch=3 | 2 | epochs",
                "holdout | --holdout dirty | 2 | one of noisy, clean",
                "no target | --target q | 3 | found no column \"q\" (target)",
                "no file | --data @none.csv | 3 | none.csv",
                "text in a number | --data @text.csv | 3 | line 4, column a: found \"abc\"",
                "too many rows | --train-size 30 --valid-size 8 --test-size 5 | 3 | found 40 tests, expected 43",
                "no test rows | --train-size 36 --valid-size 4 --curves @c.csv | 3 | no rows left to test",
                "out is data | --out @h.csv | 2 | are the same file",
                "curves are out | --curves @o.csv | 2 | are the same file",
                "other columns | --out @other.csv --resume | 3 | found columns a,b, expected columns dataset,noise"
            })
    void badInputIsRefusedAndNothingIsWritten(String name, String options, int code, String says) {
        List<String> words = new ArrayList<>(List.of(options.split(" ")));
        StringBuilder line = new StringBuilder("evaluate");
        for (Map.Entry<String, String> option : Map.of(
                        "--data", "@h.csv",
                        "--target", "y",
                        "--noise", "label",
                        "--rate", "0.1",
                        "--method", "random",
                        "--repeats", "1",
                        "--out", "@o.csv")
                .entrySet()) {
            if (!words.contains(option.getKey())) {
                line.append(' ').append(option.getKey()).append(' ').append(option.getValue());
            }
        }
        Map<String, String> before = desk.contents();

        Outcome outcome = desk.run(line + " " + options);

        assertEquals(code, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(says), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(before, desk.contents());
    }

    /** Nothing but noise moves an input that never varies: whoever looks at it tells spoiled rows from the others. */
    @Test
    void constantInputsAreIgnoredUnlessTheyAreToBeSpoiledToo() {
        List<String> lines = Desk.history().lines().toList();
        String sevens = "7,".repeat(30);
        StringBuilder constant = new StringBuilder();
        IntStream.range(0, 30).forEach(k -> constant.append("k").append(k).append(','));
        constant.append(lines.get(0)).append('\n');
        lines.stream()
                .skip(1)
                .forEach(line -> constant.append(sevens).append(line).append('\n'));
        desk.write("constant.csv", constant.toString());
        String command =
                " --target y --noise feature --rate 0.2 --holdout clean --method lava --repeats 2 --name h --out ";
        assertEquals(0, desk.run("evaluate --data @h.csv" + command + "@o.csv").code());
        assertEquals(
                0,
                desk.run("evaluate --data @constant.csv" + command + "@ignored.csv")
                        .code());
        assertEquals(
                0,
                desk.run("evaluate --data @constant.csv --constants kept" + command + "@kept.csv")
                        .code());
        assertEquals(timeless("o.csv"), timeless("ignored.csv"));
        assertEquals("1", desk.rows("kept.csv").get(1).get(6));
        assertEquals("1", desk.rows("kept.csv").get(2).get(6));
        assertNotEquals(timeless("o.csv"), timeless("kept.csv"));
    }

    /** A holdout of a single class cannot be mixed: the draw has no result, and the others stand. */
    @Test
    void aFailedDrawIsAnErrorAndTheOthersStand() {
        desk.write("rare.csv", Desk.changed(Desk.changed(Desk.history(), "y", cell -> "no"), 7, "y", "yes"));

        Outcome outcome = desk.run("evaluate --data @rare.csv --target y --noise label --rate 0.25 --method random"
                + " --repeats 6 --out @o.csv");

        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("random has no result for rare, label, 0.25, random, "), outcome.err());
        assertTrue(outcome.err().contains("there is only one target value"), outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"concrete/concrete.csv, strength", "electricity/electricity.csv.gz, class"})
    void publishedDataAreEvaluated(String source, String target) {
        Path path = DATA.resolve(source);
        assumeTrue(Files.exists(path), "skipped: there is no " + path);

        Outcome outcome = desk.run("evaluate --data " + path + " --target " + target
                + " --noise mixed --rate 0.2 --method lossval --repeats 1 --train-size 200 --test-size 100 --out @o.csv"
                + Desk.SMALL);

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(3, desk.rows("o.csv").size());
    }
}
