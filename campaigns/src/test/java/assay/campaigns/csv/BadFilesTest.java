package assay.campaigns.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file, the message says where, what, what should be there, and what to do. */
class BadFilesTest {

    private static final Declaration NONE = Declaration.NONE;

    @TempDir
    Path folder;

    /** A bad file, and fragments of the message that it must cause. */
    record Bad(String name, byte[] bytes, Declaration declaration, List<String> fragments) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad bad(String name, String text, Declaration declaration, String... fragments) {
        return new Bad(name, text.getBytes(StandardCharsets.UTF_8), declaration, List.of(fragments));
    }

    private static Bad bad(String name, byte[] bytes, String... fragments) {
        return new Bad(name, bytes, NONE, List.of(fragments));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Ten good rows of x and y, and then the given lines, which begin with line 12. */
    private static String afterTenRows(String... more) {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 10; i++) {
            text.append(i).append(',').append(i * i + 0.5).append('\n');
        }
        return text + String.join("\n", more) + "\n";
    }

    static Stream<Bad> structure() throws IOException {
        byte[] packed = gzip(afterTenRows());
        byte[] flipped = packed.clone();
        flipped[packed.length / 2] ^= 0x55;
        return Stream.of(
                bad("empty file", "", NONE, "found an empty file", "a header and at least one row"),
                bad("blank lines only", "\n\n  \n", NONE, "found an empty file"),
                bad("header only", "x,y\n", NONE, "found a header and no rows"),
                bad(
                        "semicolons",
                        "a;b;c\n1,5;2;3\n",
                        NONE,
                        "line 1",
                        "\";\" between",
                        "commas",
                        "decimal points",
                        "pandas"),
                bad("tabs", "a\tb\n1\t2\n", NONE, "line 1", "tabs between the cells"),
                bad("pipes", "a|b\n1|2\n", NONE, "line 1", "\"|\" between the cells"),
                bad("Excel's sep=", "sep=,\na,b\n1,2\n", NONE, "line 1", "\"sep=,\"", "Remove this line"),
                bad("no header", "1.5,2\n3,4\n", NONE, "line 1", "numbers only", "Write a header"),
                bad("blank name", "a,,c\n1,2,3\n", NONE, "line 1", "no name for column 2", "index=False"),
                bad("comma at line ends", "a,b,\n1,2,\n", NONE, "no name for column 3", "ends with a comma"),
                bad("duplicate names", "a,b,a\n1,2,3\n", NONE, "line 1, column a", "columns 1 and 3", "Rename"),
                bad("same name, other unit", "m [kg],m [lb]\n1,2\n", NONE, "line 1, column m", "columns 1 and 2"),
                bad(
                        "short row",
                        afterTenRows("7"),
                        NONE,
                        "line 12:",
                        "found 1 cell,",
                        "2 cells, as in",
                        "comma is missing"),
                bad("long row", afterTenRows("7,1,5"), NONE, "line 12:", "found 3 cells", "decimal comma"),
                bad(
                        "quote never closed",
                        afterTenRows("1,\"2", "3,4"),
                        NONE,
                        "line 12:",
                        "never closed",
                        "could not be read"),
                bad("text behind a quote", afterTenRows("1,\"2\"x"), NONE, "line 12:", "text follows a closing quote"),
                bad("not UTF-8", latin1(afterTenRows("1,M\u00fcller")), "line 12, column y", "not UTF-8", "iconv"),
                bad("header not UTF-8", latin1("m\u00fc,y\n1,2\n"), "line 1", "not UTF-8", "Save the file as UTF-8"),
                bad("NUL", afterTenRows("1,\0002"), NONE, "line 12, column y", "NUL byte", "export it again"),
                bad(
                        "UTF-16",
                        "\ufeffa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE),
                        "UTF-16",
                        "Save the file as UTF-8"),
                bad("Excel workbook", latin1("PK\u0003\u0004rest"), "Excel workbook", "Save the sheet as CSV"),
                bad("cut gzip", Arrays.copyOf(packed, packed.length - 12), "damaged gzip", "gzip -t"),
                bad("flipped gzip", flipped, "damaged gzip", "Copy or download it again"),
                bad("gzip of nothing", gzip(""), "found an empty file"));
    }

