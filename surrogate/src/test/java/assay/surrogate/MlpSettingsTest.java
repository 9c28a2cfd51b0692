package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.kernels.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class MlpSettingsTest {

    private static final Path GRID = Path.of("..", "..", "shared", "reference", "hyperparameters_for_crash_MLP.csv");

    /** Of 1260 settings; the file is the paper's own, from its repository at 59f4b18, and counts hidden layers. */
    @Test
    void rolcPIsTheBestOfThePapersGrid() throws IOException {
        assumeTrue(Files.exists(GRID), "skipped: the paper's grid search is not here");
        String[] best;
        try (var lines = Files.lines(GRID)) {
            best = lines.skip(1)
                    .map(line -> line.split(","))
                    .min(Comparator.comparingDouble(cells -> Double.parseDouble(cells[5])))
                    .orElseThrow();
        }

        assertEquals(Integer.parseInt(best[0]) + 1, MlpSettings.ROLC_P.layers());
        assertEquals(Integer.parseInt(best[1]), MlpSettings.ROLC_P.hidden());
        assertEquals(Double.parseDouble(best[2]), MlpSettings.ROLC_P.rate());
        assertEquals("full", best[3]);
        assertEquals(MlpSettings.FULL_BATCH, MlpSettings.ROLC_P.batch());
        assertEquals("Tanh()", best[4]);
        assertEquals(Activation.TANH, MlpSettings.ROLC_P.activation());
        assertEquals(Optimiser.ADAM, MlpSettings.ROLC_P.optimiser());
    }
}
