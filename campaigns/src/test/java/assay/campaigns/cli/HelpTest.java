package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.campaigns.cli.Desk.Outcome;
import assay.crash.format.CrashFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of every command: complete, and its examples run as they are printed on a terminal of 80 columns. */
class HelpTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "value, --train --valid --target --task --id --exclude --model --method --set --out --checkpoint --resume",
        "rank, --train --valid --candidates --target --configurable --strategy --method --batch --cost --budget"
                + " --diversity --out --report --set --model --unseen --missing --where --forbid --quota --limit --pin --ban"
                + " --pending --failed --retry-failed --repeats --region",
        "evaluate, --data --target --task --noise --rate --method --repeats --train-size --valid-size --test-size --out"
                + " --curves --resume --holdout --constants",
        "simulate, --pool --test --initial --batch --rounds --strategy --repeats --out --summary --metric --retrainings"
                + " --random-runs --pool-size --test-size --budget --region --resume --report --time --configurable --model",
        "generate, --rows --out --noise --inert --truth",
        "doctor, --schema --target --configurable",
        "crash import, PATH --out --write-schema --all-configurations --keep-unlabelled --pulse --slowest --fastest --cfc"
                + " --redundant --rolc-threshold --olc-plus-plus",
        "crash criteria, PATH --slowest --fastest --cfc --redundant --rolc-threshold --olc-plus-plus",
        "crash, import criteria simulate",
        "crash simulate, --tests --out --truth --candidates --candidate-tests --candidate-years --label-noise --defects --archive"
                + " --years",
        "'', --seed --threads --json -q -v --no-progress --help --version"
    })
    void namesEveryOption(String command, String options) {
        Outcome help = Desk.run((command + " --help").strip().split(" "));

        assertEquals(0, help.code(), help.err());
        assertEquals("", help.err());
        for (String option : options.split(" ")) {
            assertTrue(help.out().contains(option), option);
        }
    }

    @Test
    void theRootNamesEveryCommandAndExitCode() {
        Outcome help = Desk.run(new String[] {"--help"});

        for (String word : List.of(
                "value",
                "rank",
                "evaluate",
                "simulate",
                "generate",
                "doctor",
                "crash",
                "5  ",
                "nothing to do",
                "130")) {
            assertTrue(help.out().contains(word), word);
        }
        assertEquals(0, Desk.run(new String[] {"--version"}).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "rank",
                "evaluate",
                "simulate",
                "generate",
                "doctor",
                "crash import",
                "crash criteria",
                "crash simulate"
            })
    void examplesRun(String command) throws IOException {
        Files.createDirectory(folder.resolve("ncap"));
        Desk desk = new Desk(folder);
        desk.write("tests.csv", tests("peak"));
        desk.write("train.csv", classes(0));
        desk.write("valid.csv", classes(1));
        desk.write("candidates.csv", Desk.without(tests("price").replace("\nT", "\nC"), "date"));
        new MadeUpCrash(11, 56.3, 25).write(CrashFormat.EV5, folder.resolve("ncap/v00011.zip"));
        new MadeUpCrash(12, 56.3, 26).write(CrashFormat.EV5, folder.resolve("v10146.zip"));
        String help = Desk.run((command + " --help").split(" ")).out();
        List<String> examples = examples(help);

        assertTrue(examples.size() >= 2, help);
        for (String example : examples) {
            String line = example.replaceAll("(\\S+\\.(csv|html|yaml|zip)|\\bncap\\b)", "@$1")
                    .replaceFirst("^assay ", "");
            Outcome outcome = desk.run(line);
            assertEquals(0, outcome.code(), example + "\n" + outcome.err());
            assertFalse(outcome.out().isEmpty(), example);
        }
    }

    /** Commands after the word Examples, with the lines that a backslash continues. */
    private static List<String> examples(String help) {
        List<String> examples = new ArrayList<>();
        String open = "";
        for (String line : help.substring(help.indexOf("Examples:"))
                .lines()
                .map(String::strip)
                .toList()) {
            boolean isCommand = line.startsWith("assay ") || !open.isEmpty();
            String whole = open + line;
            open = isCommand && line.endsWith("\\") ? whole.substring(0, whole.length() - 1) : "";
            if (isCommand && open.isEmpty()) {
                examples.add(whole);
            }
        }
        return examples;
    }

    /** 40 rows of id, date, mass, speed, and a number of the given name that is greater than 0. */
    private static String tests(String last) {
        StringBuilder text = new StringBuilder("id,date,mass [kg],speed [km/h],%s\n".formatted(last));
        for (int i = 1; i <= 40; i++) {
            int mass = 1000 + i * 37 % 41 * 20;
            int speed = 30 + i * 17 % 41;
            text.append("T%d,2024-01-%02d,%d,%d,%s\n"
                    .formatted(i, 1 + i % 28, mass, speed, 1000 + mass / 10.0 + speed * speed));
        }
        return text.toString();
    }

    private static String classes(int shift) {
        StringBuilder text = new StringBuilder("x,z,class\n");
        for (int i = 1; i <= 40; i++) {
            int x = (i + shift) * 11 % 41;
            text.append("%d,%d,%s\n".formatted(x, i * 7 % 41, x > 20 ? "high" : "low"));
        }
        return text.toString();
    }

    @Test
    void aContinuedLineIsOneExample() {
        assertEquals(
                List.of("assay a --b c", "assay d"),
                examples(String.join(
                        "\n", Arrays.asList("Examples:", "  Why?", "  assay a \\", "     --b c", "  assay d"))));
    }
}