    static Stream<Bad> cells() {
        Declaration target = NONE.withTarget("y");
        return Stream.of(
                bad(
                        "word",
                        afterTenRows("abc,2"),
                        NONE,
                        "line 12, column x: found \"abc\", expected a number",
                        "leave the cell"),
                bad("NaN", afterTenRows("NaN,2"), NONE, "line 12, column x: found \"NaN\"", "Leave the cell empty"),
                bad("inf", afterTenRows("-inf,2"), NONE, "line 12, column x: found \"-inf\"", "Leave the cell empty"),
                bad("Infinity", afterTenRows("Infinity,2"), NONE, "found \"Infinity\"", "Leave the cell empty"),
                bad("null", afterTenRows("null,2"), NONE, "found \"null\", expected a number. Leave the cell empty"),
                bad(
                        "decimal comma",
                        afterTenRows("\"3,14\",2"),
                        NONE,
                        "line 12, column x: found \"3,14\"",
                        "point: 3.14"),
                bad(
                        "only decimal commas",
                        "x,y\n\"1,5\",1\n\"2,5\",2\n",
                        NONE,
                        "line 2, column x: found \"1,5\"",
                        "1.5"),
                bad(
                        "thousands",
                        afterTenRows("\"1,234.5\",2"),
                        NONE,
                        "found \"1,234.5\"",
                        "without thousands separators"),
                bad(
                        "unit in the cell",
                        afterTenRows("12 kg,2"),
                        NONE,
                        "found \"12 kg\"",
                        "Write 12,",
                        "in the header: x [kg]"),
                bad("hexadecimal", afterTenRows("0x1p3,2"), NONE, "found \"0x1p3\"", "decimal number"),
                bad("Java's suffix", afterTenRows("1d,2"), NONE, "found \"1d\", expected a number"),
                bad("beyond double", afterTenRows("1e999,2"), NONE, "found \"1e999\"", "up to 1.8e308"),
                bad("typographic minus", afterTenRows("\u22125,2"), NONE, "expected a number", "plain hyphen"),
                bad("bound", afterTenRows("<5,2"), NONE, "found \"<5\"", "A bound is not a measurement"),
                bad(
                        "date",
                        "date,y\n2024-01-31,1\n31.01.2024,2\n",
                        NONE.withTime("date"),
                        "line 3, column date",
                        "found \"31.01.2024\", expected an ISO 8601 date",
                        "2024-01-31"),
                bad(
                        "no such target",
                        afterTenRows(),
                        NONE.withTarget("yy"),
                        "no column \"yy\" (target)",
                        "x, y",
                        "Maybe \"y\"?"),
                bad(
                        "no such input",
                        afterTenRows(),
                        NONE.withConfigurable(List.of("q")),
                        "no column \"q\" (configurable)"),
                bad(
                        "target configurable",
                        afterTenRows(),
                        target.withConfigurable(List.of("y")),
                        "column y",
                        "named as target and as configurable",
                        "Name it once"),
                bad(
                        "twice",
                        afterTenRows(),
                        NONE.withConfigurable(List.of("x", "x")),
                        "column x",
                        "twice as configurable"),
                bad("excluded target", afterTenRows(), target.withExcluded(List.of("y")), "as target and as excluded"),
                bad(
                        "missing target",
                        afterTenRows("1,?"),
                        target,
                        "line 12, column y: found a missing cell",
                        "--missing drop"),
                bad(
                        "constant target",
                        "x,y\n1,3\n2,3\n",
                        target,
                        "column y",
                        "the same number in every row",
                        "a target that varies"),
                bad("one class", "x,y\n1,a\n2,a\n", target, "column y", "a single class"),
                bad(
                        "word in a regression",
                        "x,y\n1,a\n2,b\n",
                        target.withTask(TaskKind.REGRESSION),
                        "line 2, column y: found \"a\", expected a number"),
                bad(
                        "duplicate id",
                        "name,y\na,1\nb,2\na,3\n",
                        NONE.withId("name"),
                        "line 4, column name",
                        "\"a\" again, as in line 2",
                        "remove one row"),
                bad("missing id", "name,y\na,1\nN/A,2\n", NONE.withId("name"), "line 3, column name", "missing cell"),
                bad(
                        "missing time",
                        "t,y\n2024-01-31,1\n,2\n",
                        NONE.withTime("t"),
                        "line 3, column t",
                        "when the test was run"),
                bad("cost of 0", "cost,y\n3,1\n0,2\n", NONE, "line 3, column cost", "greater than 0", "--exclude cost"),
                bad("missing cost", "cost,y\n3,1\n,2\n", NONE, "line 3, column cost", "found a missing cell"),
                bad(
                        "cost in words",
                        "fee,y\ncheap,1\n2,2\n",
                        NONE.withCost("fee"),
                        "line 2, column fee: found \"cheap\""),
                bad(
                        "refused",
                        afterTenRows(",2"),
                        NONE.withMissing(MissingPolicy.REFUSE),
                        "line 12, column x: found a missing cell",
                        "--missing impute or drop"),
                bad(
                        "nothing left",
                        "x,y\n,1\n2,\n",
                        target.withMissing(MissingPolicy.DROP),
                        "2 of 2 rows",
                        "x (1), y (1)",
                        "No row is left"),
                bad("target alone", "y\n1\n2\n", target, "no input column"),
                bad(
                        "dates as input",
                        "d,y\n2024-01-31,1\n2024-02-01,2\n",
                        target.withConfigurable(List.of("d")),
                        "column d",
                        "found dates",
                        "days since the first test"));
    }

