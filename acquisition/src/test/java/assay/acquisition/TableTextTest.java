package assay.acquisition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {

    private static final Schema SCHEMA = new Schema(List.of(
            new Column("mass", Kind.NUMERIC, Role.CONFIGURABLE, "kg"),
            new Column("body", Kind.CATEGORICAL, Role.CONFIGURABLE, ""),
            new Column("date", Kind.DATE, Role.TIME, "")));

    /** 2024-01-31 is day 19,753 since 1970-01-01. */
    private static final Table TABLE = Table.of(
            SCHEMA,
            3,
            List.of(new double[] {12, 0.25, Double.NaN}, new double[0], new double[] {19753, 19753.5, Double.NaN}),
            List.of(new String[0], new String[] {"SUV", "", "van"}, new String[0]));

    @Test
    void numbersAndDatesAreWrittenFromTheirValues() {
        assertEquals("12", TABLE.text(0, 0));
        assertEquals("0.25", TABLE.text(1, 0));
        assertEquals("", TABLE.text(2, 0));
        assertEquals("SUV", TABLE.text(0, 1));
        assertEquals("2024-01-31", TABLE.text(0, 2));
        assertEquals("2024-01-31T12:00", TABLE.text(1, 2));
        assertEquals("", TABLE.text(2, 2));
    }

    @Test
    void selectionKeepsNumbersAndWords() {
        Table selected = TABLE.select(new int[] {2, 0});

        assertArrayEquals(new double[] {Double.NaN, 12}, selected.numbers(0));
        assertEquals("van", selected.text(0, 1));
        assertEquals("2024-01-31", selected.text(1, 2));
        assertTrue(selected.isMissing(0, 0));
    }

    @Test
    void columnsNeedTheArrayOfTheirKind() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> Table.of(
                        SCHEMA,
                        1,
                        List.of(new double[] {1}, new double[] {1}, new double[] {1}),
                        List.of(new String[0], new String[0], new String[0])));
        assertEquals("column body does not have 1 cells", problem.getMessage());
    }
}
