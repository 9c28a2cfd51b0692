package assay.crash.format;

import assay.crash.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The samples of an EV5 or TSV channel: one value a line, or time in seconds and value. Times are checked, by index, against
 * what the header declares. A file that says something else than its header has no samples: nobody
 * knows which is right. A file that was cut within its last number looks whole, so that number may be wrong.
 */
final class SampleText {

    private static final String LEFT_OUT = "The samples were left out. Maybe the file was cut: fetch it again";

    private final String file;
    private final byte[] bytes;
    private final SampleRange range;
    private final Report report;

    private int at;
    private int line;
    private int columns;

    private SampleText(String file, byte[] bytes, SampleRange range, Report report) {
        this.file = file;
        this.bytes = bytes;
        this.range = range;
        this.report = report;
    }

    /** @return empty, and a problem in the report, if the file is damaged or contradicts {@code range} */
    static Optional<Signal> read(String file, byte[] bytes, SampleRange range, Report report) {
        return new SampleText(file, bytes, range, report).read();
    }

    private Optional<Signal> read() {
        double[] samples = new double[Math.min(range.size(), bytes.length / 2 + 1)];
        int count = 0;
        while (at < bytes.length) {
            line++;
            int start = at;
            int end = lineEnd();
            String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (count == range.size()) {
                return wrong("sample " + (count + 1), range.size() + " samples, from NFP to NLP");
            }
            String[] cells = text.split("[\\s,;]+", 3);
            columns = count == 0 ? cells.length : columns;
            OptionalDouble value = Decimals.parse(cells[cells.length - 1]);
            if (cells.length != columns || cells.length > 2 || value.isEmpty()) {
                return wrong(Report.quote(text), columns == 2 ? "time and value" : "a value, or time and value");
            }
            if (columns == 2 && !isAt(cells[0], range.first() + count)) {
                return wrong(
                        "time " + Report.quote(cells[0]),
                        "%s s, which is sample %d of NFP and DELT"
                                .formatted(range.interval() * (range.first() + count), range.first() + count));
            }
            samples[count++] = value.getAsDouble();
        }
        if (count < range.size()) {
            return wrong(count + " samples", range.size() + " samples, from NFP to NLP");
        }
        return Optional.of(Signal.of(range.interval(), range.first(), Arrays.copyOf(samples, count)));
    }

    /** Moves behind the end of the line and returns where the line ends. */
    private int lineEnd() {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        int end = at;
        at++;
        if (at < bytes.length && bytes[at - 1] == '\r' && bytes[at] == '\n') {
            at++;
        }
        return end;
    }

    private boolean isAt(String time, int index) {
        OptionalDouble seconds = Decimals.parse(time);
        return seconds.isPresent() && Math.abs(seconds.getAsDouble() / range.interval() - index) < 0.5;
    }

    private Optional<Signal> wrong(String found, String expected) {
        report.add(file, line, "", found, expected, LEFT_OUT);
        return Optional.empty();
    }
}
