package assay.valuation.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Valuation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwoMeansTest {

    /** By hand: {.1, .11, .12} against {.5, .55, .58, .6}. */
    @Test
    void splitsWhereTheGapIs() {
        assertArrayEquals(new int[] {0, 1, 5}, TwoMeans.lowerCluster(new double[] {.1, .12, .5, .55, .6, .11, .58}));
    }

    /** One outlier takes the cluster: why regression baselines score .002 in the LossVal paper. */
    @Test
    void oneOutlierTakesTheCluster() {
        assertArrayEquals(new int[] {6}, TwoMeans.lowerCluster(new double[] {0, 0, 0, 0, 0, 0, -5, .1, .2, .3}));
    }

    @Test
    void detectionOfAPerfectAndAReversedRanking() {
        Valuation valuation = new Valuation(
                List.of("a", "b", "c", "d"), new double[] {0, 0, 1, 1}, new double[] {0, 0, 0, 0}, "by hand");
        assertEquals(new Detection(1, 1), Detection.of(valuation, Set.of(0, 1)));
        assertEquals(new Detection(0, 0), Detection.of(valuation, Set.of(2, 3)));
        // One of two called, ties count half: F1 = 2 * 1 / (2 + 2), AUROC = 1/2.
        assertEquals(new Detection(.5, .5), Detection.of(valuation, Set.of(1, 2)));
    }
}
