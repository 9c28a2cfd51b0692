package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published data sets, with the counts that their sources state. Skipped where the data are not there. */
class RealDataTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private static Path find(String file) {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "skipped: there is no " + path);
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        "concrete/concrete.csv,                     strength,         1030,  8, 0,    0, 25",
        "airfoil/airfoil.csv,                       pressure,         1503,  5, 0,    0, 0",
        "auto_mpg/auto_mpg.csv,                     mpg,              398,   7, 0,    6, 0",
        "california_housing/california_housing.csv, medianHouseValue, 20640, 8, 0,    0, 0",
        "electricity/electricity.csv.gz,            class,            38474, 6, 0,    0, 5",
        "adult/adult_train.csv.gz,                  income,           32561, 6, 8, 4262, 24",
        "adult/adult_test.csv.gz,                   income,           16281, 6, 8, 2203, 5"
    })
    void countsAreThoseOfTheSource(
            String name, String target, int rows, int numeric, int nominal, int missing, int repeated) {
        TableFile file = CsvTables.read(find(name), Declaration.NONE.withTarget(target));

        assertEquals(rows, file.table().size());
        assertEquals(rows + 1, file.lineOf(rows - 1));
        assertEquals(numeric, inputs(file, Kind.NUMERIC));
        assertEquals(nominal, inputs(file, Kind.CATEGORICAL));
        assertEquals(missing, missing(file));
        String expected = "%,d rows equal to an earlier one".formatted(repeated);
        assertEquals(
                repeated > 0 ? 1 : 0,
                file.warnings().stream()
                        .filter(w -> w.found().startsWith(expected))
                        .count(),
                () -> file.warnings().toString());
    }

    private static long inputs(TableFile file, Kind kind) {
        return file.schema().columns().stream()
                .filter(c -> c.role() == Role.MEASURED && c.kind() == kind)
                .count();
    }

    private static long missing(TableFile file) {
        return IntStream.range(0, file.schema().columns().size())
                .mapToLong(c -> IntStream.range(0, file.table().size())
                        .filter(row -> file.table().isMissing(row, c))
                        .count())
                .sum();
    }

    /** The six question marks are in the horsepower of auto_mpg. */
    @Test
    void missingHorsepowerIsNaN() {
        TableFile file = CsvTables.read(find("auto_mpg/auto_mpg.csv"), Declaration.NONE.withTarget("mpg"));
        int horsepower = file.schema().indexOf("horsepower").orElseThrow();

        assertEquals(
                6,
                IntStream.range(0, 398)
                        .filter(row -> file.table().isMissing(row, horsepower))
                        .count());
        assertEquals(new Task.Regression(), file.task().orElseThrow());
    }

    /** FI's counts of adult without missing cells: 30,162 and 15,060 rows. */
    @Test
    void adultWithoutMissingCellsHasTheRowsOfThePaper() {
        Declaration drop = Declaration.NONE.withTarget("income").withMissing(MissingPolicy.DROP);

        TableFile train = CsvTables.read(find("adult/adult_train.csv.gz"), drop);
        TableFile test = CsvTables.readLike(
                find("adult/adult_test.csv.gz"),
                train.schema(),
                Set.of(Role.CONFIGURABLE, Role.MEASURED, Role.TARGET),
                MissingPolicy.DROP);

        assertEquals(30162, train.table().size());
        assertEquals(15060, test.table().size());
        assertEquals(2, train.task().orElseThrow().outputs());
        assertTrue(train.warnings().get(0).found().startsWith("2399 of 32561 rows with a missing cell"));
    }
}
