package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.campaigns.cli.Desk.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code value} and {@code rank} make of bad input. A refused command names what is wrong and how to go on, prints no
 * result, and leaves every file as it was; an odd one works and says what is odd.
 */
class BadInputTest {

    private static final String VALUE = "value --target y --method lossval" + Desk.SMALL + "--out @o.csv ";
    private static final String RANK = "rank --train @h.csv --target y --out @o.csv ";
    private static final String RANK_TWO = RANK + "--batch 2 --candidates ";
    private static final String GAPS = RANK + "--strategy farthest-point --batch 2 --candidates ";
    private static final String BY_VALUE = RANK_TWO + "@c.csv --method ";

    private static final String SEVERAL = "value --train @h.csv --target y --out @o.csv --method ";

    @TempDir
    private Path folder;

    private Desk desk;

    private record Case(String name, String line, int code, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case bad(String name, int code, String line, String... says) {
        return new Case(name, line, code, List.of(says));
    }

    private static Case odd(String name, String line, String... says) {
        return new Case(name, line, 0, List.of(says));
    }

    @BeforeEach
    void files() throws IOException {
        desk = new Desk(folder);
        String history = Desk.history();
        String candidates = Desk.candidates();
        desk.write("h.csv", history);
        desk.write("c.csv", candidates);
        desk.write("classes.csv", Desk.classes());
        desk.write("text.csv", Desk.changed(history, 4, "a", "abc"));
        desk.write("ragged.csv", history.replaceFirst("\nT9,[^,]*,", "\nT9,"));
        desk.write("empty.csv", "");
        desk.write("header.csv", "id,a,b,k,y\n");
        desk.write("bom.csv", "\uFEFF" + history);
        desk.write("semicolons.csv", history.replace(',', ';'));
        desk.write("constant.csv", Desk.changed(history, "b", cell -> "7"));
        desk.write("constants.csv", Desk.changed(Desk.changed(history, "b", cell -> "7"), "a", cell -> "7"));
        desk.write("flat.csv", Desk.changed(history, "y", cell -> "7"));
        desk.write("one.csv", Desk.changed(history, "y", cell -> "good"));
        desk.write("nan.csv", Desk.changed(Desk.changed(history, 3, "y", "NaN"), 5, "b", "-inf"));
        desk.write("twice.csv", Desk.changed(history, 6, "id", "T4"));
        desk.write("few.csv", String.join("\n", history.lines().limit(4).toList()) + "\n");
        desk.write("nameless.csv", Desk.without(history, "id"));
        desk.write("unseen.csv", Desk.changed(Desk.changed(candidates, 2, "k", "gren"), 4, "k", "gren"));
        desk.write("run.csv", history);
        desk.write("some-run.csv", candidates + "T5,0.5,0.5,red,300\nT7,0.1,0.2,red,300\n");
        desk.write("again.csv", "id,a,b,k\nN1" + history.lines().toList().get(3).replaceAll("^T3|,[^,]*$", "") + "\n");
        desk.write("prices.csv", prices(candidates));
        desk.write("no-a.csv", candidates.replace("id,a,", "id,q,"));
        desk.write("other.csv", "id,p,q,price\nC1,1,2,3\nC2,3,4,5\n");
        desk.write("hole.csv", Desk.changed(candidates, 3, "a", ""));
        desk.write("wordless.csv", Desk.changed(candidates, 3, "k", "?"));
        desk.write("valid.csv", Desk.without(history, "a"));
        desk.write("ugly.csv", Desk.changed(Desk.classes(), 6, "y", "ugly"));
        desk.write("plain.csv.gz", history);
        Files.write(folder.resolve("packed.csv"), gzip(history));
        desk.write("schema.yaml", "columns:\n- {name: a, role: configurable}\n");
        Files.createDirectory(folder.resolve("folder"));
        desk.write("folder/tests.csv", history);
        desk.write("o.csv", "what was there before");
    }

    private static String prices(String candidates) {
        return Desk.changed(Desk.changed(Desk.changed(candidates, 3, "price", ""), 4, "price", "0"), 5, "price", "-5");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Stream<Case> refused() {
        return Stream.concat(refusedFiles(), refusedOptions());
    }

    private static Stream<Case> refusedFiles() {
        return Stream.of(
                bad(
                        "target named twice",
                        2,
                        VALUE + "--train @h.csv --target z",
                        "'--target' (COL) should be specified only once"),
                bad(
                        "no such target",
                        3,
                        "value --method random --out @o.csv --target peek --train @h.csv",
                        "h.csv: found no column \"peek\" (target), expected one of the columns id, a, b, k, y"),
                bad("no target", 2, "value --method random --out @o.csv --train @h.csv", "Name it with --target COL"),
                bad(
                        "no target to rank by",
                        2,
                        "rank --train @h.csv --candidates @c.csv --batch 2 --out @o.csv",
                        "Name it with --target COL"),
                bad(
                        "text in a number",
                        3,
                        VALUE + "--train @text.csv",
                        "text.csv, line 4, column a: found \"abc\", expected a number"),
                bad(
                        "ragged row",
                        3,
                        VALUE + "--train @ragged.csv",
                        "ragged.csv, line 10: found 4 cells, expected 5 cells, as in the header. Maybe a comma is missing"),
                bad(
                        "empty file",
                        3,
                        VALUE + "--train @empty.csv",
                        "empty.csv: found an empty file, expected a header and at least one row"),
                bad("empty candidates", 3, RANK_TWO + "@empty.csv", "empty.csv: found an empty file"),
                bad(
                        "header alone",
                        3,
                        VALUE + "--train @header.csv",
                        "found a header and no rows, expected at least one row"),
                bad(
                        "semicolons",
                        3,
                        VALUE + "--train @semicolons.csv",
                        "line 1: found \";\" between the cells, expected commas",
                        "pandas"),
                bad(
                        "constant target",
                        3,
                        VALUE + "--train @flat.csv",
                        "flat.csv, column y: found the same number in every row, expected a target that varies. Maybe another column"),
                bad("one class", 3, VALUE + "--train @one.csv", "one.csv, column y: found a single class"),
                bad("no input varies", 3, VALUE + "--train @constants.csv --exclude k", "no input column that varies"),
                bad(
                        "target is configurable",
                        3,
                        RANK_TWO + "@c.csv --configurable a,y",
                        "column y: found the column named as target and as configurable"),
                bad(
                        "NaN and inf",
                        3,
                        VALUE + "--train @nan.csv",
                        "line 3, column y: found \"NaN\", expected a number. Leave the cell empty",
                        "line 5, column b: found \"-inf\""),
                bad(
                        "ids twice",
                        3,
                        VALUE + "--train @twice.csv --id id",
                        "line 6, column id: found \"T4\" again, as in line 5, expected a different id in every row"),
                bad(
                        "ids twice among candidates",
                        3,
                        RANK_TWO + "@twice.csv",
                        "twice.csv, line 6, column id: found \"T4\" again"),
                bad(
                        "unseen word",
                        3,
                        RANK_TWO + "@unseen.csv",
                        "unseen.csv, line 2, column k: found \"gren\" (in 2 rows), expected one of the words of the history: blue, green, red. Maybe \"green\"? If it is meant, --unseen allow"),
                bad(
                        "missing word that was never missing",
                        3,
                        RANK_TWO + "@wordless.csv",
                        "line 3, column k: found a missing cell",
                        "--unseen allow"),
                bad(
                        "all candidates have been run",
                        5,
                        RANK_TWO + "@run.csv",
                        "nothing to do: all 40 candidates of",
                        "have the id of a test in"),
                bad("the quiet are told too", 5, RANK_TWO + "@run.csv -q", "nothing to do: all 40 candidates"),
                bad(
                        "no such file",
                        3,
                        VALUE + "--train @hh.csv",
                        "hh.csv: found no such file, expected a CSV file in UTF-8, plain or gzip. Maybe \"h.csv\"?"),
                bad("no such candidates", 3, RANK_TWO + "@d.csv", "d.csv: found no such file"),
                bad(
                        "a folder",
                        3,
                        VALUE + "--train @folder",
                        "found a folder, expected a CSV file",
                        "Name a file in it, such as",
                        "folder/tests.csv"),
                bad(
                        "configurable that candidates lack",
                        3,
                        RANK_TWO + "@no-a.csv --configurable a,b",
                        "no-a.csv: found no column \"a\", expected the configurable column a of the history"),
                bad(
                        "no common input",
                        3,
                        RANK_TWO + "@other.csv",
                        "other.csv: found no input column of",
                        "Maybe the columns have other names in the two files?"),
                bad(
                        "valid with other columns",
                        3,
                        VALUE + "--train @h.csv --valid @valid.csv",
                        "valid.csv: found no column \"a\", expected the measured column a of the history"),
                bad(
                        "valid with words for the target",
                        3,
                        VALUE + "--train @h.csv --valid @classes.csv",
                        "classes.csv, line 2, column y: found \"",
                        "expected a number"),
                bad(
                        "valid with a new class",
                        3,
                        VALUE + "--train @classes.csv --valid @ugly.csv",
                        "ugly.csv, line 6, column y: found \"ugly\", expected one of the words of the history: bad, good"),
                bad(
                        "fewer tests than folds",
                        3,
                        VALUE + "--train @few.csv",
                        "few.csv: found 3 tests, expected at least 5, one for each holdout in turn. Add tests, or",
                        "folds=2"),
                bad(
                        "missing, zero and negative price",
                        3,
                        RANK_TWO + "@prices.csv --cost price",
                        "line 3, column price: found a missing cell",
                        "line 4, column price: found 0, expected a cost greater than 0. Give the price",
                        "line 5, column price: found -5"),
                bad(
                        "no such price",
                        3,
                        RANK_TWO + "@c.csv --cost prize",
                        "c.csv: found no column \"prize\"",
                        "Maybe \"price\"?"),
                bad(
                        "holes refused",
                        3,
                        RANK_TWO + "@hole.csv --missing refuse",
                        "hole.csv, line 3, column a: found a missing cell"));
    }

    private static Stream<Case> refusedOptions() {
        return Stream.of(
                bad("swapped command", 2, "rnak --train @h.csv", "there is no command rnak. Maybe \"rank\"?"),
                bad(
                        "misspelt option",
                        2,
                        VALUE + "--train @h.csv --exlude a",
                        "there is no option --exlude. Maybe \"--exclude\"?"),
                bad(
                        "batch above the pool",
                        2,
                        RANK + "--candidates @c.csv --batch 13",
                        "--batch (13) must be at most the number of candidates that are left (12)"),
                bad("batch 0", 2, RANK + "--candidates @c.csv --batch 0", "batch (0) must be at least 1"),
                bad("batch negative", 2, RANK + "--candidates @c.csv --batch -3", "batch (-3) must be at least 1"),
                bad(
                        "batch not a number",
                        2,
                        RANK + "--candidates @c.csv --batch many",
                        "'--batch': found \"many\", expected a whole number"),
                bad(
                        "out in no folder",
                        3,
                        VALUE.replace("@o.csv", "@no/o.csv") + "--train @h.csv",
                        "found no folder",
                        "Create the folder first"),
                bad(
                        "out is a folder",
                        3,
                        VALUE.replace("@o.csv", "@folder") + "--train @h.csv",
                        "folder: found a folder, expected a file to write"),
                bad("report in no folder", 3, RANK_TWO + "@c.csv --report @no/r.html", "Create the folder first"),
                bad(
                        "out is train",
                        2,
                        VALUE.replace("@o.csv", "@h.csv") + "--train @h.csv",
                        "--train and --out are the same file"),
                bad(
                        "out is train by another path",
                        2,
                        VALUE.replace("@o.csv", "@folder/../h.csv") + "--train @h.csv",
                        "--train and --out are the same file"),
                bad(
                        "out is valid",
                        2,
                        VALUE.replace("@o.csv", "@ugly.csv") + "--train @h.csv --valid @ugly.csv",
                        "--valid and --out are the same file"),
                bad(
                        "out is schema",
                        2,
                        VALUE.replace("@o.csv", "@schema.yaml") + "--train @h.csv --schema @schema.yaml",
                        "--schema and --out are the same file"),
                bad(
                        "out is candidates",
                        2,
                        RANK_TWO.replace("@o.csv", "@c.csv") + "@c.csv",
                        "--candidates and --out are the same file"),
                bad("out is report", 2, RANK_TWO + "@c.csv --report @o.csv", "--out and --report are the same file"),
                bad("candidates are train", 2, RANK_TWO + "@h.csv", "--train and --candidates are the same file"),
                bad(
                        "unknown key",
                        2,
                        VALUE + "--train @h.csv --set epoch=3",
                        "--set epoch: lossval with compact has no such setting. Maybe \"epochs\"? It knows activation, adam, batch"),
                bad(
                        "key of another model",
                        2,
                        VALUE + "--train @h.csv --set k=3",
                        "--set k: lossval with compact has no such setting. It knows"),
                bad(
                        "key of no model",
                        2,
                        RANK_TWO + "@c.csv --model linear --set k=3",
                        "--set k: the model linear has no such setting. It knows folds, standardise"),
                bad(
                        "no pair",
                        2,
                        VALUE + "--train @h.csv --set power",
                        "--set power: expected KEY=VALUE, such as --set epochs=30"),
                bad(
                        "key twice",
                        2,
                        VALUE + "--train @h.csv --set epochs=4",
                        "--set epochs=4: there is a --set epochs=3 already"),
                bad(
                        "setting of another type",
                        2,
                        BY_VALUE + "lossval --set epochs=three",
                        "--set epochs: found \"three\", expected a whole number"),
                bad(
                        "decimal comma",
                        2,
                        BY_VALUE + "lossval --set rate=0,1",
                        "--set rate: found \"0,1\", expected a number. Maybe a decimal point"),
                bad(
                        "unknown word",
                        2,
                        BY_VALUE + "lossval --set standardise=ture",
                        "--set standardise: found \"ture\", expected one of true, false. Maybe \"true\"?"),
                bad("epochs 0", 2, BY_VALUE + "lossval --set epochs=0", "epochs (0) must be at least 1"),
                bad("rate negative", 2, BY_VALUE + "lossval --set rate=-1", "rate (-1.0) must be a positive number"),
                bad("rate NaN", 2, BY_VALUE + "lossval --set rate=NaN", "--set rate: found \"NaN\", expected a number"),
                bad("repeats 0", 2, BY_VALUE + "lossval --set repeats=0", "repeats (0) must be at least 1"),
                bad("power 3", 2, BY_VALUE + "lossval --set power=3", "power (3) must be 0, 1 or 2"),
                bad("folds 1", 2, BY_VALUE + "lossval --set folds=1", "folds (1) must be at least 2"),
                bad("no trees", 2, BY_VALUE + "random --model forest --set models=0", "models (0) must be at least 1"),
                bad(
                        "more neighbours than tests",
                        2,
                        BY_VALUE + "random --model knn --set k=33",
                        "k (33) must be at most",
                        "32 of 40"),
                bad(
                        "unknown method",
                        2,
                        BY_VALUE + "losval",
                        "there is no method losval. Maybe \"lossval\"? All methods: lossval, lossval-reference, "),
                bad("a method twice", 2, SEVERAL + "loo,banzhaf,loo", "method loo is named twice"),
                bad("no models", 2, BY_VALUE + "banzhaf --set models=0", "models (0) must be at least 1"),
                bad("no time", 2, BY_VALUE + "banzhaf --set seconds=0", "seconds (0.0) must be a positive number"),
                bad("unknown sampling", 2, BY_VALUE + "data-shapley --set sampling=owens", "Maybe \"owen\"?"),
                bad(
                        "a certain member",
                        2,
                        BY_VALUE + "ame --set p=0.5,1",
                        "probability (1.0) must be above 0 and below 1"),
                bad("alpha 0", 2, BY_VALUE + "beta-shapley --set alpha=0", "alpha (0.0) must be a positive number"),
                bad(
                        "share 1",
                        2,
                        BY_VALUE + "influence-subsample --set share=1",
                        "share (1.0) must be above 0 and below 1"),
                bad(
                        "accuracy of numbers",
                        2,
                        BY_VALUE + "banzhaf --set metric=accuracy",
                        "--set metric is one of classes, but the target is a number. Maybe absolute-error?"),
                bad("no stability", 2, BY_VALUE + "banzhaf --set stability=1", "stability (1.0) must be at least 0"),
                bad("resume nothing", 2, SEVERAL + "banzhaf --resume", "Name it with --checkpoint F"),
                bad(
                        "nothing to keep",
                        2,
                        SEVERAL + "lossval --checkpoint @new.checkpoint",
                        "--checkpoint keeps the trainings of methods that retrain; lossval does not"),
                bad(
                        "a checkpoint that is there",
                        3,
                        SEVERAL + "banzhaf --checkpoint @c.csv",
                        "Add --resume to go on with it, or delete it"),
                bad(
                        "a checkpoint that is none",
                        3,
                        SEVERAL + "banzhaf --resume --checkpoint @c.csv",
                        "expected a checkpoint of this version"),
                bad(
                        "unknown strategy",
                        2,
                        RANK_TWO + "@c.csv --strategy farthest",
                        "there is no strategy farthest. Maybe \"farthest-point\"? All strategies: "),
                bad(
                        "unknown method in a strategy",
                        2,
                        RANK_TWO + "@c.csv --strategy value:losval",
                        "there is no method losval. Maybe \"lossval\"?"),
                bad(
                        "unknown model",
                        2,
                        VALUE + "--train @h.csv --model forrest",
                        "'--model': found \"forrest\", expected one of compact, dl4j, cnn, linear, forest, knn. Maybe \"forest\"?"),
                bad(
                        "unknown diversity",
                        2,
                        BY_VALUE + "lossval --diversity corset",
                        "expected one of none, coreset, kmedians, badge. Maybe \"coreset\"?"),
                bad(
                        "method and strategy",
                        2,
                        BY_VALUE + "lossval --strategy random",
                        "--method lossval is short for --strategy value:lossval: name one of the two"),
                bad(
                        "spread out twice",
                        2,
                        RANK_TWO + "@c.csv --strategy farthest-point --diversity coreset",
                        "farthest-point spreads its batch out already. Maybe without coreset?"),
                bad(
                        "spread out twice in one name",
                        2,
                        RANK_TWO + "@c.csv --strategy error+coreset --diversity coreset",
                        "error+coreset spreads its batch out already"),
                bad(
                        "entropy of a number",
                        2,
                        RANK_TWO + "@c.csv --strategy entropy",
                        "strategy entropy chooses between classes, but the target is a number. Maybe uncertainty?"),
                bad(
                        "an ensemble of equals",
                        2,
                        RANK_TWO + "@c.csv --strategy bald --model linear",
                        "but the model is linear. Maybe --model compact?"),
                bad(
                        "ads without a network",
                        2,
                        RANK_TWO + "@c.csv --strategy ads --model forest",
                        "but the model is forest. Maybe --model compact?"),
                bad(
                        "ads of more than all",
                        2,
                        RANK_TWO + "@c.csv --strategy ads --set preselected=1.5",
                        "the preselected share (1.5) must be above 0 and at most 1. Maybe 0.3?"),
                bad(
                        "the best of nowhere",
                        2,
                        RANK_TWO + "@c.csv --strategy ads --set within=pol",
                        "--set within: found \"pol\", expected one of cell, pool. Maybe \"pool\"?"),
                bad(
                        "the exact worth of numbers",
                        2,
                        RANK_TWO + "@c.csv --strategy ads --set worth=exact",
                        "but the target is a number. Maybe worth=neighbours?"),
                bad(
                        "a setting of ads for another",
                        2,
                        RANK_TWO + "@c.csv --strategy alc --set preselected=0.5",
                        "--set preselected: the model"),
                bad(
                        "nearly a strategy",
                        2,
                        RANK_TWO + "@c.csv --strategy error-covrage",
                        "there is no strategy error-covrage. Maybe \"error-coverage\"?"),
                bad(
                        "lossval without a network",
                        2,
                        BY_VALUE + "lossval --model forest",
                        "method lossval takes part in the training of a network, but the model is forest. Maybe --model compact?"),
                bad(
                        "budget without prices",
                        2,
                        RANK_TWO + "@c.csv --exclude price --budget 500",
                        "--budget needs the price of every candidate. Maybe --cost COL?"),
                bad(
                        "budget below every price",
                        5,
                        RANK_TWO + "@c.csv --budget 99.5",
                        "nothing to do: a budget of 99.5 buys none of the candidates: the cheapest costs 100"),
                bad("budget 0", 2, RANK_TWO + "@c.csv --budget 0", "budget (0.0) must be greater than 0"),
                bad(
                        "budget in words",
                        2,
                        RANK_TWO + "@c.csv --budget lots",
                        "'--budget': found \"lots\", expected a number"),
                bad("threads 0", 2, VALUE + "--train @h.csv --threads 0", "--threads (0) must be at least 1"),
                bad(
                        "seed in words",
                        2,
                        VALUE + "--train @h.csv --seed one",
                        "'--seed': found \"one\", expected a whole number"),
                bad(
                        "rate so high that weights overflow",
                        1,
                        VALUE.replace("epochs=3", "epochs=9") + "--train @h.csv --set rate=1e300",
                        "Maybe the learning rate is too high?"),
                bad("no options", 2, "rank", "--train", "--candidates", "--batch", "--out"),
                bad("unknown option", 2, VALUE + "--train @h.csv --methd lossval", "--methd", "--method"),
                bad("no command", 2, "--json", "Name a command."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Case bad) {
        Map<String, String> before = desk.contents();

        Outcome outcome = desk.run(bad.line());

        assertEquals(bad.code(), outcome.code(), outcome.err());
        bad.says().forEach(words -> assertTrue(outcome.err().contains(words), words + " is not in " + outcome.err()));
        assertEquals("", outcome.out());
        assertEquals(before, desk.contents());
        assertFalse(outcome.err().contains("Exception"), outcome.err());
        assertFalse(outcome.err().contains(".  "), outcome.err());
        assertEquals(
                bad.code() == 2,
                outcome.err().contains("Try `assay"),
                "wrong usage, and only that, points to the help: " + outcome.err());
    }

    private static Stream<Case> accepted() {
        return Stream.of(
                odd("byte order mark", VALUE + "--train @bom.csv"),
                odd(
                        "constant input",
                        VALUE + "--train @constant.csv",
                        "warning: ",
                        "constant.csv, column b: found the same in every row"),
                odd(
                        "ids twice, undeclared",
                        VALUE + "--train @twice.csv",
                        "column id: found \"T4\" in lines 5 and 6",
                        "say --id id"),
                odd("valid is train", VALUE + "--train @h.csv --valid @folder/../h.csv"),
                odd("plain text named gz", VALUE + "--train @plain.csv.gz"),
                odd("gzip without the name", VALUE + "--train @packed.csv"),
                odd(
                        "unseen word allowed",
                        GAPS + "@unseen.csv --unseen allow",
                        "found \"gren\" (in 2 rows)",
                        "models see none of the known words in its place"),
                odd(
                        "some candidates have been run",
                        GAPS + "@some-run.csv",
                        "found 2 of 14 candidates with the id of a known test: T5, T7",
                        "They are left out of the plan"),
                odd(
                        "hole in a candidate",
                        GAPS + "@hole.csv",
                        "hole.csv, line 3, column a: found a missing cell",
                        "The mean of the known tests takes its place"),
                odd("holes dropped", GAPS + "@hole.csv --missing drop", "1 of 12 rows with a missing cell: a (1)"),
                odd("enums in capitals", GAPS + "@c.csv --model LINEAR"),
                odd("cost in the candidates alone", GAPS + "@c.csv --cost price --budget 500"),
                odd(
                        "price excluded",
                        GAPS + "@c.csv --exclude price",
                        "c.csv, column price: found a column that the history does not have"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void worksAndSaysWhatIsOdd(Case odd) {
        Outcome outcome = desk.run(odd.line());

        assertEquals(0, outcome.code(), outcome.err());
        odd.says().forEach(words -> assertTrue(outcome.err().contains(words), words + " is not in " + outcome.err()));
        assertEquals(odd.says().isEmpty(), outcome.err().isEmpty(), outcome.err());
        assertFalse(desk.text("o.csv").contains("before"));
        assertTrue(desk.contents().keySet().stream().noneMatch(name -> name.endsWith(".tmp")));
    }

    @Test
    void sameSettingsUnderANewIdAreARepeat() {
        Outcome outcome = desk.run(RANK + "--batch 1 --candidates @again.csv");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(List.of("1", "N1"), desk.rows("o.csv").get(1).subList(0, 2));
        assertTrue(desk.text("o.csv").contains("repeats the settings of T3"), desk.text("o.csv"));
    }

    @Test
    void candidatesKeepTheirIdsIfTheHistoryHasNone() {
        Outcome outcome = desk.run("rank --train @nameless.csv --candidates @c.csv --target y --batch 2 --out @o.csv");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("", outcome.err());
        desk.rows("o.csv").stream().skip(1).forEach(row -> assertTrue(row.get(1).startsWith("C"), row.toString()));
    }

    @Test
    void aBudgetThatBuysLessThanTheBatchSaysSo() {
        Outcome outcome = desk.run(RANK + "--batch 5 --candidates @c.csv --budget 350 --json");

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("The budget of 350 buys "), outcome.out());
        double spent = desk.rows("o.csv").stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.get(8)))
                .sum();
        assertTrue(spent > 0 && spent <= 350, "spent " + spent);
    }

    /** Skipped where the user may write everywhere. */
    @Test
    void aFolderWithoutPermissionIsLeftAlone() throws IOException {
        Path locked = folder.resolve("folder");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(locked), "skipped: permissions do not bind this user");
            Outcome outcome = desk.run(VALUE.replace("@o.csv", "@folder/o.csv") + "--train @h.csv");
            assertEquals(3, outcome.code());
            assertTrue(outcome.err().contains("no permission to write in"), outcome.err());
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFullDiskIsNoCrash() {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "skipped: there is no /dev/full");

        Outcome outcome = desk.run(VALUE.replace("@o.csv", "/dev/full") + "--train @h.csv");

        assertEquals(3, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("/dev/full: found No space left on device"), outcome.err());
        assertEquals("", outcome.out());
    }
}