    @ParameterizedTest
    @MethodSource({"structure", "cells"})
    void theMessageSaysWhereWhatAndWhatToDo(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve("tests.csv"), bad.bytes());

        InvalidDataException thrown =
                assertThrows(InvalidDataException.class, () -> CsvTables.read(file, bad.declaration()));

        List<String> errors = thrown.problems().stream()
                .filter(Problem::isError)
                .map(Problem::describe)
                .toList();
        assertTrue(
                errors.stream().anyMatch(e -> bad.fragments().stream().allMatch(e::contains)),
                () -> "none has all of " + bad.fragments() + ":\n" + String.join("\n", errors));
        assertTrue(errors.stream().allMatch(e -> e.startsWith(file + ",") || e.startsWith(file + ":")));
    }

    @Test
    void aFileThatIsNotThereIsGuessed() throws IOException {
        Files.writeString(folder.resolve("tests.csv"), "x\n1\n");

        Problem problem = onlyProblem(folder.resolve("test.csv"));

        assertEquals("no such file", problem.found());
        assertEquals("Maybe \"tests.csv\"?", problem.cure());
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.writeString(folder.resolve("tests.csv"), "x\n1\n");

        Problem problem = onlyProblem(folder);

        assertEquals("a folder", problem.found());
        assertTrue(problem.cure().endsWith("tests.csv"), problem.cure());
    }

    @Test
    void allProblemsComeAtOnceAndManyAreCounted() throws IOException {
        String wrong = Stream.generate(() -> "oops,1").limit(30).collect(Collectors.joining("\n"));
        String right =
                Stream.iterate(0, i -> i + 1).limit(300).map(i -> i + ",2").collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("tests.csv"), "x,y\n" + right + "\n" + wrong + "\n1\n2,NaN\n");

        List<String> errors =
                assertThrows(InvalidDataException.class, () -> CsvTables.read(file, NONE.withTarget("z")))
                        .problems()
                        .stream()
                        .filter(Problem::isError)
                        .map(Problem::describe)
                        .toList();

        String all = String.join("\n", errors);
        assertTrue(all.contains("line 332: found 1 cell"), all);
        assertTrue(all.contains("no column \"z\""), all);
        assertTrue(all.contains("line 302, column x: found \"oops\""), all);
        assertTrue(all.contains("column x: found 10 more of this kind, the last in line 331, expected a number"), all);
        assertTrue(all.contains("line 333, column y: found \"NaN\""), all);
        assertEquals(
                ProblemList.SHOWN,
                errors.stream().filter(e -> e.contains("oops")).count());
    }

    @Test
    void windowsTextIsRecognised() throws IOException {
        Path file =
                Files.write(folder.resolve("tests.csv"), "x\n1\n\u00e9\n".getBytes(Charset.forName("windows-1252")));

        assertTrue(onlyProblem(file).cure().contains("WINDOWS-1252"));
    }

    private static Problem onlyProblem(Path file) {
        List<Problem> problems =
                assertThrows(InvalidDataException.class, () -> CsvTables.read(file, NONE)).problems().stream()
                        .filter(Problem::isError)
                        .toList();
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }
}
