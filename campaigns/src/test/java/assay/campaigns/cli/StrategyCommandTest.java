package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.acquisition.strategy.Diversity;
import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every strategy by its name, from two files to a plan. */
class StrategyCommandTest {

    private static final String RANK = "rank --train @h.csv --candidates @c.csv --batch 4 --out @o.csv --model forest"
            + " --set models=20 --json --strategy ";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        RandomGenerator random = new Seed(9).generator();
        StringBuilder history = new StringBuilder("id,x,z,y,class\n");
        StringBuilder candidates = new StringBuilder("id,x,z\n");
        for (int i = 1; i <= 40; i++) {
            double x = random.nextDouble();
            double z = random.nextDouble();
            history.append("T%d,%s,%s,%s,%s\n".formatted(i, x, z, Math.sin(5 * x) + z, x < z ? "low" : "high"));
            candidates.append("C%d,%s,%s\n".formatted(i, random.nextDouble(), random.nextDouble()));
        }
        desk = new Desk(folder);
        desk.write("h.csv", history.toString());
        desk.write("c.csv", candidates.toString());
    }

    private JsonNode plan(String arguments) throws IOException {
        Outcome outcome = desk.run(RANK + arguments);
        assertEquals(0, outcome.code(), outcome.err());
        JsonNode plan = new ObjectMapper().readTree(outcome.out());
        assertEquals(4, plan.get("picks").size());
        for (JsonNode pick : plan.get("picks")) {
            assertFalse(pick.get("reason").asText().isBlank());
        }
        return plan;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alc",
                "alc-plain",
                "alc-importance",
                "alc-error",
                "alc-committee",
                "alc-robust",
                "alc-ensemble",
                "error-coverage",
                "lcmd",
                "error",
                "uncertainty",
                "bald",
                "null",
                "random-in-region",
                "random-prefilter+coreset",
                "error+coreset",
                "uncertainty+coreset",
                "alc+coreset",
                "alc+kmedians",
                "null+kmedians"
            })
    void plansForNumbers(String strategy) throws IOException {
        JsonNode plan = plan(strategy + " --target y --exclude class");
        assertEquals(strategy, plan.get("strategy_asked").asText());
        assertEquals(strategy, plan.get("strategy_used").asText());
        assertEquals(plan, plan(strategy + " --target y --exclude class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alc",
                "alc-robust",
                "alc-ensemble",
                "error-coverage",
                "lcmd",
                "error",
                "uncertainty",
                "entropy",
                "margin",
                "bald",
                "margin+coreset"
            })
    void plansForClasses(String strategy) throws IOException {
        assertEquals(
                strategy,
                plan(strategy + " --target class --exclude y")
                        .get("strategy_used")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--target y --exclude class", "--target class --exclude y"})
    void badgeLooksAtTheLastLayerOfANetwork(String arguments) throws IOException {
        String command =
                "rank --train @h.csv --candidates @c.csv --batch 4 --out @o.csv --json --strategy uncertainty+badge"
                        + " --set layers=3 --set hidden=8 " + arguments;
        Outcome outcome = desk.run(command);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                "uncertainty+badge",
                new ObjectMapper().readTree(outcome.out()).get("strategy_used").asText());
        assertEquals(outcome.out(), desk.run(command).out());
        Outcome linear =
                desk.run("rank --train @h.csv --candidates @c.csv --batch 4 --out @o.csv --strategy uncertainty+badge"
                        + " --model linear " + arguments);
        assertEquals(2, linear.code());
        assertTrue(
                linear.err().contains("badge looks at the last layer of a network, but the model is linear"),
                linear.err());
    }

    /** Of numbers and of classes, with holdouts in turn and with a holdout of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--target y --exclude class",
                "--target class --exclude y",
                "--target y --exclude class --valid @h.csv",
                "--target class --exclude y --valid @h.csv"
            })
    void adsLooksThroughANetwork(String arguments) throws IOException {
        String command =
                "rank --train @h.csv --candidates @c.csv --batch 4 --out @o.csv --json --strategy ads --set layers=3"
                        + " --set hidden=8 " + arguments;
        Outcome outcome = desk.run(command);
        assertEquals(0, outcome.code(), outcome.err());
        JsonNode plan = new ObjectMapper().readTree(outcome.out());
        assertEquals("ads", plan.get("strategy_used").asText());
        assertEquals(4, plan.get("picks").size());
        assertTrue(plan.at("/picks/0/reason").asText().startsWith("among the 12 of highest expected value"));
        assertEquals(outcome.out(), desk.run(command).out());
    }

    @Test
    void diversityAndSuffixAreTheSame() throws IOException {
        assertEquals(
                plan("error+coreset --target y --exclude class").get("picks"),
                plan("error --diversity coreset --target y --exclude class").get("picks"));
    }

    @Test
    void theHelpNamesEveryStrategy() {
        String help = Desk.run(new String[] {"rank", "--help"}).out();
        for (StrategyName.Kind kind : StrategyName.Kind.values()) {
            String word = kind == StrategyName.Kind.VALUE
                    ? "value:METHOD"
                    : new StrategyName(kind, Optional.empty(), Diversity.NONE).toString();
            assertTrue(help.contains(word), word);
        }
        assertEquals(List.of(), help.lines().filter(line -> line.length() > 80).toList());
    }

    /** The plan says what the replays gave, whoever is taken. */
    @Test
    void autoReplaysTheHistoryAndSaysWhatItFound() throws IOException {
        JsonNode plan = plan("auto --target y --exclude class");
        String note = plan.get("notes").get(0).asText();

        assertEquals("auto", plan.get("strategy_asked").asText());
        assertTrue(note.startsWith("auto: "), note);
        assertTrue(note.contains("10 replays of campaigns on the known tests"), note);
        assertTrue(note.contains("Measured on 10 other replays, its RMSE over the rounds was"), note);
        assertTrue(note.contains("95 % interval of the gain ["), note);
        assertTrue(note.endsWith(" Replays train a forest of 50 trees in place of the target model."), note);
        String used = plan.get("strategy_used").asText();
        assertTrue(
                List.of("alc-plain", "alc-ensemble", "error-coverage", "farthest-point")
                        .contains(used),
                used);
        assertTrue(note.contains(used), note);
    }

    /** Classes have a list of their own. */
    @Test
    void autoAsksOfClassesWhereTheModelCannotDecide() throws IOException {
        JsonNode plan = plan("auto --target class --exclude y");
        String note = plan.get("notes").get(0).asText();
        for (String tried : List.of("alc-ensemble", "margin+coreset", "entropy", "alc")) {
            assertTrue(note.contains(tried + " "), note);
        }
        assertTrue(
                List.of("alc-ensemble", "margin+coreset", "entropy", "alc")
                        .contains(plan.get("strategy_used").asText()),
                note);
    }

    private String defaultNote(String arguments) throws IOException {
        Outcome outcome = desk.run("rank --candidates @c.csv --batch 4 --out @o.csv --json " + arguments);
        assertEquals(0, outcome.code(), outcome.err());
        JsonNode plan = new ObjectMapper().readTree(outcome.out());
        assertEquals("auto", plan.get("strategy_asked").asText());
        assertEquals(4, plan.get("picks").size());
        return plan.get("notes").get(0).asText();
    }

    @Test
    void autoIsTheDefaultAndReplaysClassesToo() throws IOException {
        String note = defaultNote("--train @h.csv --target class --exclude y --model linear");
        assertTrue(note.contains("10 replays of campaigns on the known tests"), note);
        assertFalse(note.contains("in place of the target model"), note);
    }

    @Test
    void autoTakesFewTestsAsTheyAre() throws IOException {
        desk.write(
                "few.csv", String.join("\n", desk.text("h.csv").lines().limit(4).toList()) + "\n");
        assertEquals(
                "auto: 3 known tests are too few to replay campaigns on; alc-plain is taken unproven.",
                defaultNote("--train @few.csv --target y --exclude class"));
    }

    @Test
    void autoHeedsARegion() throws IOException {
        String known = "--train @h.csv --target y --exclude class --model linear --region ";
        String some = defaultNote(known + "x<0.6");
        assertTrue(some.endsWith(" Their models are tested in the declared region."), some);
        String few = defaultNote(known + "x<0.2");
        assertTrue(few.contains("too few to test replayed campaigns on; alc-plain, which heeds the region,"), few);
    }

    /** Candidates have a price, which known tests have not. */
    @Test
    void autoSaysSoIfKnownTestsCannotBeAskedAboutTheRegion() throws IOException {
        desk.write(
                "priced.csv",
                desk.text("c.csv")
                        .lines()
                        .map(line ->
                                line + (line.startsWith("id") ? ",price" : line.startsWith("C1") ? ",100" : ",900"))
                        .collect(Collectors.joining("\n")));
        Outcome outcome = desk.run("rank --train @h.csv --candidates @priced.csv --target y --exclude class --batch 4"
                + " --out @o.csv --cost price --model linear --region price<500");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(
                outcome.out().contains("which known tests lie in the declared region cannot be told"), outcome.out());
    }

    /** 60 tests with dates; without one of the dates the order is not guessed, and where the column is named a gap is an error. */
    @Test
    void autoReplaysInOrderOfTime() throws IOException {
        StringBuilder dated = new StringBuilder("id,date,x,z,y\n");
        RandomGenerator random = new Seed(10).generator();
        for (int i = 1; i <= 60; i++) {
            double x = random.nextDouble();
            dated.append("T%d,20%02d-03-01,%s,%s,%s\n".formatted(i, i, x, random.nextDouble(), Math.sin(5 * x)));
        }
        desk.write("dated.csv", dated.toString());
        desk.write("gap.csv", dated.toString().replace(",2007-03-01,", ",,"));
        String line = "--target y --model linear --configurable x,z --train ";

        assertTrue(defaultNote(line + "@dated.csv").endsWith(" They are dealt in order of time."));
        assertFalse(defaultNote(line + "@gap.csv").contains("in order of time"));
        Outcome named = desk.run("rank --candidates @c.csv --batch 4 --out @o.csv --time date " + line + "@gap.csv");
        assertEquals(3, named.code());
        assertTrue(named.err().contains("a missing cell"), named.err());
    }
}
