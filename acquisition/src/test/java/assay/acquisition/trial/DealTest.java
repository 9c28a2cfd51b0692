package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DealTest {

    private static final int[] OLDEST_FIRST = {4, 2, 9, 0, 7, 1, 8, 3, 6, 5};

    private static int[] all(Deal deal) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(deal.start()), IntStream.of(deal.pool())),
                        IntStream.of(deal.test()))
                .toArray();
    }

    @Test
    void noRowIsDealtTwice() {
        Deal deal = Deal.atRandom(20, 5, 8, 4, new Seed(1));
        assertEquals(5, deal.start().length);
        assertEquals(8, deal.pool().length);
        assertEquals(4, deal.test().length);
        assertEquals(17, Arrays.stream(all(deal)).distinct().count());
        assertTrue(Arrays.stream(all(deal)).allMatch(row -> row >= 0 && row < 20));
    }

    @Test
    void allRowsInTimeAreInOrder() {
        Deal deal = Deal.inTime(OLDEST_FIRST, 3, 5, 2, new Seed(1));
        assertArrayEquals(OLDEST_FIRST, all(deal));
    }

    /** Whatever is left out, nothing of the test is older than anything of the pool, and so on. */
    @Test
    void someRowsInTimeAreInOrderAndDiffer() {
        int[] place = new int[10];
        for (int i = 0; i < 10; i++) {
            place[OLDEST_FIRST[i]] = i;
        }
        int[] first = all(Deal.inTime(OLDEST_FIRST, 2, 4, 2, new Seed(1)));
        int[] second = all(Deal.inTime(OLDEST_FIRST, 2, 4, 2, new Seed(2)));
        for (int[] rows : new int[][] {first, second}) {
            int[] places = IntStream.of(rows).map(row -> place[row]).toArray();
            assertArrayEquals(IntStream.of(places).sorted().toArray(), places);
        }
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void moreThanThereIsCannotBeDealt() {
        assertThrows(IllegalArgumentException.class, () -> Deal.atRandom(10, 5, 5, 1, new Seed(1)));
        assertThrows(IllegalArgumentException.class, () -> Deal.atRandom(10, 0, 5, 1, new Seed(1)));
        assertThrows(IllegalArgumentException.class, () -> Deal.inTime(OLDEST_FIRST, 5, 0, 1, new Seed(1)));
    }

    /** Of 30 rows every third lies in the region; no row is dealt twice. */
    @Test
    void testsOnlyRowsOfTheRegion() {
        List<Boolean> region =
                IntStream.range(0, 30).mapToObj(row -> row % 3 == 0).toList();
        int[] oldestFirst = IntStream.range(0, 30).map(row -> 29 - row).toArray();
        Set<Integer> everTested = new HashSet<>();
        for (int repeat = 0; repeat < 50; repeat++) {
            Seed seed = new Seed(3).derive(repeat);
            for (Deal deal :
                    List.of(Deal.atRandom(region, 8, 10, 5, seed), Deal.inTime(oldestFirst, region, 8, 10, 5, seed))) {
                assertEquals(8, deal.start().length);
                assertEquals(10, deal.pool().length);
                assertEquals(5, deal.test().length);
                assertEquals(
                        23,
                        Stream.of(deal.start(), deal.pool(), deal.test())
                                .flatMapToInt(IntStream::of)
                                .distinct()
                                .count());
                assertTrue(IntStream.of(deal.test()).allMatch(row -> row % 3 == 0), Arrays.toString(deal.test()));
            }
            IntStream.of(Deal.atRandom(region, 8, 10, 5, seed).test()).forEach(everTested::add);
            // In time every row to start with is older, and numbered higher, than every row to buy.
            Deal inTime = Deal.inTime(oldestFirst, region, 8, 10, 5, seed);
            assertTrue(IntStream.of(inTime.start()).min().orElseThrow()
                    > IntStream.of(inTime.pool()).max().orElseThrow());
        }
        assertEquals(10, everTested.size(), "every row of the region is tested on in some deal");
        assertThrows(IllegalArgumentException.class, () -> Deal.atRandom(region, 8, 10, 11, new Seed(3)));
    }

    @Test
    void aRegionOfAllRowsIsNoRegion() {
        List<Boolean> all = Collections.nCopies(30, true);
        Deal within = Deal.atRandom(all, 8, 10, 5, new Seed(4));
        Deal plain = Deal.atRandom(30, 8, 10, 5, new Seed(4));
        assertArrayEquals(plain.start(), within.start());
        assertArrayEquals(plain.pool(), within.pool());
        assertArrayEquals(plain.test(), within.test());
    }
}
