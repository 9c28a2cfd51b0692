package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code value} and {@code rank} write: the promised columns, the same in JSON, and the same bytes every time. */
class OutputTest {

    private static final String VALUE = "value --train @h.csv --target y --out @o.csv" + Desk.SMALL;
    private static final String RANK = "rank --train @h.csv --candidates @c.csv --target y --batch 4 --out @o.csv ";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", Desk.history());
        desk.write("c.csv", Desk.candidates());
        desk.write("classes.csv", Desk.classes());
        desk.write("nameless.csv", Desk.without(Desk.history(), "id"));
        desk.write("constant.csv", Desk.changed(Desk.history(), "b", cell -> "7"));
    }

    private Outcome ran(String line) {
        Outcome outcome = desk.run(line);
        assertEquals(0, outcome.code(), line + "\n" + outcome.err());
        return outcome;
    }

    @Test
    void valuesAreRankedFromTheMostValuable() {
        Outcome outcome = ran(VALUE + "--method lossval");

        List<List<String>> rows = desk.rows("o.csv");
        assertEquals(List.of("id", "value", "std_error", "rank"), rows.get(0));
        assertEquals(41, rows.size());
        List<List<String>> byRank = new ArrayList<>(rows.subList(1, 41));
        byRank.sort(Comparator.comparingInt(row -> Integer.parseInt(row.get(3))));
        for (int place = 0; place < 40; place++) {
            assertEquals(Integer.toString(place + 1), byRank.get(place).get(3));
            assertEquals("T" + (place + 1), rows.get(place + 1).get(0));
            assertTrue(Double.parseDouble(byRank.get(place).get(2)) >= 0);
            assertTrue(place == 0 || value(byRank.get(place - 1)) >= value(byRank.get(place)));
        }
        assertTrue(outcome.out().contains("most valuable:  " + byRank.get(0).get(0) + " ("), outcome.out());
        assertEquals("", outcome.err());
    }

    private static double value(List<String> row) {
        return Double.parseDouble(row.get(1));
    }

    @Test
    void oneRunHasNoStandardErrorAndRowsAreNumberedFromZero() {
        ran(VALUE.replace("@h.csv", "@nameless.csv") + "--method lossval --valid @nameless.csv");

        List<List<String>> rows = desk.rows("o.csv");
        IntStream.rangeClosed(1, 40).forEach(i -> {
            assertEquals(Integer.toString(i - 1), rows.get(i).get(0));
            assertEquals("", rows.get(i).get(2));
        });
    }

    @Test
    void valuesAsJsonAgreeWithTheFile() throws IOException {
        JsonNode document =
                JSON.readTree(ran(VALUE + "--method lossval --seed 7 --json").out());

        List<List<String>> rows = new ArrayList<>(desk.rows("o.csv"));
        rows.remove(0);
        rows.sort(Comparator.comparingInt(row -> Integer.parseInt(row.get(3))));
        assertEquals("lossval", document.get("method").asText());
        assertEquals("compact", document.get("model").asText());
        assertEquals(7, document.get("seed").asInt());
        assertEquals(40, document.get("tests").asInt());
        assertEquals(rows.get(0).get(0), document.at("/most_valuable/0").asText());
        assertEquals(rows.get(39).get(0), document.at("/least_valuable/2").asText());
        assertEquals(folder.resolve("o.csv").toString(), document.get("out").asText());
    }

    @Test
    void severalMethodsAreWrittenOneBelowTheOther() throws IOException {
        JsonNode document = JSON.readTree(ran("value --train @h.csv --target y --model linear --out @o.csv --json"
                        + " --method data-oob,random,banzhaf --set models=100")
                .out());

        List<List<String>> rows = desk.rows("o.csv");
        assertEquals(List.of("method", "id", "value", "std_error", "rank"), rows.get(0));
        assertEquals(121, rows.size());
        List<String> methods = List.of("data-oob", "random", "banzhaf");
        for (int m = 0; m < 3; m++) {
            List<List<String>> own = rows.subList(1 + 40 * m, 41 + 40 * m);
            String best = own.stream()
                    .filter(row -> row.get(4).equals("1"))
                    .findFirst()
                    .orElseThrow()
                    .get(1);
            int which = m;
            assertTrue(own.stream().allMatch(row -> row.get(0).equals(methods.get(which))));
            assertEquals(
                    methods.get(m), document.at("/methods/" + m + "/method").asText());
            assertEquals(best, document.at("/methods/" + m + "/most_valuable/0").asText());
        }
        assertEquals(40, document.get("tests").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strategy farthest-point", "--strategy random", "--method lossval" + Desk.SMALL})
    void plansAsJsonAgreeWithTheFile(String how) throws IOException {
        JsonNode document = JSON.readTree(ran(RANK + how + " --json").out());

        List<List<String>> rows = desk.rows("o.csv");
        assertEquals(
                "rank,id,expected_value,lower,upper,p_in_batch,nearest_past,distance,cost,reason",
                String.join(",", rows.get(0)));
        assertEquals(5, rows.size());
        assertEquals(4, document.get("picks").size());
        double total = 0;
        for (int i = 1; i <= 4; i++) {
            JsonNode pick = document.at("/picks/" + (i - 1));
            assertEquals(Integer.toString(i), rows.get(i).get(0));
            for (int c = 0; c < 9; c++) {
                String cell = rows.get(i).get(c);
                JsonNode field = pick.get(rows.get(0).get(c));
                if (cell.isEmpty()) {
                    assertTrue(field.isNull(), field.toString());
                } else if (field.isNumber()) {
                    assertEquals(Double.parseDouble(cell), field.asDouble());
                } else {
                    assertEquals(cell, field.asText());
                }
            }
            assertTrue(desk.text("o.csv").contains(pick.get("reason").asText()));
            total += Double.parseDouble(rows.get(i).get(8));
        }
        assertEquals(total, document.get("total_cost").asDouble(), 1e-9);
    }

    @Test
    void withoutPricesTheCostIsUnknown() throws IOException {
        JsonNode document =
                JSON.readTree(ran(RANK + "--exclude price --json -q").out());

        assertTrue(document.get("total_cost").isNull());
        assertTrue(document.at("/picks/0/cost").isNull());
        assertEquals("", desk.rows("o.csv").get(1).get(8));
    }

    @Test
    void theQuietHearNoWarnings() {
        String value = "value --train @constant.csv --target y --method random --out @o.csv ";

        assertFalse(ran(value).err().isEmpty());
        assertEquals("", ran(value + "-q").err());
        assertTrue(
                desk.run("-q " + value.replace("@constant", "@nothing")).err().startsWith("error: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value --train @h.csv --target y --method lossval" + Desk.SMALL,
                "value --train @h.csv --target y --method lossval-reference" + Desk.SMALL + "--set repeats=4",
                "value --train @classes.csv --target y --method lossval --valid @classes.csv" + Desk.SMALL,
                "value --train @h.csv --target y --method random --model compact",
                "value --train @h.csv --target y --method random --model dl4j",
                "value --train @h.csv --target y --method random --model linear",
                "value --train @classes.csv --target y --method random --model forest",
                "value --train @classes.csv --target y --method random --model knn",
                "value --train @classes.csv --target y --model compact --set layers=2 --set hidden=4 --set epochs=1"
                        + " --method data-shapley,cs-shapley,banzhaf,ame,data-oob,loo,lossval --set models=60 --set repeats=1",
                "value --train @h.csv --target y --model linear --method beta-shapley,influence-subsample,data-shapley"
                        + " --set models=500 --set sampling=antithetic --set precision=0.5",
                "value --train @h.csv --target y --model forest --method banzhaf --set models=20 --set trees=3",
                "rank --train @h.csv --candidates @c.csv --target y --batch 4 --method lossval" + Desk.SMALL,
                "rank --train @classes.csv --candidates @c.csv --target y --batch 4 --method lossval --diversity coreset"
                        + Desk.SMALL,
                "rank --train @h.csv --candidates @c.csv --target y --batch 4 --strategy farthest-point --model linear",
                "rank --train @h.csv --candidates @c.csv --target y --batch 4 --strategy random --model forest",
                "rank --train @h.csv --candidates @c.csv --target y --batch 4 --strategy random --model knn",
                "rank --train @h.csv --candidates @c.csv --target y --batch 4 --method random --model linear",
                "rank --train @classes.csv --candidates @c.csv --target y --batch 4 --method random --model forest"
                        + " --set models=20",
                "rank --train @classes.csv --candidates @c.csv --target y --batch 4 --method random --model knn --set k=3"
            })
    void theNumberOfThreadsChangesNoByte(String line) {
        String once = line.contains("repeats=4") ? line.replace("--set repeats=1 ", "") : line;
        ran(once + " --threads 1 --out @one.csv");
        ran(once + " --threads 2 --out @two.csv");
        ran(once + " --threads 3 --out @three.csv");

        assertEquals(desk.text("one.csv"), desk.text("two.csv"));
        assertEquals(desk.text("one.csv"), desk.text("three.csv"));
    }

    /** Across numbers of threads deeplearning4j promises nothing. */
    @Test
    void deeplearning4jRepeatsOnOneThread() {
        String line = "value --train @h.csv --target y --method lossval --model dl4j --threads 1" + Desk.SMALL
                + "--set folds=2 ";
        ran(line + "--out @one.csv");
        ran(line + "--out @two.csv");

        assertEquals(desk.text("one.csv"), desk.text("two.csv"));
    }

    @Test
    void anotherSeedGivesOtherValues() {
        ran(VALUE + "--method lossval");
        String first = desk.text("o.csv");
        ran(VALUE + "--method lossval --seed 2");

        assertNotEquals(first, desk.text("o.csv"));
    }

    /** The page has the date, so two runs may straddle midnight: a third one then equals the second. */
    @Test
    void reportsRepeat() {
        String line = RANK + "--method lossval --report @r.html" + Desk.SMALL;
        ran(line);
        String first = desk.text("r.html");
        ran(line);
        String second = desk.text("r.html");
        ran(line);

        assertTrue(second.equals(first) || second.equals(desk.text("r.html")));
        assertTrue(second.contains("--batch 4"), "the page has the command");
    }
}
