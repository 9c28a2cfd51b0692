package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on a batch, from the command line to the plan. */
class RankRulesTest {

    /** Six crash tests; the fourth has no airbag. */
    private static final String HISTORY = """
            id,mass [kg],airbag,test speed [km/h],y
            T1,1000,standard,50,1.0
            T2,1200,standard,56,2.5
            T3,1400,big,56,2.0
            T4,1600,none,40,3.5
            T5,1800,standard,64,5.0
            T6,2000,big,64,4.0
            """;

    private static final String CANDIDATES = """
            id,mass [kg],airbag,test speed [km/h],price
            C1,1000,none,64,10
            C2,1100,none,50,20
            C3,1300,standard,64,30
            C4,1500,big,40,40
            C5,1700,standard,56,50
            C6,1900,none,64,60
            C7,2100,big,40,70
            C8,1400,big,56,80
            """;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", HISTORY);
        desk.write("c.csv", CANDIDATES);
        desk.write("pending.csv", "rank,id,reason\n1,C7,before\n2,C1,before\n");
        desk.write("running.csv", "id,mass,airbag,test speed\nP1,2100,big,40\n");
        desk.write("unnamed.csv", "what,reason\na,b\n");
        desk.write("strangers.csv", "id,note\nC1,a\nC99,b\nC77,c\n");
        desk.write("gap.csv", CANDIDATES.replace("1300,standard", ",standard").replace("1700", ""));
        desk.write("o.csv", "before");
    }

    private Outcome rank(String... more) {
        List<String> words =
                new ArrayList<>(List.of("rank", "--train", "@h.csv", "--target", "y", "--out", "@o.csv", "--json"));
        words.addAll(List.of(more));
        if (!words.contains("--candidates")) {
            words.addAll(List.of("--candidates", "@c.csv"));
        }
        if (!words.contains("--batch")) {
            words.addAll(List.of("--batch", "3"));
        }
        return Desk.run(words.stream()
                .map(word -> word.startsWith("@") ? folder + "/" + word.substring(1) : word)
                .toArray(String[]::new));
    }

    private JsonNode plan(String... more) throws IOException {
        Outcome outcome = rank(more);
        assertEquals(0, outcome.code(), outcome.err());
        return new ObjectMapper().readTree(outcome.out());
    }

    private static List<String> ids(JsonNode plan) {
        List<String> ids = new ArrayList<>();
        plan.get("picks").forEach(pick -> ids.add(pick.get("id").asText()));
        return ids;
    }

    private static Set<String> sorted(JsonNode plan) {
        return new TreeSet<>(ids(plan));
    }

    @Test
    void conditionsLeaveWhatMeetsThem() throws IOException {
        assertEquals(Set.of("C1", "C2", "C3"), sorted(plan("--where", "mass < 1400")));
        assertEquals(
                Set.of("C2", "C4", "C7"),
                sorted(plan("--where", "`test speed` <= 50 && id != \"C9\"", "--batch", "5")));
        assertEquals(
                Set.of("C2", "C3", "C4", "C5", "C7", "C8"),
                sorted(plan("--forbid", "airbag == \"none\" && `test speed` > 56", "--batch", "8")));
        assertEquals(Set.of("C1", "C2"), sorted(plan("--where", "cost / 2 + 1 < 12", "--batch", "8")));
        assertEquals(
                Set.of("C3", "C5"), sorted(plan("--where", "airbag =~ [\"standard\", \"large\"]", "--batch", "8")));
    }

    @Test
    void quotasCountTheBatch() throws IOException {
        List<String> none = List.of("C1", "C2", "C6");
        assertEquals(
                1,
                ids(plan("--quota", "airbag == \"none\" <= 1", "--batch", "5")).stream()
                        .filter(none::contains)
                        .count());
        assertEquals(Set.copyOf(none), sorted(plan("--quota", "airbag == \"none\" >= 3")));
        assertEquals(
                2,
                ids(plan("--quota", "(mass >= 1700) == 2", "--batch", "5")).stream()
                        .filter(Set.of("C5", "C6", "C7")::contains)
                        .count());
    }

    @Test
    void sumsKeepToTheirLimit() throws IOException {
        assertEquals(Set.of("C1", "C2"), sorted(plan("--limit", "sum(mass) <= 2100", "--pin", "C1")));
        assertEquals(Set.of("C5", "C6", "C7"), sorted(plan("--limit", "sum(mass / 100) >= 57")));
    }

    @Test
    void pinsAndBansAreKept() throws IOException {
        JsonNode plan = plan("--strategy", "farthest-point", "--pin", "C5,C8", "--ban", "C7");
        assertEquals(List.of("C5", "C8"), ids(plan).subList(0, 2));
        assertFalse(ids(plan).contains("C7"));
        assertTrue(plan.get("picks").get(0).get("reason").asText().startsWith("pinned; fills a gap"));
        assertEquals(List.of("--pin C5", "--pin C8", "--ban C7"), texts(plan.get("rules")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** C7 is 2100 kg with a big airbag at 40 km/h: under way, its gap is filled. */
    @Test
    void pendingTestsAreReckonedWithAndNotBoughtAgain() throws IOException {
        assertTrue(ids(plan("--batch", "2")).contains("C7"));
        for (String file : List.of("@running.csv", "@pending.csv")) {
            JsonNode plan = plan("--pending", file, "--batch", "6");
            assertFalse(ids(plan).contains("C7"), file);
            assertTrue(plan.get("picks").get(0).get("like_pending").has("difference"), file);
        }
        JsonNode plan = plan("--pending", "@running.csv", "--where", "id == \"C4\"");
        // The candidate is like the pending test but for 600 kg: nearer than any known test.
        assertTrue(plan.get("picks").get(0).get("reason").asText().contains("like pending P1, but mass -600 kg"));
        assertEquals("P1", plan.get("pending").get(0).asText());
    }

    @Test
    void failedTestsAreBoughtAgainOnlyIfToldSo() throws IOException {
        assertFalse(ids(plan("--failed", "@running.csv", "--batch", "8")).contains("C7"));
        assertTrue(ids(plan("--failed", "@running.csv", "--retry-failed", "--batch", "8"))
                .contains("C7"));
    }

    @Test
    void settingsAreRepeatedOnPurpose() throws IOException {
        // C8 has the settings of T3.
        assertTrue(ids(plan("--batch", "8")).contains("C8"));
        assertFalse(ids(plan("--batch", "8", "--repeats", "0")).contains("C8"));
        assertTrue(ids(plan("--batch", "8", "--repeats", "1")).contains("C8"));
        desk.write("c.csv", CANDIDATES + "C9,1400,big,56,90\nT1,1000,standard,50,10\n");
        Set<String> repeats = sorted(plan("--batch", "9", "--repeats", "1"));
        assertTrue(repeats.contains("T1"), "a known test may be run once more");
        assertEquals(1, Stream.of("C8", "C9").filter(repeats::contains).count());
    }

    @Test
    void theRegionIsWhereTheProductWillBeUsed() throws IOException {
        JsonNode plan = plan("--strategy", "random-in-region", "--region", "mass >= 1700");
        assertEquals(Set.of("C5", "C6", "C7"), sorted(plan));
    }

    @Test
    void thePlanSaysWhatARuleCosts() throws IOException {
        JsonNode plan = plan("--strategy", "farthest-point", "--where", "mass < 1400", "--where", "mass > 0");
        JsonNode dear = plan.get("rule_prices").get(0);
        assertEquals("--where 'mass < 1400'", dear.get("rule").asText());
        assertTrue(dear.get("gain").asDouble() > 0);
        assertTrue(dear.get("other_picks").asInt() > 0);
        assertEquals(0, plan.get("rule_prices").get(1).get("gain").asDouble());
        assertTrue(texts(plan.get("notes")).get(0).startsWith("Price of --where 'mass < 1400': without it, "));
    }

    @Test
    void picksAreToldByWhatTheyAreLike() throws IOException {
        JsonNode plan = plan("--pin", "C1,C6", "--batch", "2");
        JsonNode pick = plan.get("picks").get(0);
        assertEquals("C6", pick.get("like_in_batch").get("id").asText());
        assertEquals("mass -900 kg", pick.get("like_in_batch").get("difference").asText());
        assertTrue(pick.get("like_pending").isNull());
        assertTrue(desk.text("o.csv").contains("like C6 of this plan, but mass -900 kg"), desk.text("o.csv"));
        assertTrue(pick.get("like_past").get("difference").asText().contains(" instead of "));
    }

    @Test
    void aRuleWithAWordThatNobodyHasIsLookedAtTwice() {
        Outcome outcome = rank("--forbid", "airbag == \"nome\"");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("no candidate has airbag \"nome\". Maybe \"none\"?"), outcome.err());
    }

    @Test
    void anEmptyCellCanBeSpokenOf() throws IOException {
        assertEquals(
                Set.of("C3", "C5"),
                sorted(plan("--candidates", "@gap.csv", "--where", "mass == null")
                        .deepCopy()));
        assertEquals(
                Set.of("C1", "C2"), sorted(plan("--candidates", "@gap.csv", "--where", "mass != null && mass < 1300")));
    }

    @Test
    void theReportShowsRulesAndPrices() {
        Outcome outcome = rank("--where", "mass < 1400", "--pending", "@pending.csv", "--report", "@r.html");
        assertEquals(0, outcome.code(), outcome.err());
        String page = desk.text("r.html");
        assertTrue(page.contains("--where 'mass &lt; 1400'"), page);
        assertTrue(page.contains("C7, C1"));
        assertTrue(page.contains("Price of each rule"));
    }

    private static Arguments bad(int code, String says, String... words) {
        return Arguments.of(code, says, words);
    }

    static List<Arguments> refused() {
        return List.of(
                bad(
                        2,
                        "candidates have no column mas that is known before a test. Maybe \"mass\"?",
                        "--where",
                        "mas < 3"),
                bad(2, "no column y that", "--where", "y < 3"),
                bad(2, "airbag < 3: column airbag is a word and 3 is a number", "--where", "airbag < 3"),
                bad(2, "mass == \"big\": column mass is a number and \"big\" is a word", "--where", "mass == \"big\""),
                bad(2, "airbag * 2 > 1: column airbag is a word where a number is needed", "--where", "airbag * 2 > 1"),
                bad(2, "mass: column mass is a number where a condition is needed", "--forbid", "mass"),
                bad(2, "cannot be read", "--where", "mass <"),
                bad(2, "cannot be read", "--where", "mass = 3"),
                bad(2, "cannot be read", "--where", "while (true) {}"),
                bad(2, "cannot be read", "--where", "mass.toString() == \"1\""),
                bad(2, "cannot be read", "--where", "new(\"java.lang.String\") == \"1\""),
                bad(2, "cannot be read", "--where", "mass > 1; mass < 2"),
                bad(2, "no column", "--where", "airbag == none"),
                bad(2, "found an empty expression", "--where", " "),
                bad(2, "found no number of tests at its end", "--quota", "airbag == \"none\""),
                bad(2, "Maybe (mass <= 2) <= 1?", "--quota", "mass <= 2"),
                bad(2, "expected sum(NUMBER) <= X", "--limit", "mass <= 9000"),
                bad(2, "must be finite and not negative", "--limit", "sum(mass - 1500) <= 9000"),
                bad(2, "column airbag is a word where a number is needed", "--limit", "sum(airbag) <= 9000"),
                bad(2, "--pin: there is no candidate C55. Maybe \"C5\"?", "--pin", "C55"),
                bad(2, "It is a known test. Maybe --repeats 1?", "--pin", "T1"),
                bad(2, "--ban: there is no candidate X9", "--ban", "X9"),
                bad(2, "--pin C1 and --ban C1 contradict each other", "--pin", "C1", "--ban", "C1"),
                bad(2, "--retry-failed needs", "--retry-failed"),
                bad(2, "--repeats (-1) must be at least 0", "--repeats", "-1"),
                bad(2, "--region 'mass > 9000': no candidate lies there, of 8", "--region", "mass > 9000"),
                bad(
                        2,
                        "can keep --pin C1 together with --where 'mass > 1500'",
                        "--pin",
                        "C1",
                        "--where",
                        "mass > 1500"),
                bad(2, "can keep --quota 'mass > 0 >= 4'", "--quota", "mass > 0 >= 4"),
                bad(
                        2,
                        "can keep --limit 'sum(mass) >= 4000' together with the budget of 80",
                        "--limit",
                        "sum(mass) >= 4000",
                        "--cost",
                        "price",
                        "--budget",
                        "80"),
                bad(5, "no candidate of 8 is left by --where 'mass > 9000'", "--where", "mass > 9000"),
                bad(
                        5,
                        "is left by --where 'mass > 1500' together with --forbid 'mass > 1400'",
                        "--where",
                        "mass > 1500",
                        "--forbid",
                        "mass > 1400"),
                bad(3, "found \"C99\", expected the name of a candidate", "--pending", "@strangers.csv"),
                bad(3, "found \"C77\"", "--failed", "@strangers.csv"),
                bad(3, "neither the settings nor the names", "--pending", "@unnamed.csv"),
                bad(3, "nowhere.csv", "--pending", "@nowhere.csv"),
                bad(
                        3,
                        "column mass: found a missing cell (in 2 rows), expected a cell, as the rule mass < 1400 needs it",
                        "--candidates",
                        "@gap.csv",
                        "--where",
                        "mass < 1400"),
                bad(2, "--pending and --out are the same file", "--pending", "@o.csv"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badRulesAreRefusedAndNothingIsWritten(int code, String says, String[] words) {
        Outcome outcome = rank(words);
        assertEquals(code, outcome.code(), Arrays.toString(words) + outcome.err());
        assertTrue(outcome.err().contains(says), says + " is not in " + outcome.err());
        assertEquals("", outcome.out());
        assertEquals("before", desk.text("o.csv"));
    }
}
