package assay.valuation.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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
}
