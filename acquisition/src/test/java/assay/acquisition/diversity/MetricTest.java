package assay.acquisition.diversity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import assay.acquisition.Column;
import assay.acquisition.Encoding;
import assay.acquisition.Kind;
import assay.acquisition.Matrix;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.acquisition.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What "far" means where columns are of several kinds and cells are missing: the distances that the package promises. */
class MetricTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("mass", Kind.NUMERIC, Role.CONFIGURABLE, "kg"),
            new Column("body", Kind.CATEGORICAL, Role.CONFIGURABLE, ""),
            new Column("rolc", Kind.NUMERIC, Role.TARGET, ""));

    /** Masses 1000 and 3000, so mean 2000 and sd 1000; one is missing. */
    private static final Table KNOWN = table(
            new double[] {1000, 3000, 1000, 3000, Double.NaN},
            new String[] {"suv", "suv", "van", "van", "van"},
            new double[] {20, 30, 20, 30, 25});

    private static final Encoding ENCODING = Encoding.fit(KNOWN, new Task.Regression(), Encoding.Scaling.STANDARDISED);

    private static Table table(double[] masses, String[] bodies, double[] targets) {
        return Table.of(
                new Schema(COLUMNS.subList(0, targets.length == 0 ? 2 : 3)),
                masses.length,
                targets.length == 0 ? List.of(masses, new double[0]) : List.of(masses, new double[0], targets),
                targets.length == 0 ? List.of(new String[0], bodies) : List.of(new String[0], bodies, new String[0]));
    }

    private static double[] distances(int known, double[] masses, String... bodies) {
        Matrix one = ENCODING.dataset(KNOWN).configurable().select(new int[] {known});
        FarthestPoint cover = new FarthestPoint(
                one, ENCODING.candidates(table(masses, bodies, new double[0])).features());
        return IntStream.range(0, masses.length).mapToDouble(cover::distance).toArray();
    }

    @Test
    void numbersCountInStandardDeviationsAndCategoriesSqrtTwo() {
        assertArrayEquals(
                new double[] {0, 3, Math.sqrt(2), Math.sqrt(6)},
                distances(0, new double[] {1000, 4000, 1000, 3000}, "suv", "suv", "van", "van"),
                1e-12);
    }

    /** A missing number is at the mean, and 1 from all numbers: sqrt(1 + 1) from one at one sd, 1 from the mean itself. */
    @Test
    void aMissingNumberIsOneStandardDeviationFromOneThatIsThere() {
        assertArrayEquals(
                new double[] {Math.sqrt(2), 2},
                distances(0, new double[] {Double.NaN, Double.NaN}, "suv", "van"),
                1e-12);
        assertArrayEquals(
                new double[] {0, 1, Math.sqrt(5)},
                distances(4, new double[] {Double.NaN, 2000, 4000}, "van", "van", "van"),
                1e-12);
    }

    /** What is missing does not draw picks for being missing: among masses of up to 3 sd a missing one is never the farthest. */
    @Test
    void missingNumbersAreNotChased() {
        double[] masses = {Double.NaN, 5000, Double.NaN, -1000};
        Matrix pool = ENCODING.candidates(table(masses, new String[] {"suv", "suv", "van", "van"}, new double[0]))
                .features();
        FarthestPoint cover = new FarthestPoint(ENCODING.dataset(KNOWN).configurable(), pool);
        assertEquals(1, cover.pick(i -> true).orElseThrow().candidate());
        assertEquals(3, cover.pick(i -> true).orElseThrow().candidate());
    }

    /** A word that no known test has is no feature: 1 from every word, nearer than these are to each other. */
    @Test
    void anUnseenCategoryIsOneFromAllOthers() {
        assertArrayEquals(new double[] {1}, distances(0, new double[] {1000}, "bus"), 1e-12);
    }
}
