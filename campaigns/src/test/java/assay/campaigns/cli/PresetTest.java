package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --set preset=}: named settings of a network. */
class PresetTest {

    private static final String RANK =
            "--json rank --train @h.csv --candidates @c.csv --target y --batch 2 --out @o.csv --method lossval"
                    + " --set repeats=1 ";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", Desk.history());
        desk.write("c.csv", Desk.candidates());
    }

    /** How well the target model predicts out of fold. */
    private JsonNode skill(String settings) throws IOException {
        Outcome outcome = desk.run(RANK + settings);
        assertEquals(0, outcome.code(), outcome.err());
        return new ObjectMapper().readTree(outcome.out()).get("gate");
    }

    @Test
    void rolcPIsTheNetworkOfThePaper() throws IOException {
        JsonNode preset = skill("--set preset=rolc-p --set batch=32 --set epochs=10 --set rate=0.003");

        assertEquals(
                skill("--set layers=4 --set hidden=100 --set activation=tanh --set batch=32 --set epochs=10"
                        + " --set rate=0.003"),
                preset);
        assertNotEquals(skill("--set batch=32 --set epochs=10 --set rate=0.003"), preset);
        assertEquals(skill("--set batch=32"), skill("--set preset=lossval --set batch=32"));
    }

    @Test
    void unknownPresetsAreRefused() {
        Outcome wrong = desk.run(RANK + "--set preset=rolcp");
        Outcome misplaced = desk.run(RANK.replace("--method lossval --set repeats=1", "--method random --model linear")
                + "--set preset=rolc-p");

        assertEquals(2, wrong.code());
        assertTrue(
                wrong.err()
                        .contains("--set preset: found \"rolcp\", expected one of lossval, rolc-p. Maybe \"rolc-p\"?"),
                wrong.err());
        assertEquals(2, misplaced.code());
        assertTrue(misplaced.err().contains("--set preset: random with linear has no such setting"), misplaced.err());
    }
}
