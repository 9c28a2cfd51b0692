package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.campaigns.Main;
import assay.campaigns.cli.Desk.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code simulate}: what it writes, that it repeats and resumes, and what it makes of bad input. */
class SimulateCommandTest {

    private static final String TWO = "simulate --pool @h.csv --target y --initial 8 --batch 4 --rounds 3"
            + " --strategy farthest-point --repeats 3 --model knn --out @o.csv ";

    /** 100 campaigns, long enough to be killed in between. */
    private static final String LONG =
            TWO.replace("--repeats 3", "--repeats 25").replace("--model knn", "--model forest --set models=40")
                    + "--no-progress ";

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() {
        desk = new Desk(folder);
        desk.write("h.csv", Desk.history());
        desk.write("classes.csv", Desk.classes());
        desk.write("dated.csv", dated());
        desk.write("undated.csv", Desk.changed(dated(), 4, "date", ""));
        desk.write("test.csv", Desk.history());
        desk.write("text.csv", Desk.changed(Desk.history(), 4, "a", "abc"));
    }

    private static String dated() {
        StringBuilder text = new StringBuilder("id,date,a,b,y\n");
        for (int i = 1; i <= 40; i++) {
            // Results that grow with time, so that the order shows in them.
            text.append(
                    "T%d,20%02d-01-01,%s,%s,%d\n".formatted(i, 60 - i, i * 7 % 41 / 41.0, i * 17 % 41 / 41.0, 60 - i));
        }
        return text.toString();
    }

