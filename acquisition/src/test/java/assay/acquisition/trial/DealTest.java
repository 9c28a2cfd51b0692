package assay.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
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
}
