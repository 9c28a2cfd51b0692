package assay.acquisition.diversity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarthestPointTest {

    /** On a line with 0 known: 10 is farthest, then 5 (5 from both), then 2 and 7 in pool order. */
    @Test
    void fillsALine() {
        Matrix known = Matrix.of(new double[] {0});
        Matrix pool = Matrix.of(new double[][] {{2}, {7.5}, {10}, {5}});
        assertEquals(List.of(2, 3, 1, 0), picks(new FarthestPoint(known, pool), 4));
    }

    @Test
    void withoutHistoryTheFirstCandidateComesFirst() {
        FarthestPoint cover = new FarthestPoint(Matrix.of(0, 1, new double[0]), Matrix.of(new double[][] {{1}, {2}}));
        assertEquals(List.of(0, 1), picks(cover, 5));
    }

    @Test
    void whatIsNotAllowedIsNotPicked() {
        Matrix pool = Matrix.of(new double[][] {{1}, {2}, {9}});
        FarthestPoint cover = new FarthestPoint(Matrix.of(new double[] {0}), pool);
        assertEquals(1, cover.pick(i -> i != 2).orElseThrow().candidate());
        assertEquals(Optional.empty(), cover.pick(i -> false));
    }

    /** Gonzalez 1985: the remaining distance is at most twice the least possible, here by trying all pairs and triples. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isAtMostTwiceTheBest(long seed) {
        Matrix known = random(2, seed);
        Matrix pool = random(12, seed + 100);
        FarthestPoint greedy = new FarthestPoint(known, pool);
        picks(greedy, 3);
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < 12; a++) {
            for (int b = a; b < 12; b++) {
                for (int c = b; c < 12; c++) {
                    int[] trio = {a, b, c};
                    FarthestPoint cover = new FarthestPoint(known, pool);
                    for (int i = 0; i < 3; i++) {
                        int wanted = trio[i];
                        cover.pick(candidate -> candidate == wanted);
                    }
                    best = Math.min(best, radius(cover, 12));
                }
            }
        }
        double radius = radius(greedy, 12);
        double bound = 2 * best;
        assertTrue(radius <= bound + 1e-12, () -> "radius " + radius + " exceeds " + bound);
    }

    private static double radius(FarthestPoint cover, int m) {
        double radius = 0;
        for (int i = 0; i < m; i++) {
            radius = Math.max(radius, cover.distance(i));
        }
        return radius;
    }

    private static Matrix random(int rows, long seed) {
        return Matrix.of(rows, 2, new Seed(seed).generator().doubles(2L * rows).toArray());
    }

    private static List<Integer> picks(FarthestPoint cover, int count) {
        List<Integer> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cover.pick(candidate -> true).ifPresent(gap -> picks.add(gap.candidate()));
        }
        return picks;
    }
}
