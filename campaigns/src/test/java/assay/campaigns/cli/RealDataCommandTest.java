package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.campaigns.cli.Desk.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code value} and {@code rank} on published data sets. Skipped where the data are not there. */
class RealDataCommandTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final int CANDIDATES = 100;

    @TempDir
    private Path folder;

    /** Writes rows first .. last, counted from 1, under the header. */
    private void copy(String source, int first, int last, String name) throws IOException {
        Path path = DATA.resolve(source);
        assumeTrue(Files.exists(path), "skipped: there is no " + path);
        try (InputStream file = Files.newInputStream(path);
                InputStream text = source.endsWith(".gz") ? new GZIPInputStream(file) : file;
                Reader characters = new InputStreamReader(text, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(characters)) {
            String header = lines.readLine();
            String rows =
                    lines.lines().skip(first - 1L).limit(last - first + 1L).collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve(name), header + "\n" + rows + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "concrete/concrete.csv, strength, 800, row",
        "airfoil/airfoil.csv, pressure, 1200, ''",
        "auto_mpg/auto_mpg.csv, mpg, 290, ''",
        "california_housing/california_housing.csv, medianHouseValue, 2000, ''",
        "electricity/electricity.csv.gz, class, 2000, ''"
    })
    void everyTestIsValuedAndCandidatesAreRanked(String source, String target, int rows, String warning)
            throws IOException {
        Desk desk = new Desk(folder);
        copy(source, 1, rows, "h.csv");
        copy(source, rows + 1, rows + CANDIDATES, "all.csv");
        desk.write("c.csv", Desk.without(desk.text("all.csv"), target));

        Outcome value =
                desk.run("value --train @h.csv --target " + target + " --method lossval --out @v.csv" + Desk.SMALL);
        Outcome rank = desk.run("rank --train @h.csv --candidates @c.csv --batch 10 --target " + target
                + " --method lossval --diversity coreset --out @p.csv" + Desk.SMALL);

        assertEquals(0, value.code(), value.err());
        assertEquals(0, rank.code(), rank.err());
        assertTrue(value.err().contains(warning), value.err());
        value.err().lines().forEach(line -> assertTrue(line.startsWith("warning: "), line));
        assertValues(desk.rows("v.csv"), rows);
        assertPlan(desk.rows("p.csv"), 10);
    }

    @Test
    void adultIsValuedAgainstItsTestSet() throws IOException {
        Desk desk = new Desk(folder);
        copy("adult/adult_train.csv.gz", 1, 2000, "h.csv");
        copy("adult/adult_test.csv.gz", 1, 500, "valid.csv");

        Outcome value = desk.run(
                "value --train @h.csv --valid @valid.csv --target income --method lossval --out @v.csv" + Desk.SMALL);
        Outcome rank =
                desk.run("rank --train @h.csv --candidates @valid.csv --valid @valid.csv --unseen allow --batch 10"
                        + " --target income --method lossval --out @p.csv" + Desk.SMALL);

        assertEquals(0, value.code(), value.err());
        assertValues(desk.rows("v.csv"), 2000);
        assertEquals(0, rank.code(), rank.err());
        assertTrue(
                rank.err().contains("column income: found a target column, expected only what is known before a test"));
        assertPlan(desk.rows("p.csv"), 10);
    }

    private static void assertValues(List<List<String>> rows, int size) {
        assertEquals(size + 1, rows.size());
        for (List<String> row : rows.subList(1, rows.size())) {
            assertTrue(Double.isFinite(Double.parseDouble(row.get(1))), row.toString());
        }
        assertTrue(rows.stream().skip(1).map(row -> row.get(1)).distinct().count() > size / 2, "values differ");
    }

    private static void assertPlan(List<List<String>> rows, int size) {
        assertEquals(size + 1, rows.size());
        assertEquals(
                size, rows.stream().skip(1).map(row -> row.get(1)).distinct().count());
        for (List<String> row : rows.subList(1, rows.size())) {
            assertTrue(Double.parseDouble(row.get(7)) >= 0, row.toString());
        }
    }
}
