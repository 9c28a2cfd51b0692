package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --model cnn}: experiments that are images. */
class CnnCommandTest {

    private static final int SIDE = 8;
    private static final String RANK =
            "--json rank --train @h.csv --candidates @c.csv --target stroke --task classification --batch 3 --out @o.csv"
                    + " --strategy ads --model cnn --set epochs=1 --set filters=2 --set hidden=6 --set folds=2 ";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", images(24, true));
        desk.write("c.csv", images(12, false));
    }

    /** Strokes upright and lying; the pixels of the last row are always black. */
    private static String images(int n, boolean known) {
        RandomGenerator random = new Seed(known ? 1 : 2).generator();
        StringBuilder text = new StringBuilder();
        StringJoiner header = new StringJoiner(",");
        for (int p = 0; p < SIDE * SIDE; p++) {
            header.add("p" + p);
        }
        text.append(header).append(known ? ",stroke\n" : "\n");
        for (int i = 0; i < n; i++) {
            int[] pixels = new int[SIDE * SIDE];
            int at = random.nextInt(SIDE - 1);
            for (int s = 0; s < SIDE - 1; s++) {
                pixels[i % 2 == 0 ? s * SIDE + at : at * SIDE + s] = 200 + random.nextInt(50);
            }
            StringJoiner row = new StringJoiner(",");
            for (int pixel : pixels) {
                row.add(Integer.toString(pixel));
            }
            text.append(row).append(known ? i % 2 == 0 ? ",upright\n" : ",lying\n" : "\n");
        }
        return text.toString();
    }

    /** Pixels that never change keep their places: there are as many features as the image has. */
    @Test
    void adsLooksThroughAConvolutionalNetwork() throws IOException {
        Outcome outcome = desk.run(RANK + "--set image=8x8");
        assertEquals(0, outcome.code(), outcome.err());
        JsonNode plan = new ObjectMapper().readTree(outcome.out());
        assertEquals("ads", plan.get("strategy_used").asText());
        assertEquals(3, plan.get("picks").size());
        assertEquals(outcome.out(), desk.run(RANK + "--set image=8x8").out());
    }

    /** Spread out over all twelve candidates, or over the better half of them. */
    @Test
    void howManyAreSpreadOutIsASetting() throws IOException {
        String all = desk.run(RANK + "--set image=8x8 --set preselected=1").out();
        String half = desk.run(RANK + "--set image=8x8 --set preselected=0.5").out();
        ObjectMapper reader = new ObjectMapper();
        assertNotEquals(reader.readTree(all).get("picks"), reader.readTree(half).get("picks"));
        assertEquals(
                half, desk.run(RANK + "--set image=8x8 --set preselected=0.3").out(), "at least twice the batch");
    }

    /** The best of the pool, as published, are not the best around every known test, which the default is. */
    @Test
    void whereTheBestAreLookedForIsASetting() throws IOException {
        String rank = RANK + "--set image=8x8 --set preselected=0.5";
        String cell = desk.run(rank + " --set within=cell").out();
        ObjectMapper reader = new ObjectMapper();
        assertEquals(desk.run(rank).out(), cell);
        assertNotEquals(
                reader.readTree(desk.run(rank + " --set within=pool").out()).get("picks"),
                reader.readTree(cell).get("picks"));
    }

    /** It needs a holdout, and then chooses otherwise than by neighbours. */
    @Test
    void theExactWorthIsASetting() throws IOException {
        Outcome without = desk.run(RANK + "--set image=8x8 --set worth=exact");
        assertEquals(2, without.code());
        assertTrue(without.err().contains("but there is none. Maybe name one with --valid"), without.err());

        desk.write("v.csv", images(20, true));
        String rank = RANK + "--valid @v.csv --set image=8x8 --set preselected=0.5 --set worth=";
        ObjectMapper reader = new ObjectMapper();
        assertNotEquals(
                reader.readTree(desk.run(rank + "exact").out()).get("picks"),
                reader.readTree(desk.run(rank + "neighbours").out()).get("picks"));
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        Outcome outcome = desk.run(RANK + "--set image=8x8x3");
        assertEquals(2, outcome.code());
        assertTrue(
                outcome.err()
                        .contains("images of 8 x 8 pixels with 3 channels have 192 features but there are 64. Maybe"),
                outcome.err());
    }

    @Test
    void sizesAreAskedFor() {
        Outcome none = desk.run(RANK);
        Outcome odd = desk.run(RANK + "--set image=8");
        Outcome method = desk.run(RANK.replace("--strategy ads", "--method lossval") + "--set image=8x8");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("Maybe --set image=28x28"), none.err());
        assertEquals(2, odd.code());
        assertTrue(odd.err().contains("image (8) must be height x width"), odd.err());
        assertEquals(2, method.code());
        assertTrue(method.err().contains("the model is cnn. Maybe --model compact?"), method.err());
    }
}
