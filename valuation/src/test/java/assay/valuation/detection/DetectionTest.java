package assay.valuation.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectionTest {

    private static Valuation valuation(double... values) {
        List<String> ids =
                IntStream.range(0, values.length).mapToObj(Integer::toString).toList();
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        return new Valuation(ids, values, unknown, "by hand");
    }

    /** n values 0 .. n-1, of which the lowest {@code bad} are spoiled. */
    private static Set<Integer> lowest(int bad) {
        return IntStream.range(0, bad).boxed().collect(Collectors.toSet());
    }

    @Test
    void aPerfectAndAReversedRanking() {
        Detection perfect = Detection.of(valuation(0, 0, 1, 1), Set.of(0, 1));
        Detection reversed = Detection.of(valuation(0, 0, 1, 1), Set.of(2, 3));

        assertEquals(1, perfect.f1());
        assertEquals(1, perfect.auroc());
        assertEquals(1, perfect.averagePrecision());
        assertEquals(0, reversed.f1());
        assertEquals(0, reversed.auroc());
        assertEquals(.5, reversed.averagePrecision());
    }

    /** One of two called, ties count half: F1 = 2 * 1 / (2 + 2), AUROC = 1/2, precision 1/2 at either end of a tie. */
    @Test
    void tiesCountHalf() {
        Detection detection = Detection.of(valuation(0, 0, 1, 1), Set.of(1, 2));

        assertEquals(.5, detection.f1());
        assertEquals(.5, detection.auroc());
        assertEquals(.5, detection.averagePrecision());
        assertEquals(.5, Detection.precisionAt(1, valuation(0, 0, 1, 1), Set.of(1, 2)));
        assertEquals(.5, Detection.precisionAt(2, valuation(0, 0, 1, 1), Set.of(1, 2)));
    }

    /** By hand: spoiled at places 1 and 3 of 4, so precisions 1 and 2/3; of 4 pairs 3 are in order. */
    @Test
    void averagePrecisionIsTheMeanPrecisionAtTheSpoiled() {
        Detection detection = Detection.of(valuation(.1, .2, .3, .4), Set.of(0, 2));

        assertEquals((1 + 2.0 / 3) / 2, detection.averagePrecision(), 1e-15);
        assertEquals(.75, detection.auroc(), 1e-15);
        assertEquals(2.0 / 3, Detection.precisionAt(3, valuation(.1, .2, .3, .4), Set.of(0, 2)), 1e-15);
    }

    /** AUROC by its definition: all pairs, ties half. */
    @Test
    void aurocIsTheShareOfPairsInOrder() {
        double[] values =
                new Seed(3).generator().ints(60, 0, 12).asDoubleStream().toArray();
        Set<Integer> spoiled = lowest(17);
        double wins = 0;
        for (int bad = 0; bad < 17; bad++) {
            for (int good = 17; good < 60; good++) {
                wins += values[bad] < values[good] ? 1 : values[bad] == values[good] ? .5 : 0;
            }
        }

        assertEquals(wins / (17 * 43), Detection.of(valuation(values), spoiled).auroc(), 1e-12);
    }

    /** 1000 rows: step 50, points at 0, 50 .. 1000, drawn at i / 21 by OpenDataVal; optimal with 20 % spoiled. */
    @Test
    void discoveryFollowsThePublishedGrid() {
        Valuation valuation =
                valuation(IntStream.range(0, 1000).asDoubleStream().toArray());

        DiscoveryCurve curve = DiscoveryCurve.of(valuation, lowest(200));

        assertEquals(21, curve.points().size());
        assertEquals(
                new DiscoveryCurve.Point(50, .05, 1 / 21.0, .25), curve.points().get(1));
        assertEquals(
                new DiscoveryCurve.Point(1000, 1, 20 / 21.0, 1), curve.points().get(20));
        // 0, .25, .5, .75 and 17 times 1.
        assertEquals(18.5 / 21, curve.mean(), 1e-12);
        assertEquals(curve.mean(), Detection.of(valuation, lowest(200)).discoveryMean());
    }

    @Test
    void equalValuesFindNothingAndEverythingAtTheSamePace() {
        Detection detection = Detection.of(valuation(new double[40]), lowest(7));

        assertEquals(.5, detection.auroc(), 1e-12);
        assertEquals(7 / 40.0, detection.averagePrecision(), 1e-12);
        assertEquals(.5, detection.discoveryMean(), 1e-12);
    }

    /**
     * Random values: AUROC and discovery 1/2, F1 about p / (p + 1/2); average precision (b - 1) / (n - 1) + (n - b) H(n) / n
     * / (n - 1), with H(500) = 6.793; 200 draws, standard errors about .002.
     */
    @Test
    void randomValuesReachWhatIsSaidOfThem() {
        double[] sums = new double[4];
        for (int draw = 0; draw < 200; draw++) {
            double[] values = new Seed(draw).generator().doubles(500).toArray();
            Detection detection = Detection.of(valuation(values), lowest(100));
            sums[0] += detection.f1() / 200;
            sums[1] += detection.auroc() / 200;
            sums[2] += detection.averagePrecision() / 200;
            sums[3] += detection.discoveryMean() / 200;
        }

        assertArrayEquals(new double[] {.2 / .7, .5, 99 / 499.0 + 400 * 6.793 / 500 / 499, .5}, sums, .006);
    }

    @Test
    void nothingOrEverythingSpoiledIsRefused() {
        Valuation three = valuation(1, 2, 3);
        for (Set<Integer> spoiled : List.of(Set.<Integer>of(), Set.of(0, 1, 2), Set.of(3))) {
            Exception e = assertThrows(IllegalArgumentException.class, () -> Detection.of(three, spoiled));
            assertTrue(e.getMessage().contains("fewer than all 3"), e.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Detection.precisionAt(4, three, new TreeSet<>(Set.of(0))));
    }
}
