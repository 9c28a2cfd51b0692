package assay.campaigns.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes CSV files: UTF-8, quoted as in RFC 4180, compressed if the name ends in {@code .gz}. We differ from the RFC in
 * one point: lines end in LF alone, so that line tools see no stray carriage return.
 */
public final class CsvWriter {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private static final MathContext DIGITS = new MathContext(9);

    private CsvWriter() {}

    /**
     * Writes a whole file or nothing.
     *
     * @param header one name per column
     * @param rows as many cells each as {@code header}; an empty cell is missing
     * @throws InvalidDataException if the file cannot be written
     */
    public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
        new OutputFile(file).write(out -> print(file, out, header, rows));
    }

    /** A computed number to nine digits, without an exponent; empty if it is not finite, which means unknown. */
    public static String cell(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }

    private static void print(Path file, OutputStream out, List<String> header, Iterable<List<String>> rows)
            throws IOException {
        try (OutputStream packed = isCompressed(file) ? new GZIPOutputStream(out) : out;
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
}