    private List<List<String>> timeless(String name) {
        return desk.rows(name).stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    private Outcome ran(String line) {
        Outcome outcome = desk.run(line);
        assertEquals(0, outcome.code(), line + "\n" + outcome.err());
        return outcome;
    }

    @Test
    void everyArmIsScoredAfterEveryRoundOfEveryDeal() {
        Outcome outcome = ran(TWO);
        List<List<String>> rows = desk.rows("o.csv");

        assertEquals("strategy,repeat,round,labelled,metric,score,seconds", String.join(",", rows.get(0)));
        // Three runs of random choice and one of farthest-point, 3 deals, 4 stages, 5 metrics.
        assertEquals(1 + 4 * 3 * 4 * 5, rows.size());
        assertEquals(List.of("random", "1", "0", "8", "rmse"), rows.get(1).subList(0, 5));
        assertEquals("", rows.get(1).get(6), "nothing was chosen before the first round");
        assertEquals(
                List.of("farthest-point", "3", "3", "20", "r2"),
                rows.get(rows.size() - 1).subList(0, 5));
        assertTrue(outcome.err().contains("random choice is added"), outcome.err());
        assertTrue(outcome.out().contains("random"), outcome.out());
        assertFalse(Files.exists(folder.resolve("o.csv.journal")), "all is in the file");
    }

    /** Common random numbers: all arms start with the same model on the same deal. */
    @Test
    void allArmsStartAlike() {
        ran(TWO);
        List<List<String>> starts = desk.rows("o.csv").stream()
                .filter(row -> row.get(2).equals("0") && row.get(4).equals("rmse"))
                .toList();
        assertEquals(12, starts.size());
        for (List<String> start : starts) {
            List<String> same = starts.stream()
                    .filter(row -> row.get(1).equals(start.get(1)))
                    .map(row -> row.get(5))
                    .distinct()
                    .toList();
            assertEquals(1, same.size(), start.toString());
        }
    }

    @Test
    void theSameSeedGivesTheSameFileOnAnyNumberOfThreads() {
        ran(TWO + "--threads 1 --summary @s.csv");
        List<List<String>> once = timeless("o.csv");
        String summary = desk.text("s.csv");
        ran(TWO + "--threads 3 --summary @s.csv");

        assertEquals(once, timeless("o.csv"));
        assertEquals(summary, desk.text("s.csv"));
        ran(TWO + "--seed 2");
        assertNotEquals(once, timeless("o.csv"), "another seed deals other tests");
    }

    @Test
    void theSummaryHasALineForEveryStrategyAndTheBaselineFirst() throws IOException {
        Outcome outcome = ran("--json " + TWO + "--summary @s.csv");
        List<List<String>> rows = desk.rows("s.csv");
        JsonNode document = new ObjectMapper().readTree(outcome.out());

        assertEquals(
                "strategy,score_final,auc,diff_vs_random,lower,upper,p_adjusted,tests_saved,tests_saved_lower,"
                        + "tests_saved_upper,verdict",
                String.join(",", rows.get(0)));
        assertEquals(
                List.of("random", "baseline"),
                List.of(rows.get(1).get(0), rows.get(1).get(10)));
        assertEquals("farthest-point", rows.get(2).get(0));
        double difference = Double.parseDouble(rows.get(2).get(3));
        assertTrue(Double.parseDouble(rows.get(2).get(4)) < difference);
        assertTrue(Double.parseDouble(rows.get(2).get(5)) > difference);
        assertEquals(
                difference,
                document.get("strategies").get(1).get("diff_vs_random").asDouble(),
                0);
        assertEquals("rmse", document.get("metric").asText());

        double sum = 0;
        for (List<String> row : desk.rows("o.csv")) {
            if (row.get(0).equals("farthest-point")
                    && row.get(4).equals("rmse")
                    && !row.get(2).equals("0")) {
                sum += Double.parseDouble(row.get(5)) / 9;
            }
        }
        assertEquals(
                sum, Double.parseDouble(rows.get(2).get(2)), 1e-6, "auc is the mean over rounds 1 to 3 of 3 deals");
    }

    @Test
    void thePageSaysTheSameAsTheSummary() {
        ran(TWO.replace("farthest-point", "farthest-point,null") + "--summary @s.csv --report @p.html");
        String page = desk.text("p.html");
        for (List<String> row : desk.rows("s.csv").subList(2, 4)) {
            assertTrue(page.contains("<th scope=\"row\">" + row.get(0)), row.toString());
            assertTrue(page.contains(row.get(10)), row.toString());
        }
        assertTrue(page.contains("Which strategy buys better tests of y?"));
        assertEquals(2, page.split("<polygon class=\"band\"", -1).length - 1, "a band for each");
    }

    @Test
    void oneRepeatHasNoIntervalAndNoVerdict() {
        Outcome outcome = ran(TWO.replace("--repeats 3", "--repeats 1") + "--summary @s.csv");
        assertTrue(outcome.out().contains("ask for more --repeats"), outcome.out());
        assertEquals(List.of("", "", ""), desk.rows("s.csv").get(2).subList(4, 7));
    }

    @Test
    void classesAreScoredByOtherMetrics() {
        Outcome outcome = ran(TWO.replace("@h.csv", "@classes.csv") + "--metric balanced-accuracy");
        assertEquals(
                List.of("accuracy", "balanced-accuracy", "log-loss", "brier"),
                desk.rows("o.csv").subList(1, 5).stream().map(row -> row.get(4)).toList());
        assertTrue(outcome.out().contains("balanced error rate"), outcome.out());
    }

    /** A result of 0 has no relative error: nothing is compared, and nothing is called significant. */
    @Test
    void anInfiniteMetricIsNotCompared() {
        desk.write("zero.csv", Desk.changed(Desk.history(), "y", cell -> cell.compareTo("1") < 0 ? "0" : cell));
        Outcome outcome = ran(TWO.replace("@h.csv", "@zero.csv") + "--metric mape --summary @s.csv");
        assertTrue(outcome.err().contains("mape is not finite in every round"), outcome.err());
        assertEquals(List.of("", "", "", ""), desk.rows("s.csv").get(2).subList(3, 7));
        assertEquals("not told apart from random", desk.rows("s.csv").get(2).get(10));
    }

    /** Ten of 40 are dealt in time: all that is known at first is older than all that is predicted, so the error of a mean is large. */
    @Test
    void timeOrderPredictsTheFuture() {
        String line = "simulate --pool @dated.csv --target y --initial 8 --batch 4 --rounds 3 --strategy random"
                + " --repeats 2 --model knn --set k=8 --out @o.csv ";
        Outcome random = ran(line);
        double dealt = Double.parseDouble(desk.rows("o.csv").get(1).get(5));
        ran(line + "--time date");
        double inTime = Double.parseDouble(desk.rows("o.csv").get(1).get(5));

        assertTrue(random.err().contains("--time date replays them in order of time"), random.err());
        assertTrue(dealt < 15, "random deals: " + dealt);
        assertTrue(inTime > 22, "the newest seven of 59 .. 20 from the mean of the oldest eight: " + inTime);
    }

    @Test
    void aTestFileIsTestedOnAndThePoolIsBoughtWhole() {
        ran(TWO.replace("--rounds 3", "--rounds 8") + "--test @test.csv");
        List<List<String>> rows = desk.rows("o.csv");
        assertEquals("40", rows.get(rows.size() - 1).get(3));
    }

    @Test
    void moneyLimitsARound() {
        desk.write("priced.csv", priced());
        ran("simulate --pool @priced.csv --target y --cost price --budget 25 --initial 8 --batch 4 --rounds 2"
                + " --strategy farthest-point --repeats 2 --model knn --out @o.csv");
        for (List<String> row : desk.rows("o.csv")) {
            if (row.get(2).equals("1")) {
                assertEquals("10", row.get(3), "two tests of 10 each for 25");
            }
        }
    }

    /** Tests above a = 0.5 have larger results: models that are scored there alone err otherwise, from the start. */
    @Test
    void aRegionIsWhereModelsAreScored() {
        ran(TWO);
        String everywhere = desk.rows("o.csv").get(1).get(5);
        ran(TWO.replace("farthest-point", "random-in-region") + "--region a>0.5");
        assertNotEquals(everywhere, desk.rows("o.csv").get(1).get(5));
        assertEquals(1 + 4 * 3 * 4 * 5, desk.rows("o.csv").size());
    }

    @Test
    void aBanditSaysWhatItCost() {
        Outcome outcome =
                ran(TWO.replace("--initial 8", "--initial 12").replace("farthest-point", "farthest-point,bandit"));
        assertTrue(
                outcome.out().contains("Regret of bandit: ") && outcome.out().contains("in hindsight"), outcome.out());
        desk.write("c.csv", Desk.candidates());
        Outcome plan =
                desk.run("rank --train @h.csv --candidates @c.csv --target y --strategy bandit --batch 2 --out @p.csv");
        assertEquals(2, plan.code());
        assertTrue(plan.err().contains("`assay simulate` has them. Maybe auto?"), plan.err());
    }

    private static String priced() {
        StringBuilder text = new StringBuilder();
        for (String line : Desk.history().lines().toList()) {
            String price = text.length() == 0 ? ",price" : ",10";
            text.append(line).append(price).append('\n');
        }
        return text.toString();
    }

    /** However much of the journal is left. */
    @Test
    void anInterruptedRunGoesOnToTheSameFile() throws IOException, InterruptedException {
        ran(LONG + "--summary @s.csv");
        List<List<String>> whole = timeless("o.csv");
        String summary = desk.text("s.csv");
        Files.delete(folder.resolve("o.csv"));
        byte[] journal = killed(LONG, 30);
        for (int cut : new int[] {0, 1, 300}) {
            Files.write(folder.resolve("o.csv.journal"), Arrays.copyOf(journal, journal.length - cut));
            Files.deleteIfExists(folder.resolve("o.csv"));
            Outcome resumed = ran(LONG + "--summary @s.csv --resume");
            assertEquals(whole, timeless("o.csv"), "cut by " + cut);
            assertEquals(summary, desk.text("s.csv"), "cut by " + cut);
            assertTrue(finished(resumed) >= 25, resumed.err());
        }
    }

    /** A process of its own, killed without warning, started again and killed again. */
    @Test
    void killedTwiceItEndsAsIfNothingHadBeen() throws IOException, InterruptedException {
        ran(LONG);
        List<List<String>> whole = timeless("o.csv");
        Files.delete(folder.resolve("o.csv"));
        killed(LONG, 30);
        killed(LONG + "--resume", 60);
        Outcome resumed = ran(LONG + "--resume");

        assertEquals(whole, timeless("o.csv"));
        assertTrue(finished(resumed) >= 55, resumed.err());
    }

    private static int finished(Outcome resumed) {
        return Integer.parseInt(resumed.err().replaceAll("(?s).*: (\\d+) finished campaigns.*", "$1"));
    }

    /** Kills a process when so many campaigns are finished; the journal that it leaves. */
    private byte[] killed(String line, int campaigns) throws IOException, InterruptedException {
        Path journal = folder.resolve("o.csv.journal");
        // A record: length, hash and number of the work, of each of 4 stages tests, seconds and 5 metrics, and a
        // checksum.
        long size = campaigns * (4L + 12 + 4 * 7 * 8 + 4);
        Process process = process(line + " --threads 1");
        while (process.isAlive() && sizeOf(journal) < size) {
            Thread.sleep(1);
        }
        boolean interrupted = process.isAlive();
        process.destroyForcibly().waitFor();
        assertTrue(interrupted, "it was over before it could be killed");
        assertFalse(Files.exists(folder.resolve("o.csv")), "no half of a file");
        return Files.readAllBytes(journal);
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Process process(String line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        for (String word : line.strip().split(" +")) {
            command.add(word.startsWith("@") ? folder + "/" + word.substring(1) : word);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aForgottenJournalIsNotLost() throws IOException, InterruptedException {
        byte[] journal = killed(LONG, 3);
        Outcome anew = desk.run(LONG);

        assertEquals(3, anew.code());
        assertTrue(anew.err().contains("Add --resume"), anew.err());
        Outcome other = desk.run(LONG + "--resume --seed 5");
        assertEquals(3, other.code());
        assertTrue(other.err().contains("results for seed 1"), other.err());
        assertEquals(
                new String(journal, StandardCharsets.ISO_8859_1),
                Files.readString(folder.resolve("o.csv.journal"), StandardCharsets.ISO_8859_1));
    }

    /** More repeats add deals and leave the others as they are. */
    @Test
    void repeatsArePrefixes() {
        ran(TWO);
        List<List<String>> three = timeless("o.csv");
        ran(TWO.replace("--repeats 3", "--repeats 5"));
        List<List<String>> five = new ArrayList<>(timeless("o.csv"));
        assertTrue(five.containsAll(three));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no such strategy | --strategy farthest-pint | 2 | Maybe \"farthest-point\"?",
                "strategy twice | --strategy random,random | 2 | --strategy names random twice",
                "no initial tests | --initial 0 | 2 | --initial (0) must be at least 1",
                "no batch | --batch 0 | 2 | --batch (0) must be at least 1",
                "no rounds | --rounds -1 | 2 | --rounds (-1) must be at least 1",
                "no repeats | --repeats 0 | 2 | --repeats (0) must be at least 1",
                "no random runs | --random-runs 0 | 2 | --random-runs (0) must be at least 1",
                "no trainings | --retrainings 0 | 2 | --retrainings (0) must be at least 1",
                "too many rounds | --rounds 9 | 2 | 8 tests to start with and 36 to buy need 44",
                "more than an int | --batch 2000000 --rounds 2000000 | 2 | is too much",
                "too small a pool | --pool-size 5 | 2 | 12 to buy from 5 need 20",
                "too large a pool | --pool-size 500 | 2 | need 508",
                "too large a test | --test-size 30 | 2 | less 30 to test on",
                "initial is a word | --initial many | 2 | found \"many\", expected a whole number",
                "metric of classes | --metric accuracy | 2 | --metric accuracy cannot be measured of numbers; possible are rmse",
                "no such metric | --metric rsme | 2 | rmse",
                "no prices | --budget 10 | 2 | --budget needs the price of every test",
                "no money | --budget -1 | 2 | budget (-1.0) must be greater than 0",
                "unreadable region | --region a>>0.5 | 2 | a>>0.5",
                "empty region | --region a>5 | 2 | no test of",
                "region of a stranger | --region mass<5 | 2 | no column mass",
                "test twice | --test @test.csv --test-size 3 | 2 | give one of the two",
                "unknown setting | --set epoch=3 | 2 | epoch",
                "no target | --target q | 3 | found no column \"q\" (target)",
                "no time | --time when | 3 | found no column \"when\"",
                "undated | --pool @undated.csv --time date | 3 | line 4, column date: found a missing cell",
                "no file | --pool @none.csv | 3 | none.csv",
                "text in a number | --pool @text.csv | 3 | line 4, column a: found \"abc\"",
                "out is pool | --out @h.csv | 2 | are the same file",
                "summary is out | --summary @o.csv | 2 | are the same file",
                "report is pool | --report @h.csv | 2 | are the same file",
                "out is a folder | --out @ | 3 | found a folder",
                "method for classes | --strategy value:nddv-reference --model compact | 2 | values classes only",
                "network method | --strategy value:lossval | 2 | Maybe --model compact?"
            })
    void badInputIsRefusedAndNothingIsWritten(String name, String options, int code, String says) {
        List<String> words = new ArrayList<>(List.of(options.split(" ")));
        StringBuilder line = new StringBuilder("simulate");
        for (Map.Entry<String, String> option : Map.of(
                        "--pool", "@h.csv",
                        "--target", "y",
                        "--initial", "8",
                        "--batch", "4",
                        "--rounds", "3",
                        "--strategy", "farthest-point",
                        "--repeats", "2",
                        "--model", "knn",
                        "--out", "@o.csv")
                .entrySet()) {
            if (!words.contains(option.getKey())) {
                line.append(' ').append(option.getKey()).append(' ').append(option.getValue());
            }
        }
        Map<String, String> before = desk.contents();

        Outcome outcome = desk.run(line + " " + options);

        assertEquals(code, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(says), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(before, desk.contents());
    }

    @ParameterizedTest
    @CsvSource({"yacht/yacht.csv, resistance, rmse", "spambase/spambase.csv, class, error rate"})
    void publishedDataAreSimulated(String source, String target, String loss) {
        Path path = DATA.resolve(source);
        assumeTrue(Files.exists(path), "skipped: there is no " + path);

        Outcome outcome = ran("simulate --pool " + path + " --target " + target + " --task "
                + (loss.equals("rmse") ? "regression" : "classification")
                + " --initial 30 --batch 5 --rounds 2 --strategy farthest-point --repeats 3 --pool-size 100"
                + " --test-size 60 --model linear --out @o.csv");

        assertTrue(outcome.out().toLowerCase(Locale.ROOT).contains(loss), outcome.out());
    }

    /** There is no holdout in a simulation, and no option for one. */
    @Test
    void anExactWorthHasNoHoldout() {
        Outcome outcome = desk.run(
                TWO.replace("@h.csv", "@classes.csv").replace("knn", "compact").replace("farthest-point", "ads")
                        + "--set worth=exact");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("but there is none. Maybe worth=neighbours?"), outcome.err());
    }
}
