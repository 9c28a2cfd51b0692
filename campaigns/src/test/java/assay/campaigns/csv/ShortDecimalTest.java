package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortDecimalTest {

    /** The bits of Double.parseDouble for 200 000 numbers of 1 to 15 digits, with the point anywhere. */
    @Test
    void readsWhatJavaReads() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 200_000; i++) {
            int digits = 1 + random.nextInt(15);
            StringBuilder cell = new StringBuilder();
            for (int k = 0; k < digits; k++) {
                cell.append(random.nextInt(10));
            }
            int point = random.nextInt(digits + 2);
            if (point <= digits) {
                cell.insert(point, '.');
            }
            cell.insert(0, List.of("", "-", "+").get(random.nextInt(3)));
            same(cell.toString());
        }
        List.of("0", "-0", "-0.000", "999999999999999", ".5", "5.", "0.00000000000001")
                .forEach(ShortDecimalTest::same);
    }

    private static void same(String cell) {
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(cell)),
                Double.doubleToRawLongBits(ShortDecimal.parse(cell)),
                cell);
    }

    /** What is left to the long way, or no number at all. */
    @Test
    void leavesTheRest() {
        for (String cell :
                List.of("", "-", ".", "+.", "1e3", "1.2.3", "1,5", "1234567890123456", "0x1", "1 ", "NaN", "--1")) {
            assertTrue(Double.isNaN(ShortDecimal.parse(cell)), cell);
        }
    }

    @Test
    void numbersAndTextsSayTheSame() {
        for (Cells cells : List.of(new PackedCells(), new NumberCells())) {
            assertFalse(cells.hasFilled());
            List.of("", "12.5", "1e-3", "1234567890.12345678", "abc", "").forEach(cells::add);
            for (int i = 6; i < 200_000; i++) {
                cells.add(Integer.toString(i));
            }
            cells.add("x");
            assertTrue(cells.hasFilled());
            assertEquals(12.5, cells.number(1));
            assertEquals(1e-3, cells.number(2));
            assertEquals(1234567890.12345678, cells.number(3));
            assertTrue(Double.isNaN(cells.number(4)) && Double.isNaN(cells.number(0)));
            assertEquals("abc", cells.get(4));
            assertEquals("x", cells.get(200_000));
            assertTrue(cells.isMissing(0) && cells.isMissing(5) && !cells.isMissing(4) && !cells.isMissing(1));
            assertEquals(199_999, cells.number(199_999));
            assertEquals("", cells.get(5));
            assertEquals("12.5", cells.get(1));
        }
    }

    @Test
    void knowsWhetherCellsAreDifferent() {
        Cells cells = new PackedCells();
        for (int i = 0; i < 10_000; i++) {
            cells.add(String.format(Locale.ROOT, "C%d", i));
        }
        assertTrue(cells.areFilledAndDifferent());
        cells.add("C77");
        assertFalse(cells.areFilledAndDifferent());
        Cells missing = new PackedCells();
        missing.add("");
        assertFalse(missing.areFilledAndDifferent());
    }
}
