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
        assertTrue(note.contains("20 replays of the known tests"), note);
        assertTrue(note.contains("[") && note.contains("random choice"), note);
        String used = plan.get("strategy_used").asText();
        assertTrue(List.of("alc", "error-coverage", "farthest-point", "lcmd").contains(used), used);
        assertTrue(note.contains(used), note);
    }
}
