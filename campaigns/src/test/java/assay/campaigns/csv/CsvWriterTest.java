package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriterTest {

    private static final List<String> HEADER = List.of("id", "remark");

    @TempDir
    private Path folder;

    /** RFC 4180, rules 5 to 7: commas, quotes and line breaks are quoted, quotes doubled; an empty cell is missing. */
    @Test
    void quotesAsInRfc4180() throws IOException {
        Path file = folder.resolve("a.csv");
        CsvWriter.write(
                file,
                HEADER,
                List.of(
                        List.of("-1", "a,b"),
                        List.of("T-1", "5\" pipe"),
                        List.of("x", "two\nlines"),
                        List.of("ü", "")));
        assertEquals(
                "id,remark\n-1,\"a,b\"\nT-1,\"5\"\" pipe\"\nx,\"two\nlines\"\nü,\n",
                Files.readString(file).replace("\"ü\"", "ü"));
    }

    @Test
    void compressesByName() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        CsvWriter.write(file, HEADER, List.of(List.of("1", "2")));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertEquals("id,remark\n1,2\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The old file stays, and no temporary file is left, when a row turns out to be wrong half-way. */
    @Test
    void writesEverythingOrNothing() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        List<List<String>> ragged = List.of(List.of("1", "2"), List.of("3"));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CsvWriter.write(file, HEADER, ragged));
        assertTrue(refusal.getMessage().contains("has 1 cells but its header has 2"), refusal.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        CsvWriter.write(file, HEADER, List.of());
        assertEquals("id,remark\n", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void keepsASymbolicLink() throws IOException {
        Path file = Files.createFile(folder.resolve("real.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        CsvWriter.write(link, HEADER, List.of());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("id,remark\n", Files.readString(file));
    }

    @Test
    void namesThePathAndACure() throws IOException {
        assertProblem(folder, "found a folder", "Name a file in it.");
        assertProblem(folder.resolve("no/a.csv"), "found no folder", "Create the folder first.");
        Path file = Files.createFile(folder.resolve("file"));
        assertProblem(file.resolve("a.csv"), "found a file at " + file, "Name another folder.");
    }

    private void assertProblem(Path file, String found, String cure) {
        InvalidDataException refusal =
                assertThrows(InvalidDataException.class, () -> CsvWriter.write(file, HEADER, List.of()));
        assertEquals(1, refusal.problems().size());
        String text = refusal.problems().get(0).describe();
        assertTrue(text.startsWith(file + ": " + found) && text.endsWith(cure), text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
