package assay.acquisition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void sameNameSameChild() {
        assertEquals(new Seed(1).derive("forest"), new Seed(1).derive("forest"));
        assertNotEquals(new Seed(1).derive("forest"), new Seed(1).derive("tree"));
        assertNotEquals(new Seed(1).derive("forest"), new Seed(2).derive("forest"));
    }

    @Test
    void childrenDoNotCollide() {
        Set<Long> seen = new HashSet<>();
        for (int parent = 0; parent < 1000; parent++) {
            for (int child = 0; child < 1000; child++) {
                seen.add(new Seed(parent).derive(child).value());
            }
        }
        assertEquals(1_000_000, seen.size());
    }

    @Test
    void permutationsAreFairShuffles() {
        int[][] counts = new int[4][4];
        for (int i = 0; i < 24_000; i++) {
            int[] order = new Seed(7).derive(i).permutation(4);
            assertArrayEquals(
                    new int[] {0, 1, 2, 3}, IntStream.of(order).sorted().toArray());
            for (int place = 0; place < 4; place++) {
                counts[place][order[place]]++;
            }
        }
        // Expected 6000 each, standard deviation 67; the seed is fixed, so this cannot fail by chance.
        for (int[] place : counts) {
            for (int count : place) {
                assertEquals(6000, count, 270);
            }
        }
    }
}
