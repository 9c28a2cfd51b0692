package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargestClusterTest {

    private static Matrix line(double... x) {
        return Matrix.of(x.length, 1, x);
    }

    private static List<Integer> picks(Preference preference, int count) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int pick = preference.best(c -> true, c -> 1).orElseThrow().candidate();
            preference.take(pick);
            picks.add(pick);
        }
        return picks;
    }

    /**
     * Centers 0 and 10. Around 0: 1, 2, 2.5, squares 1 + 4 + 6.25 = 11.25; around 10: 13, square 9. So 2.5 comes first,
     * although 13 is farther from its center. Then 2.5 has 2 (square .25), 0 has 1 (square 1), and 13 is next.
     */
    @Test
    void theLargestClusterFirstAndInItTheFarthest() {
        assertEquals(List.of(2, 3, 0, 1), picks(new LargestCluster.Clusters(line(0, 10), line(1, 2, 2.5, 13)), 4));
    }

    /** Written down again without increments: all distances and all clusters anew for every pick. */
    @Test
    void agreesWithBruteForce() {
        for (int seed = 0; seed < 50; seed++) {
            Matrix known =
                    Matrix.of(4, 3, new Seed(seed).generator().doubles(12).toArray());
            Matrix pool = Matrix.of(
                    25, 3, new Seed(seed).derive("pool").generator().doubles(75).toArray());
            List<Integer> taken = new ArrayList<>();
            List<double[]> centers = new ArrayList<>(List.of(known.toRows()));
            for (int pick = 0; pick < 8; pick++) {
                int best = bruteForce(pool, centers, taken);
                taken.add(best);
                centers.add(pool.row(best));
            }
            assertEquals(taken, picks(new LargestCluster.Clusters(known, pool), 8));
        }
    }

    private static int bruteForce(Matrix pool, List<double[]> centers, List<Integer> taken) {
        double[] sums = new double[centers.size()];
        double[] farthest = new double[centers.size()];
        int[] who = new int[centers.size()];
        for (int i = 0; i < pool.rows(); i++) {
            if (taken.contains(i)) {
                continue;
            }
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < sums.length; c++) {
                double distance = 0;
                for (int j = 0; j < pool.columns(); j++) {
                    distance += Math.pow(pool.at(i, j) - centers.get(c)[j], 2);
                }
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            sums[nearest] += least;
            if (least > farthest[nearest]) {
                farthest[nearest] = least;
                who[nearest] = i;
            }
        }
        int largest = 0;
        for (int c = 1; c < sums.length; c++) {
            largest = sums[c] > sums[largest] ? c : largest;
        }
        return who[largest];
    }

    @Test
    void aClusterThatMayNotBeBoughtIsPassedOver() {
        Preference preference = new LargestCluster.Clusters(line(0, 10), line(1, 2, 2.5, 13));
        assertEquals(3, preference.best(c -> c == 3, c -> 1).orElseThrow().candidate());
        assertEquals(true, preference.best(c -> false, c -> 1).isEmpty());
    }

    @Test
    void nothingKnownIsNoObstacle() {
        assertEquals(
                List.of(0, 2, 1), picks(new LargestCluster.Clusters(Matrix.of(0, 1, new double[0]), line(1, 2, 4)), 3));
    }
}
