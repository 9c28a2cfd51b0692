package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values steer a plan only where they mean something; where not, every output says so. */
class SkillGateTest {

    private static final String RANK = "rank --train @h.csv --candidates @c.csv --target y --batch 4 --out @o.csv"
            + " --report @r.html --method lossval --set layers=3 --set hidden=8 --set repeats=1 ";

    @TempDir
    private Path folder;

    /** 120 tests whose target is the sum of a signal, a smooth function of x and z, and of noise. */
    private Desk desk(double signal, double noise) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        StringBuilder history = new StringBuilder("id,x,z,y\n");
        StringBuilder candidates = new StringBuilder("id,x,z\n");
        for (int i = 1; i <= 120; i++) {
            double x = random.nextDouble();
            double z = random.nextDouble();
            double y = signal * (4 * x - 2 * z) + noise * random.nextGaussian();
            history.append("T%d,%s,%s,%s\n".formatted(i, x, z, y));
            candidates.append("C%d,%s,%s\n".formatted(i, random.nextDouble(), random.nextDouble()));
        }
        Desk desk = new Desk(folder);
        desk.write("h.csv", history.toString());
        desk.write("c.csv", candidates.toString());
        return desk;
    }

    @Test
    void noiseFillsGapsAndSaysSo() throws IOException {
        Desk desk = desk(0, 1);

        Outcome text = desk.run(RANK);
        JsonNode json = new ObjectMapper().readTree(desk.run(RANK + "--json").out());
        List<List<String>> byValue = desk.rows("o.csv");
        desk.run("rank --train @h.csv --candidates @c.csv --target y --batch 4 --out @o.csv --strategy farthest-point");

        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains("strategy: farthest-point, asked for was value:lossval"), text.out());
        assertTrue(text.out().contains("skill gate: NOT passed"), text.out());
        assertTrue(text.out().contains("not better than a constant"), text.out());
        assertTrue(text.out().contains("note: Skill gate not passed: the target model predicts no better"), text.out());
        assertFalse(json.at("/gate/passed").asBoolean(true));
        assertEquals("farthest-point", json.get("strategy_used").asText());
        assertTrue(json.at("/notes/0").asText().startsWith("Skill gate not passed"));
        assertTrue(desk.text("r.html").contains("Skill gate not passed"));
        assertEquals(desk.rows("o.csv"), byValue);
    }

    @Test
    void aStrongSignalPasses() throws IOException {
        Desk desk = desk(1, 0.02);

        Outcome outcome = desk.run(RANK + "--json");
        JsonNode json = new ObjectMapper().readTree(outcome.out());

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(json.at("/picks/0/tied").isInt(), outcome.out());
        assertEquals(3, json.at("/picks/0/drivers").size());
        assertTrue(json.at("/picks/0/drivers/0/test").asText().startsWith("T"));
        assertTrue(json.at("/picks/0/lower").asDouble()
                <= json.at("/picks/0/upper").asDouble());
        assertTrue(json.at("/picks/0/reason").asText().contains("; mostly from T"), outcome.out());
        assertEquals(6, json.get("diversity_prices").size());
        assertEquals(0, json.at("/diversity_prices/0/given_up").asDouble());
        assertTrue(json.at("/diversity_prices/5/smallest_distance").asDouble()
                >= json.at("/diversity_prices/0/smallest_distance").asDouble());
        assertTrue(desk.text("r.html").contains("Price of diversity"));
        assertTrue(json.at("/gate/passed").asBoolean(), outcome.out());
        assertEquals("value:lossval", json.get("strategy_used").asText());
        assertTrue(
                json.at("/notes/0").asText().contains("Filling gaps (farthest-point) beat random choice"),
                outcome.out());
        for (JsonNode pick : json.get("picks")) {
            double expected = pick.get("expected_value").asDouble();
            assertTrue(expected >= pick.get("lower").asDouble()
                    && expected <= pick.get("upper").asDouble());
            assertTrue(pick.get("p_in_batch").asDouble() > 0
                    && pick.get("p_in_batch").asDouble() <= 1);
        }
        assertFalse(desk.text("r.html").contains("Skill gate not passed"));
    }
}
