package assay.campaigns.csv;

import assay.acquisition.NearestName;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Opens a text file, plain or gzip whatever its name is. Bytes that are not UTF-8 become U+FFFD, so that the reader of
 * the cells can say where they are.
 */
final class CsvSource {

    static final String EXPECTED = "a CSV file in UTF-8, plain or gzip";
    private static final int BUFFER = 1 << 16;

    /** A kind of file that is not text, and how its first bytes read as Latin-1. */
    private record Signature(String start, String name, String cure) {}

    private static final List<Signature> OTHER_FILES = List.of(
            new Signature("PK\u0003\u0004", "a zip archive or an Excel workbook", "Save the sheet as CSV UTF-8"),
            new Signature("\u00d0\u00cf\u0011\u00e0", "an old Excel workbook", "Save the sheet as CSV UTF-8"),
            new Signature("PAR1", "a Parquet file", "Write it as CSV"),
            new Signature("%PDF", "a PDF", ""),
            new Signature("BZh", "a bzip2 file", "Unpack it, or pack it with gzip"),
            new Signature("\u00fd7zX", "an xz file", "Unpack it, or pack it with gzip"),
            new Signature("(\u00b5/\u00fd", "a Zstandard file", "Unpack it, or pack it with gzip"),
            new Signature("\u00ff\u00fe", "UTF-16 text", "Save the file as UTF-8"),
            new Signature("\u00fe\u00ff", "UTF-16 text", "Save the file as UTF-8"));

    private CsvSource() {}

    /**
     * Opens a file for reading, behind its byte order mark.
     *
     * @throws InvalidDataException if it is a folder, or known not to be text
     * @throws IOException as {@link #problem} explains it
     */
    static Reader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(List.of(
                    Problem.ofFile(file.toString(), "a folder", EXPECTED, "Name a file in it" + example(file))));
        }
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream text = start(plain, 2).equals("\u001f\u008b")
                    ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER)
                    : plain;
            String start = start(text, 4);
            for (Signature other : OTHER_FILES) {
                if (start.startsWith(other.start())) {
                    throw new InvalidDataException(
                            List.of(Problem.ofFile(file.toString(), other.name(), EXPECTED, other.cure())));
                }
            }
            if (start.startsWith("\u00ef\u00bb\u00bf")) {
                text.skipNBytes(3);
            }
            return new InputStreamReader(text, StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static String start(InputStream in, int length) throws IOException {
        in.mark(length);
        String start = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        in.reset();
        return start;
    }

    private static String example(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(f -> f.endsWith(".csv") || f.endsWith(".csv.gz"))
                    .sorted()
                    .findFirst()
                    .map(f -> ", such as " + f)
                    .orElse("");
        }
    }

    /**
     * Why a file could not be opened, or not be read on.
     *
     * @param line the last line that could be read; 0 if none
     * @param expected what the file should be
     */
    static Problem problem(Path file, IOException reason, int line, String expected) {
        String name = file.toString();
        if (reason instanceof NoSuchFileException) {
            return Problem.ofFile(name, "no such file", expected, sibling(file));
        }
        if (reason instanceof AccessDeniedException) {
            return Problem.ofFile(name, "a file that you may not read", expected, "Change its permissions");
        }
        boolean gzip = reason instanceof ZipException || reason instanceof EOFException;
        return new Problem(
                Problem.Severity.ERROR,
                name,
                line,
                "",
                gzip ? "a damaged gzip file (" + reason.getMessage() + ")" : "a file that cannot be read: " + reason,
                expected,
                gzip ? "Copy or download it again; `gzip -t` must accept it" : "");
    }

    private static String sibling(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return folder == null ? "" : "There is no folder " + folder;
        }
        try (var files = Files.list(folder)) {
            return NearestName.cure(
                    file.getFileName().toString(),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            return "";
        }
    }
}
