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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code value} says about the trust that values deserve. */
class ValueTrustTest {

    @TempDir
    private Path folder;

    private JsonNode trust(String history, String options) throws IOException {
        Desk desk = new Desk(folder);
        desk.write("h.csv", history);
        Outcome outcome = desk.run("--json value --train @h.csv --target y --method random --out @v.csv " + options);
        assertEquals(0, outcome.code(), outcome.err());
        return new ObjectMapper().readTree(outcome.out()).get("trust");
    }

    /** y = 3 a - b: a line learns it, and its interval is far from 0. */
    @Test
    void aModelThatLearnsBeatsTheConstant() throws IOException {
        JsonNode trust = trust(Desk.history(), "--model linear");

        assertTrue(trust.get("model_beats_constant").asBoolean());
        assertEquals("R2", trust.get("model_skill").get("name").asText());
        assertTrue(trust.get("model_skill").get("lower").asDouble() > .5, trust.toString());
        assertEquals(4, trust.get("top").asInt());
        assertEquals(0, trust.get("ties").asDouble());
    }

    /** Targets in an order that has nothing to do with the inputs. */
    @Test
    void aModelThatLearnsNothingIsSaidToSayLittle() throws IOException {
        int[] next = {0};
        String noise = Desk.changed(Desk.history(), "y", cell -> Integer.toString(next[0]++ * 29 % 37));
        JsonNode trust = trust(noise, "--model linear");
        Outcome text =
                new Desk(folder).run("value --train @h.csv --target y --method random --out @v.csv --model linear");

        assertFalse(trust.get("model_beats_constant").asBoolean(), trust.toString());
        assertTrue(text.out().contains("does not beat a constant, so values that come from it say little"), text.out());
    }

    /** Every test is valued in 4 of 5 folds, so there are standard errors; against one holdout there are none. */
    @Test
    void stabilityIsThereOnlyWithStandardErrors() throws IOException {
        JsonNode turns = trust(Desk.history(), "--model linear");
        JsonNode once = trust(Desk.history(), "--model linear --valid @h.csv");

        double stability = turns.get("top_stability").asDouble();
        assertTrue(stability > 0 && stability < 1, turns.toString());
        assertFalse(once.has("top_stability"));
    }

    @Test
    void tooFewTestsForTheModelLeaveItsSkillUnknown() throws IOException {
        Desk desk = new Desk(folder);
        desk.write("all.csv", Desk.history());
        String few = String.join("\n", Desk.history().lines().limit(5).toList()) + "\n";
        JsonNode trust = trust(few, "--model knn --set k=4 --valid @all.csv");

        assertFalse(trust.has("model_skill"));
        assertFalse(trust.get("model_beats_constant").asBoolean());
    }

    /** Two results in twenty or more tests: classes, for neighbours that vote. */
    @Test
    void fewResultsAreBetterValuedAsClassesByNeighbours() throws IOException {
        int[] next = {0};
        Desk desk = new Desk(folder);
        desk.write("h.csv", Desk.changed(Desk.history(), "y", cell -> Integer.toString(next[0]++ % 2)));
        desk.write("many.csv", Desk.history());
        String value = "value --train @h.csv --target y --out @v.csv --model knn --method ";

        Outcome numbers = desk.run(value + "knn-shapley --task regression");
        assertEquals(0, numbers.code(), numbers.err());
        assertTrue(numbers.err().contains("the target takes only 2 values in"), numbers.err());
        assertTrue(numbers.err().contains("Maybe --task classification?"), numbers.err());
        for (String other : List.of(
                value + "knn-shapley --task classification",
                value + "random --task regression",
                value.replace("@h", "@many") + "knn-shapley")) {
            Outcome outcome = desk.run(other);
            assertEquals(0, outcome.code(), outcome.err());
            assertFalse(outcome.err().contains("the target takes only"), outcome.err());
        }
    }
}
