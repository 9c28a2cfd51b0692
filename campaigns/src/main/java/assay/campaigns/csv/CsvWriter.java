package assay.campaigns.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes CSV files: UTF-8, quoted as in RFC 4180, compressed if the name ends in {@code .gz}. We differ from the RFC in
 * one point: lines end in LF alone, so that line tools see no stray carriage return.
 */
public final class CsvWriter {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvWriter() {}

    /**
     * Writes a whole file or nothing: the rows go to a temporary file in the same folder, which then takes the name. A
     * symbolic link stays one, and its target is replaced; a pipe or device is written to as it is.
     *
     * @param header one name per column
     * @param rows as many cells each as {@code header}; an empty cell is missing
     * @throws InvalidDataException if the file cannot be written
     */
    public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
        checkWritable(file);
        try {
            if (isStream(file)) {
                print(file, Files.newOutputStream(file, StandardOpenOption.WRITE), header, rows);
                return;
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                print(file, Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), header, rows);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw unwritable(file, reason(e), "Maybe the disk is full, or the file is locked?");
        }
    }

    /**
     * Refuses a path that {@link #write} could not write to, so that a command with several outputs fails before the
     * first.
     *
     * @throws InvalidDataException that says what is in the way
     */
    public static void checkWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw unwritable(file, "a folder", "Name a file in it.");
        }
        if (!Files.exists(folder)) {
            throw unwritable(file, "no folder " + folder, "Create the folder first.");
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable(file, "a file at " + folder + ", where its folder should be", "Name another folder.");
        }
        boolean allowed = isStream(file) ? Files.isWritable(file) : Files.isWritable(folder);
        if (!allowed) {
            throw unwritable(file, "no permission to write in " + folder, "Name a folder that you may write in.");
        }
    }

    private static boolean isStream(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static void print(Path file, OutputStream stream, List<String> header, Iterable<List<String>> rows)
            throws IOException {
        try (OutputStream out = stream;
                OutputStream packed = isCompressed(file) ? new GZIPOutputStream(out) : out;
                Writer writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            FORMAT.printRecord(writer, header.toArray());
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("a row of %s has %d cells but its header has %d"
                            .formatted(file, row.size(), header.size()));
                }
                FORMAT.printRecord(writer, row.toArray());
            }
        }
    }

    private static boolean isCompressed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static String reason(IOException e) {
        String why = e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getMessage();
        return why == null ? e.getClass().getSimpleName() : why;
    }

    private static InvalidDataException unwritable(Path file, String found, String cure) {
        return new InvalidDataException(List.of(Problem.ofFile(file.toString(), found, "a file to write", cure)));
    }
}
