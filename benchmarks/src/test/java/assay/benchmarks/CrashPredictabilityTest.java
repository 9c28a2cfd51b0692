package assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.benchmarks.CrashPredictability.Split;
import assay.crash.simulator.Archive;
import assay.crash.simulator.CrashHistory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * ROLC_p of simulated tests is as hard to predict as section 5.4 of our specification says, over three seeds; ten are in
 * {@code benchmarks/results/crash-predictability.csv}.
 */
class CrashPredictabilityTest {

    /** The first of those on which nothing was chosen. */
    private static final int FIRST_SEED = 101;

    private static final int SEEDS = 3;

    private static final Map<Archive, List<CrashHistory>> HISTORIES = new EnumMap<>(Archive.class);

    @BeforeAll
    static void simulate() {
        for (Archive archive : Archive.values()) {
            HISTORIES.put(
                    archive,
                    IntStream.range(0, SEEDS)
                            .mapToObj(s -> CrashPredictability.history(archive, new Seed(FIRST_SEED + s)))
                            .toList());
        }
    }

    private static double network(Archive archive, Split split, double noise) {
        return IntStream.range(0, SEEDS)
                .mapToDouble(s -> CrashPredictability.determination(
                        HISTORIES.get(archive).get(s),
                        split,
                        noise,
                        CrashPredictability.models().get(CrashPredictability.NETWORK),
                        new Seed(FIRST_SEED - 1 + s)))
                .average()
                .orElseThrow();
    }

    /** Learning from older cars reaches the figures of the quadratic ridge where nothing was lost. */
    @Test
    void completeArchivesArePredictedByDate() {
        double[] published = {0.79, 0.68, 0.45, 0.25};
        for (int noise = 0; noise < published.length; noise++) {
            double r2 = network(Archive.COMPLETE, Split.BY_DATE, noise);
            assertTrue(r2 >= published[noise], "R^2 %s at a noise of %d g".formatted(r2, noise));
        }
    }

    /**
     * What archives lose and sensors get wrong costs some hundredths: it falls short of 0.79 and 0.68 for 0 and 1 g. Bounds: the
     * means of ten seeds, less two standard errors of a mean of three.
     */
    @Test
    void archivesArePredictedByDate() {
        double[] reached = {0.737, 0.633, 0.435, 0.248};
        for (int noise = 0; noise < reached.length; noise++) {
            double r2 = network(Archive.AS_FOUND, Split.BY_DATE, noise);
            assertTrue(r2 >= reached[noise], "R^2 %s at a noise of %d g".formatted(r2, noise));
        }
    }

    @Test
    void completeArchivesArePredictedAtRandom() {
        double[] published = {0.90, 0.85, 0.72, 0.58};
        for (int noise = 0; noise < published.length; noise++) {
            assertEquals(published[noise], network(Archive.COMPLETE, Split.AT_RANDOM, noise), 0.03);
        }
    }
}
