package assay.campaigns.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The cells of a file as written, without types. Grows while the file is read; not thread-safe. */
final class RawTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    /** How much of a file to read. */
    private enum Part {
        HEADER,
        ALL
    }

    private final Path file;
    private final ProblemList problems;
    private final List<Cells> columns = new ArrayList<>();
    private Optional<Header> header = Optional.empty();
    private int[] lines = new int[32];
    private int rows;

    private final Function<Header, List<Cells>> shelves;

    private RawTable(Path file, Function<Header, List<Cells>> shelves, ProblemList problems) {
        this.file = file;
        this.shelves = shelves;
        this.problems = problems;
    }

    private static List<Cells> packed(Header header) {
        return header.names().stream().<Cells>map(name -> new PackedCells()).toList();
    }

    /**
     * Reads a whole file in one pass. Rows with a wrong number of cells are reported and left out; blank lines are left
     * out. If the file is broken somewhere, that is reported and the rows before it are kept.
     *
     * @throws InvalidDataException if there is no usable header
     */
    static RawTable read(Path file, ProblemList problems) {
        return read(file, RawTable::packed, problems);
    }

    /**
     * Reads a whole file, when it is known from the header what its columns hold.
     *
     * @param shelves where the cells of each column go
     */
    static RawTable read(Path file, Function<Header, List<Cells>> shelves, ProblemList problems) {
        RawTable table = new RawTable(file, shelves, problems);
        table.read(Part.ALL);
        if (table.header.isEmpty()) {
            throw noHeader(file, problems);
        }
        if (table.rows == 0 && !problems.hasErrors()) {
            problems.add(Problem.ofFile(
                    file.toString(), "a header and no rows", "at least one row", "Maybe the export failed?"));
        }
        return table;
    }

    /**
     * Reads the names in the header alone.
     *
     * @throws InvalidDataException if there is no usable header
     */
    static Header header(Path file) {
        ProblemList problems = new ProblemList();
        RawTable table = new RawTable(file, RawTable::packed, problems);
        table.read(Part.HEADER);
        return table.header.orElseThrow(() -> noHeader(file, problems));
    }

    private static InvalidDataException noHeader(Path file, ProblemList problems) {
        if (!problems.hasErrors()) {
            problems.add(Problem.ofFile(
                    file.toString(), "an empty file", "a header and at least one row", "Maybe the export failed?"));
        }
        return new InvalidDataException(problems.toList());
    }

    private void read(Part part) {
        long last = 0;
        try (Reader reader = CsvSource.open(file);
                CSVParser parser = FORMAT.parse(reader)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext() && (part == Part.ALL || header.isEmpty())) {
                CSVRecord cells = records.next();
                int line = (int) last + 1;
                last = parser.getCurrentLineNumber();
                if (cells.size() == 1 && Cell.normalise(cells.get(0)).isEmpty()) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = Optional.of(header(line, cells));
                } else {
                    row(line, cells, header.get());
                }
            }
        } catch (UncheckedIOException e) {
            problems.add(problem(e.getCause(), (int) last));
        } catch (IOException e) {
            problems.add(problem(e, (int) last));
        }
    }

    private Problem problem(IOException reason, int lastLine) {
        if (!(reason instanceof CSVException)) {
            return CsvSource.problem(file, reason, lastLine, CsvSource.EXPECTED);
        }
        boolean open = reason.getMessage().contains("EOF");
        return Problem.inCell(
                file.toString(),
                lastLine + 1,
                "",
                open
                        ? "a row in which a quote (\") is opened and never closed"
                        : "a row in which text follows a closing quote (\")",
                "quotes around whole cells, and quotes inside a cell doubled (\"\")",
                "Correct the quotes of this row; the lines behind it could not be read");
    }

    private Header header(int line, CSVRecord cells) {
        String text = String.join(",", cells.values());
        if (Cell.isDamaged(text)) {
            throw fatal(line, Cell.damage(text), "a header with the names of the columns", Cell.damageCure(text));
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            throw fatal(line, Cell.quote(text), "a header with the names of the columns", "Remove this line");
        }
        for (char separator : new char[] {';', '\t', '|'}) {
            long count = text.chars().filter(c -> c == separator).count();
            if (count > 0 && count >= cells.size()) {
                String name = separator == '\t' ? "tabs" : "\"" + separator + "\"";
                String python =
                        "python -c 'import pandas; pandas.read_csv(\"%s\", sep=\"%s\", decimal=\",\").to_csv(\"new.csv\", index=False)'";
                throw fatal(
                        line,
                        name + " between the cells",
                        "commas between the cells, and decimal points in the numbers",
                        "Export it again with commas, or convert it: "
                                + python.formatted(file, separator == '\t' ? "\\t" : separator));
            }
        }
        Header names = Header.of(file.toString(), line, Arrays.asList(cells.values()));
        names.problems().forEach(problems::add);
        columns.addAll(shelves.apply(names));
        return names;
    }

    private InvalidDataException fatal(int line, String found, String expected, String cure) {
        problems.add(Problem.inCell(file.toString(), line, "", found, expected, cure));
        return new InvalidDataException(problems.toList());
    }

    private void row(int line, CSVRecord cells, Header names) {
        if (cells.size() != columns.size()) {
            problems.add(Problem.inCell(
                    file.toString(),
                    line,
                    "",
                    cells.size() == 1 ? "1 cell" : cells.size() + " cells",
                    columns.size() + " cells, as in the header",
                    cells.size() < columns.size()
                            ? "Maybe a comma is missing, or the row is broken over two lines?"
                            : "Maybe a decimal comma, or a comma in a text that is not in quotes?"));
            return;
        }
        for (int c = 0; c < columns.size(); c++) {
            String cell = Cell.normalise(cells.get(c));
            if (Cell.isDamaged(cell)) {
                problems.add(Problem.inCell(
                        file.toString(),
                        line,
                        names.name(c),
                        Cell.damage(cell),
                        "text in UTF-8",
                        Cell.damageCure(cell)));
                cell = "";
            }
            columns.get(c).add(cell);
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        lines[rows++] = line;
    }

    Path file() {
        return file;
    }

    Header header() {
        return header.orElseThrow();
    }

    int rows() {
        return rows;
    }

    /** The cells of a column, one per row. */
    Cells cells(int column) {
        return columns.get(column);
    }

    /** Frees the cells of a column that is not needed any more. */
    void forget(int column) {
        columns.set(column, new UnreadCells());
    }

    /** The 1-based line of the file in which each row begins. */
    int[] lines() {
        return Arrays.copyOf(lines, rows);
    }
}
