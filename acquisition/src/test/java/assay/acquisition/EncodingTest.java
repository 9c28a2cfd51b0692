package assay.acquisition;

import static assay.acquisition.Tables.categorical;
import static assay.acquisition.Tables.numeric;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("id", Kind.TEXT, Role.ID, ""),
            numeric("pulse", Role.MEASURED),
            numeric("mass", Role.CONFIGURABLE),
            categorical("body", Role.CONFIGURABLE),
            numeric("always", Role.CONFIGURABLE),
            numeric("rolc", Role.TARGET));

    private static final Table TRAIN = Tables.of(COLUMNS, "a,5,1000,suv,7,20", "b,,2000,van,7,30", "c,7,3000,suv,7,40");

    private static final Encoding ENCODING = Encoding.fit(TRAIN, new Task.Regression(), Encoding.Scaling.STANDARDISED);

    private static final double SD = Math.sqrt(2 / 3.0);

    @Test
    void configurableComesFirstAndConstantsAreLeftOut() {
        assertEquals(List.of("mass", "body=suv", "body=van", "pulse", "pulse missing"), ENCODING.featureNames());
        assertEquals(3, ENCODING.configurableFeatures());
        assertEquals(
                List.of("always"),
                ENCODING.constantColumns().stream().map(Column::name).toList());
    }

    /** By hand: mean 2000 and population sd 1000 sqrt(2/3); the missing pulse is the mean of 5 and 7. */
    @Test
    void encodesTrainingRows() {
        Dataset train = ENCODING.dataset(TRAIN);
        assertArrayEquals(new double[] {-1 / SD, 1, 0, -1, 0}, train.features().row(0), 1e-12);
        assertArrayEquals(new double[] {0, 0, 1, 0, 1}, train.features().row(1), 1e-12);
        assertArrayEquals(new double[] {1 / SD, 1, 0, 1, 0}, train.features().row(2), 1e-12);
        assertEquals(List.of("a", "b", "c"), train.ids());
        assertEquals(-1 / SD, train.target(0), 1e-12);
        assertEquals(20, ENCODING.targetInUnits(train.target(0)), 1e-12);
    }

    /** The scaling is that of the training rows, whatever the other rows are. */
    @Test
    void otherRowsDoNotMoveTheScaling() {
        Dataset other = ENCODING.dataset(Tables.of(COLUMNS, "x,6,5000,suv,9,50"));
        assertEquals(3 / SD, other.features().at(0, 0), 1e-12);
        assertEquals(2 / SD, other.target(0), 1e-12);
    }

    @Test
    void candidatesHaveConfigurableFeaturesOnlyAndMayOrderColumnsFreely() {
        List<Column> columns = List.of(
                categorical("body", Role.CONFIGURABLE),
                numeric("price", Role.COST),
                numeric("mass", Role.CONFIGURABLE));
        Candidates candidates = ENCODING.candidates(Tables.of(columns, "van,9,1000", "truck,8,2000"));

        assertArrayEquals(new double[] {-1 / SD, 0, 1}, candidates.features().row(0), 1e-12);
        // A level that training did not have is no level at all.
        assertArrayEquals(new double[] {0, 0, 0}, candidates.features().row(1), 1e-12);
        assertEquals(9, candidates.cost(0));
        assertEquals(List.of("0", "1"), candidates.ids());
    }

    @Test
    void rawScalingLeavesNumbersAlone() {
        Dataset raw =
                Encoding.fit(TRAIN, new Task.Regression(), Encoding.Scaling.RAW).dataset(TRAIN);
        assertEquals(1000, raw.features().at(0, 0));
        assertEquals(20, raw.target(0));
    }

    /** An image needs its pixels, also those that never change. */
    @Test
    void pixelsStayInTheirPlaces() {
        List<Column> columns =
                List.of(numeric("p0", Role.CONFIGURABLE), numeric("p1", Role.CONFIGURABLE), numeric("y", Role.TARGET));
        Table table = Tables.of(columns, "0,7,1", "0,255,2");
        Encoding encoding = Encoding.fit(table, new Task.Regression(), Encoding.Scaling.PIXELS);
        assertEquals(List.of(), encoding.constantColumns());
        assertArrayEquals(
                new double[] {0, 7, 0, 255}, encoding.dataset(table).features().toArray());
        assertEquals(
                List.of("p1"),
                Encoding.fit(table, new Task.Regression(), Encoding.Scaling.RAW).featureNames());
    }

    @Test
    void missingIsALevelOfItsOwn() {
        List<Column> columns = List.of(categorical("belt", Role.MEASURED), numeric("y", Role.TARGET));
        Table table = Tables.of(columns, "a,1", ",2", "b,3");
        Encoding encoding = Encoding.fit(table, new Task.Regression(), Encoding.Scaling.STANDARDISED);
        assertEquals(List.of("belt=missing", "belt=a", "belt=b"), encoding.featureNames());
        assertArrayEquals(
                new double[] {1, 0, 0}, encoding.dataset(table).features().row(1));
    }

    @Test
    void classesAreSortedNumbersByValue() {
        List<Column> columns = List.of(numeric("x", Role.MEASURED), numeric("y", Role.TARGET));
        Table table = Tables.of(columns, "1,10", "2,2", "3,10", "4,-1.5");
        List<String> classes = Encoding.classes(table);
        assertEquals(List.of("-1.5", "2", "10"), classes);
        Encoding encoding = Encoding.fit(table, new Task.Classification(classes), Encoding.Scaling.STANDARDISED);
        assertArrayEquals(new double[] {2, 1, 2, 0}, encoding.dataset(table).targets());
        Table unknown = Tables.of(columns, "1,11");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> encoding.dataset(unknown))
                .getMessage()
                .contains("class 11 of row 0"));
    }

    @Test
    void aConstantTargetIsRefused() {
        Table constant = Tables.of(COLUMNS, "a,5,1000,suv,7,20", "b,6,2000,van,7,20");
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> Encoding.fit(constant, new Task.Regression(), Encoding.Scaling.STANDARDISED))
                .getMessage()
                .contains("target rolc is constant (20.0)"));
    }
}
