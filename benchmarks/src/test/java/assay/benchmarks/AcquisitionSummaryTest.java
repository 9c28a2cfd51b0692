package assay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.Replay;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcquisitionSummaryTest {

    private static final String RANDOM = AcquisitionStudy.RANDOM.get(0);

    private static Replay replay(String arm, double first, double second) {
        return new Replay(
                "concrete", 1, arm, LearningCurve.of(new int[] {10, 20, 30}, new double[] {9, first, second}));
    }

    /**
     * Random choice leaves 4 to the forest and 40 to the network on average; alc's (3, 1) and (30, 20) are (.75, .25) and (.75, .5) of
     * that, .75 and .375 on average: a model with large errors counts no more than one with small.
     */
    @Test
    void eachModelCountsInUnitsOfItsRandomChoice() {
        List<Replay> forest = List.of(replay(RANDOM, 5, 3), replay("alc", 3, 1));
        List<Replay> network = List.of(replay(RANDOM, 50, 30), replay("alc", 30, 20));

        List<Replay> means = AcquisitionSummary.meanOf(List.of(forest, network));

        assertEquals(List.of(RANDOM, "alc"), means.stream().map(Replay::arm).toList());
        LearningCurve random = means.get(0).curve();
        assertEquals(1.25, random.loss(1), 1e-12);
        assertEquals(.75, random.loss(2), 1e-12);
        LearningCurve alc = means.get(1).curve();
        assertEquals((9 / 4.0 + 9 / 40.0) / 2, alc.loss(0), 1e-12);
        assertEquals(.75, alc.loss(1), 1e-12);
        assertEquals(.375, alc.loss(2), 1e-12);
        assertEquals(30, alc.labelled(2));
    }

    /** Half a mean would look like half the error. */
    @Test
    void aCampaignOfOneModelOnlyIsLeftOut() {
        List<Replay> forest = List.of(replay(RANDOM, 5, 3), replay("alc", 3, 1));
        List<Replay> network = List.of(replay(RANDOM, 50, 30));

        List<Replay> means = AcquisitionSummary.meanOf(List.of(forest, network));

        assertEquals(List.of(RANDOM), means.stream().map(Replay::arm).toList());
    }
}
