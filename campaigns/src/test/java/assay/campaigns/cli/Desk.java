package assay.campaigns.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder with small files, and commands run on them.
 *
 * @param folder that an @ at the beginning of a word stands for
 */
record Desk(Path folder) {

    /** A network that trains in milliseconds. */
    static final String SMALL = " --set layers=3 --set hidden=8 --set epochs=3 --set repeats=1 ";

    private static final List<String> KINDS = List.of("red", "green", "blue");

    /** What a command left behind. */
    record Outcome(int code, String out, String err) {}

    /** Runs a line of words; blanks between single quotes do not split. */
    Outcome run(String line) {
        return run(Pattern.compile("'([^']*)'|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .map(word -> word.startsWith("@") ? folder + "/" + word.substring(1) : word)
                .toArray(String[]::new));
    }

    static Outcome run(String[] words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLineApplication.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** 40 tests T1 .. T40 with two numbers a and b, a word k, and y = 3 a - b. */
    static String history() {
        StringBuilder text = new StringBuilder("id,a,b,k,y\n");
        for (int i = 1; i <= 40; i++) {
            double a = i * 7 % 41 / 41.0;
            double b = i * 17 % 41 / 41.0;
            text.append("T%d,%s,%s,%s,%s\n".formatted(i, a, b, KINDS.get(i % 3), 3 * a - b));
        }
        return text.toString();
    }

    /** The same, with y good or bad. */
    static String classes() {
        return changed(history(), "y", cell -> cell.compareTo("1") > 0 && !cell.startsWith("-") ? "good" : "bad");
    }

    /** 12 candidates C1 .. C12 with a, b, k and a price of 100, 200, .. */
    static String candidates() {
        StringBuilder text = new StringBuilder("id,a,b,k,price\n");
        for (int i = 1; i <= 12; i++) {
            text.append(
                    "C%d,%s,%s,%s,%d\n".formatted(i, i * 5 % 13 / 12.5, i * 3 % 13 / 12.5, KINDS.get(i % 3), 100 * i));
        }
        return text.toString();
    }

    /** A CSV text with all cells of one column changed. */
    static String changed(String csv, String column, UnaryOperator<String> change) {
        List<String> lines = csv.lines().toList();
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            cells[index] = change.apply(cells[index]);
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    /** A CSV text with one cell changed; line 1 is the header. */
    static String changed(String csv, int line, String column, String cell) {
        List<String> lines = csv.lines().toList();
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        String[] cells = lines.get(line - 1).split(",", -1);
        cells[index] = cell;
        return String.join(
                "",
                IntStream.range(0, lines.size())
                        .mapToObj(i -> (i == line - 1 ? String.join(",", cells) : lines.get(i)) + "\n")
                        .toList());
    }

    /** A CSV text without one of its columns. */
    static String without(String csv, String column) {
        int index = List.of(csv.lines().findFirst().orElseThrow().split(",")).indexOf(column);
        return String.join(
                "",
                csv.lines()
                        .map(line -> {
                            String[] cells = line.split(",", -1);
                            return String.join(
                                            ",",
                                            IntStream.range(0, cells.length)
                                                    .filter(c -> c != index)
                                                    .mapToObj(c -> cells[c])
                                                    .toList())
                                    + "\n";
                        })
                        .toList());
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file without quoted commas; the header first. */
    List<List<String>> rows(String name) {
        return text(name).lines().map(line -> List.of(line.split(",", -1))).toList();
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files by name, with their bytes as Latin-1. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
