package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Kind;
import assay.acquisition.Role;
import assay.acquisition.Table;
import assay.acquisition.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @TempDir
    Path folder;

    private TableFile read(String text, Declaration declaration) throws IOException {
        return CsvTables.read(Files.writeString(folder.resolve("tests.csv"), text), declaration);
    }

    private TableFile read(String text) throws IOException {
        return read(text, Declaration.NONE);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertEquals(
                "x", read("\ufeffx,y\n1,2\n3,4\n").schema().columns().get(0).name());
    }

    @Test
    void gzipIsRecognisedByItsBytesNotByItsName() throws IOException {
        Path file = folder.resolve("tests.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\ufeffx\n1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(
                new double[] {1, 2},
                CsvTables.read(file, Declaration.NONE).table().numbers(0));

        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "x\n1\n2\n");
        assertEquals(2, CsvTables.read(plain, Declaration.NONE).table().size());
    }

    @Test
    void linesAreThoseOfTheFile() throws IOException {
        TableFile file = read("\r\nnote,x\r\n\"two\r\nlines\",1\r\n\r\na,2\r\n\"b\nc\nd\",3\r\n   \r\ne,4\r\n\r\n\r\n");

        assertEquals(4, file.table().size());
        assertEquals(
                List.of(3, 6, 7, 11),
                IntStream.range(0, 4).map(file::lineOf).boxed().toList());
    }

    @Test
    void linesSurviveDroppedRowsAndAMissingLastLineBreak() throws IOException {
        TableFile file = read(
                "x,y\n1,1\n,2\n3,3\n4,?\n5,5", Declaration.NONE.withTarget("y").withMissing(MissingPolicy.DROP));

        assertArrayEquals(new double[] {1, 3, 5}, file.table().numbers(0));
        assertEquals(
                List.of(2, 4, 6),
                IntStream.range(0, 3).map(file::lineOf).boxed().toList());
        assertTrue(file.warnings().get(0).describe().contains("2 of 5 rows with a missing cell: x (1), y (1)"));
    }

    @Test
    void missingCellsAreEmptyOrOneOfThreeWords() throws IOException {
        Table table = read("x,w\n1,a\n ?,b\nNA,a\nN/A,\n,b\n\u00a0,?\n7, b \n2,\"a\"\n")
                .table();

        assertArrayEquals(
                new double[] {1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 7, 2}, table.numbers(0));
        assertEquals(
                List.of("a", "b", "a", "", "b", "", "b", "a"),
                IntStream.range(0, 8).mapToObj(row -> table.text(row, 1)).toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "+1.50, 1.5", "-.5, -0.5", "3., 3", "1e3, 1000", "1.5E-3, 0.0015", "007, 7"})
    void numbersAreDecimal(String cell, double number) {
        assertEquals(number, Cell.number(cell));
    }

    @ParameterizedTest
    @CsvSource({"1d", "0x10", "0x1p3", "NaN", "1e", "e3", ".", "-", "1 2", "1_000", "\u0661", "1e999"})
    void javaAcceptsMoreNumbersThanWe(String cell) {
        assertTrue(Double.isNaN(Cell.number(cell)), cell);
    }

    /** Days since 1970-01-01: 2024-01-31 is 19753. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 19753",
        "2024-01-31T12:00, 19753.5",
        "2024-01-31 18:00:00, 19753.75",
        "2024-01-31T12:00:00Z, 19753.5",
        "2024-01-31T14:00:00+02:00, 19753.5"
    })
    void datesAreDays(String cell, double days) {
        assertEquals(days, Cell.date(cell));
    }

    @ParameterizedTest
    @CsvSource({"2024-13-01", "31.01.2024", "2024-01-31x", "20240131", "2024-02-30"})
    void otherDatesAreNone(String cell) {
        assertTrue(Double.isNaN(Cell.date(cell)), cell);
    }

    @Test
    void unitsStandInTheHeaderAndNamesWorkWithAndWithoutThem() throws IOException {
        String text = "mass [kg],speed[km/h],peak [g]\n1000,50,30\n1200,60,40\n";

        TableFile file =
                read(text, Declaration.NONE.withTarget("peak [g]").withConfigurable(List.of("mass", "speed [km/h]")));

        assertEquals("mass", file.schema().columns().get(0).name());
        assertEquals("kg", file.schema().columns().get(0).unit());
        assertEquals("speed [km/h]", file.schema().columns().get(1).label());
        assertEquals(2, file.schema().columns(Role.CONFIGURABLE).size());
        assertEquals(Role.TARGET, file.schema().columns().get(2).role());
    }

    @Test
    void theTaskFollowsTheTarget() throws IOException {
        String text = "x,n,w\n1,1,b\n2,2,a\n3,1,b\n4,3,a\n";

        assertEquals(
                new Task.Regression(),
                read(text, Declaration.NONE.withTarget("n")).task().orElseThrow());
        assertEquals(
                new Task.Classification(List.of("a", "b")),
                read(text, Declaration.NONE.withTarget("w")).task().orElseThrow());
        assertEquals(
                new Task.Classification(List.of("1", "2", "3")),
                read(text, Declaration.NONE.withTarget("n").withTask(TaskKind.CLASSIFICATION))
                        .task()
                        .orElseThrow());
        assertTrue(read(text).task().isEmpty());
    }

    @Test
    void whatIsOddButNotWrongIsAWarning() throws IOException {
        TableFile file = read("x,same,y\n1,5,0\n2,5,1\n1,5,0\n", Declaration.NONE.withTarget("y"));

        String warnings = file.warnings().stream().map(Problem::describe).collect(Collectors.joining("\n"));
        assertTrue(warnings.contains("column same: found the same in every row"), warnings);
        assertTrue(
                warnings.contains("1 row equal to an earlier one in all inputs and target, such as lines 2 and 4"),
                warnings);
        assertTrue(warnings.contains("two different numbers"), warnings);
        assertTrue(file.warnings().stream().noneMatch(Problem::isError));
    }

    @Test
    void aBrokenFileIsReportedWithWhatCouldBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("tests.csv"), "x,y\n1,2\n3,4\n5,\"6\n");

        Inspection inspection = CsvTables.inspect(file, Declaration.NONE);

        assertEquals(2, inspection.rows());
        assertEquals(2, inspection.columns().size());
        assertTrue(inspection.hasErrors());
    }

    /** 1,000 small files with random damage: each is a table, or a list of problems that name the file. */
    @Test
    void anyDamageGivesATableOrProblems() throws IOException {
        byte[] good = """
                test_id,date,mass [kg],body,note,cost,peak [g]
                T1,2024-01-31,1200,SUV,"all ""fine"\"",10,31.5
                T2,2024-02-01,?,van,"two
                lines",12,28.1
                T3,2024-02-03,1350.5,SUV,,9.5,33
                T4,2024-02-05,1100,van,x,11,27.75
                """.getBytes(StandardCharsets.UTF_8);
        byte[] damage = ",;\"\n\r\t\0 .-eE0195aN?[]\u00ff\u00fe\u001f\u008b".getBytes(StandardCharsets.ISO_8859_1);
        Declaration declaration = Declaration.NONE.withTarget("peak").withConfigurable(List.of("mass", "body"));
        int tables = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = damage[random.nextInt(damage.length)];
            }
            int from = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : 0;
            Path file = Files.write(folder.resolve("tests.csv"), Arrays.copyOfRange(bytes, from, bytes.length));
            try {
                TableFile read = CsvTables.read(file, declaration);
                assertTrue(read.table().size() > 0, "seed " + seed);
                assertEquals(
                        read.table().size(),
                        IntStream.range(0, read.table().size())
                                .map(read::lineOf)
                                .distinct()
                                .count());
                tables++;
            } catch (InvalidDataException e) {
                assertTrue(e.problems().stream().anyMatch(Problem::isError), "seed " + seed);
                assertTrue(e.getMessage().startsWith(file.toString()), "seed " + seed);
            }
        }
        assertTrue(tables > 100 && tables < 900, "tables: " + tables);
    }

    @Test
    void wordsOfAnyLanguageSurvive() throws IOException {
        Table table =
                read("w,x\n\u00fcber,1\n\u8eca,2\n\u00fcber,3\n\u8eca,4\n").table();

        assertEquals(Kind.CATEGORICAL, table.schema().columns().get(0).kind());
        assertEquals("\u8eca", table.text(1, 0));
    }
}
