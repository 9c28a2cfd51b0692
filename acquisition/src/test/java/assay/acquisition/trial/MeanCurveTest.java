package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeanCurveTest {

    private static final List<String> RANDOM = List.of("random", "random.2");

    private static Replay replay(int repeat, String arm, double... losses) {
        return new Replay("a", repeat, arm, LearningCurve.of(new int[] {10, 14, 18}, losses));
    }

    private static final List<Replay> REPLAYS = List.of(
            replay(1, "random", 5, 4, 3),
            replay(1, "random.2", 5, 4, 2),
            replay(1, "alc", 5, 3, 1),
            replay(2, "random", 7, 6, 5),
            replay(2, "random.2", 7, 5, 4),
            replay(2, "alc", 7, 4, 3),
            replay(3, "random", 1, 1, 1));

    /** Means of 1 and 3, against 2.5 and 4.5; the third trial has no alc. */
    @Test
    void meansAndDifferencesByHand() {
        MeanCurve curve = MeanCurve.of("alc", RANDOM, REPLAYS);
        assertArrayEquals(
                new double[] {6, 3.5, 2},
                curve.points().stream().mapToDouble(MeanCurve.Point::loss).toArray(),
                1e-12);
        MeanCurve.Point end = curve.points().get(2);
        assertEquals(18, end.labelled(), 0);
        assertEquals(-1.5, end.againstBaseline().mean(), 1e-12);
        assertEquals(0, end.againstBaseline().standardError(), 1e-12);
    }

    @Test
    void theBaselineIsTheMeanOfItsRuns() {
        MeanCurve random = MeanCurve.ofBaseline("random", RANDOM, REPLAYS);
        assertEquals((3 + 2 + 5 + 4) / 4.0, random.points().get(2).loss(), 1e-12);
        assertEquals(0, random.points().get(2).againstBaseline().mean(), 1e-12);
    }

    /** A campaign that ends early, as nothing is left to buy, goes on as it is. */
    @Test
    void curvesOfShortCampaignsAreFlat() {
        List<Simulation.Stage> stages = List.of(
                new Simulation.Stage(0, 10, Map.of(Metric.R2, 0.5)),
                new Simulation.Stage(1, 12, Map.of(Metric.R2, 0.8)));
        LearningCurve curve = LearningCurve.of(stages, Metric.R2, 3);
        assertEquals(3, curve.rounds());
        assertEquals(0.2, curve.last(), 1e-12);
        assertEquals(12, curve.labelled(3));
        assertEquals(0.2, curve.area(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> LearningCurve.of(new int[] {1}, new double[] {1}));
        assertTrue(curve.loss(0) > curve.loss(1));
    }
}
