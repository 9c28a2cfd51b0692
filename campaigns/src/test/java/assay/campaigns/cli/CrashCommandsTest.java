package assay.campaigns.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.campaigns.cli.Desk.Outcome;
import assay.crash.format.CrashFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay crash import} and {@code assay crash criteria} on made-up tests whose ROLC_p is known. */
class CrashCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CAMRY = Path.of("../../shared/data/crash/v10146.zip");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void files() throws IOException {
        desk = new Desk(folder);
        Files.createDirectories(folder.resolve("ncap/more"));
        new MadeUpCrash(11, 56.3, 25).write(CrashFormat.EV5, folder.resolve("ncap/v00011.zip"));
        new MadeUpCrash(12, 57.09, 27).write(CrashFormat.ISO_MME, folder.resolve("ncap/more/twelve.zip"));
        new MadeUpCrash(13, 56.0, 23).write(CrashFormat.EV5, folder.resolve("ncap/more/v00013"));
        new MadeUpCrash(14, 47.8, 20).write(CrashFormat.EV5, folder.resolve("slow.zip"));
        new MadeUpCrash(15, 56.3, 0).write(CrashFormat.EV5, folder.resolve("chestless.zip"));
        desk.write("broken.zip", "no archive");
    }

    private Map<String, Double> rolc(String file) {
        List<List<String>> rows = desk.rows(file);
        int column = rows.get(0).indexOf("ROLC_p [g]");
        Map<String, Double> rolc = new TreeMap<>();
        rows.subList(1, rows.size())
                .forEach(row -> rolc.put(
                        row.get(0), row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column))));
        return rolc;
    }

    @Test
    void importsAMixOfFoldersFormatsAndFiles() {
        Outcome outcome = desk.run("crash import @ncap @slow.zip @chestless.zip --out @t.csv");

        assertEquals(0, outcome.code(), outcome.err());
        Map<String, Double> rolc = rolc("t.csv");
        assertEquals(Set.of("11", "12", "13"), rolc.keySet());
        assertEquals(25, rolc.get("11"), 0.2);
        assertEquals(27, rolc.get("12"), 0.2);
        assertEquals(23, rolc.get("13"), 0.2);
        for (String words : List.of(
                "taken    11  2019 TOYOTA CAMRY: ROLC_p 24.8",
                "car from curves [1, 2]; chest from curves [3]",
                "skipped  14  2019 TOYOTA CAMRY: its speed of 47.8 km/h is not between 55 and 57.5 km/h",
                "skipped  15  2019 TOYOTA CAMRY: it has no ROLC_p",
                "5 tests read, 3 taken, 2 skipped; 0 problems of files")) {
            assertTrue(outcome.out().contains(words), words + "\n" + outcome.out());
        }
    }

    @Test
    void theCuriousHearWhyEachChoiceWasMade() {
        String err = desk.run("crash import @ncap --out @t.csv -v").err();

        assertTrue(
                err.contains("test 12: the car's acceleration is the mean of curve 1 (FLLR) and curve 2 (FLRR)"), err);
        assertEquals("", desk.run("crash import @ncap --out @t.csv").err());
    }

    @Test
    void headerNamesThePapersFeaturesWithUnits() {
        desk.run("crash import @ncap --out @t.csv --pulse 0");

        assertEquals(
                "id,date,vehicle,body,mass [kg],time_to_fire [ms],chest_to_wheel [mm],force_limiters,force_level_1 [N],"
                        + "force_level_2 [N],pretensioner,initial_speed [m/s],limiter_switching_time [ms],"
                        + "average_deceleration [g],max_deceleration [g],max_deceleration_3ms [g],dynamic_deformation [mm],"
                        + "kinetic_energy [J],SM25 [g],TTZV [ms],OLC [g],MCD [g],delta_v [m/s],rebound_velocity [m/s],"
                        + "sensor_spread [g],notes,ROLC_p [g]",
                String.join(",", desk.rows("t.csv").get(0)));
    }

    @Test
    void theSchemaTellsTheOtherCommandsWhatIsConfigurable() {
        desk.run("crash import @ncap --out @t.csv --write-schema @roles.yaml");

        Outcome doctor = desk.run("doctor @t.csv --schema @roles.yaml");

        assertEquals(0, doctor.code(), doctor.err());
        for (String line :
                List.of("ROLC_p +numeric +target", "mass +numeric +configurable", "OLC +numeric +measured")) {
            assertTrue(doctor.out().lines().anyMatch(l -> l.matches(line + ".*")), line + "\n" + doctor.out());
        }
    }

    @Test
    void keepsWhatIsAskedFor() {
        Outcome outcome =
                desk.run("crash import @slow.zip @chestless.zip --out @t.csv --all-configurations --keep-unlabelled");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(Set.of("14", "15"), rolc("t.csv").keySet());
        assertTrue(Double.isNaN(rolc("t.csv").get("15")));
        assertEquals(
                0, desk.run("crash import @slow.zip --slowest 45 --out @t.csv").code());
    }

    @Test
    void nothingOfTheWantedKindIsNothingToDo() {
        Outcome outcome = desk.run("crash import @slow.zip --out @t.csv");

        assertEquals(5, outcome.code());
        assertTrue(outcome.err().contains("nothing to do: none of 1 tests makes a row"), outcome.err());
        assertFalse(Files.exists(folder.resolve("t.csv")));
    }

    @Test
    void aDamagedFileIsReportedAndTheOthersImported() {
        Outcome outcome = desk.run("crash import @broken.zip @ncap --out @t.csv");

        assertEquals(3, outcome.code());
        assertTrue(outcome.err().contains("broken.zip"), outcome.err());
        assertEquals(Set.of("11", "12", "13"), rolc("t.csv").keySet());
        assertEquals(3, desk.run("crash criteria @broken.zip").code());
    }

    @Test
    void nothingIsImportedTwice() {
        Outcome outcome = desk.run("crash import @ncap @ncap/v00011.zip --out @t.csv");

        assertEquals(3, desk.rows("t.csv").size() - 1);
        assertEquals(3, outcome.code());
        assertTrue(outcome.err().contains("test 11 again"), outcome.err());
    }

    @Test
    void threadsChangeNoByte() {
        desk.run("crash import @ncap @slow.zip --all-configurations --out @one.csv --threads 1");
        desk.run("crash import @ncap @slow.zip --all-configurations --out @two.csv --threads 2");

        assertEquals(desk.text("one.csv"), desk.text("two.csv"));
    }

    @Test
    void reportsAsJson() throws IOException {
        Outcome outcome = desk.run("--json crash import @ncap @slow.zip --out @t.csv");
        JsonNode document = JSON.readTree(outcome.out());

        assertEquals(4, document.get("tests").asInt());
        assertEquals(3, document.get("taken").size());
        assertEquals("12", document.at("/taken/0/test").asText());
        assertEquals("[1,2]", document.at("/taken/0/car_channels").toString());
        assertEquals("14", document.at("/skipped/0/test").asText());
        assertTrue(document.at("/skipped/0/skipped_because/0").asText().contains("47.8"));
        assertEquals("[]", document.get("problems").toString());
    }

    @Test
    void criteriaSayHowTheyCameAbout() {
        Outcome outcome = desk.run("crash criteria @ncap/v00011.zip --olc-plus-plus 1,0,0,100");

        assertEquals(0, outcome.code(), outcome.err());
        for (String words : List.of(
                "test 11: 2019 TOYOTA CAMRY (MADE UP FRONTAL IMPACT)",
                "full-frontal at 56 km/h: yes",
                "the car's acceleration is the mean of curve 1 (FLLR) and curve 2 (FLRR) at the rear floor pan",
                "CFC 60, 0 .. 130 ms",
                "to be careful about",
                "the belt's comment \"pretensioner and load limiter\" tells of 1 pretensioner and 1 force limiter level")) {
            assertTrue(outcome.out().contains(words), words + "\n" + outcome.out());
        }
        assertTrue(outcome.out().lines().anyMatch(line -> line.matches(" +unknown +.*HIC15, HIC36.*")), outcome.out());
    }

    @Test
    void criteriaAsJsonHaveNumbersAndNulls() throws IOException {
        JsonNode test =
                JSON.readTree(desk.run("--json crash criteria @slow.zip").out()).at("/tests/0");

        assertFalse(test.get("wanted_kind").asBoolean());
        assertEquals(20, test.at("/driver/rolc_p_g").asDouble(), 0.2);
        assertEquals(47.8 / 3.6, test.at("/car/initial_speed_m_s").asDouble(), 1e-9);
        assertTrue(test.at("/driver/hic15").isNull());
        assertTrue(test.at("/restraints/time_to_fire_ms").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crash | Name a command",
                "crash inport @ncap --out @t.csv | import",
                "crash import @ncap | Missing required option: '--out=F'",
                "crash import --out @t.csv | Missing required parameter: 'PATH'",
                "crash import @ncap --out @t.csv --pulse -1 | must be 0, or between 0.1 and 130",
                "crash import @ncap --out @t.csv --slowest 60 | slowest (60.0 km/h) must be above 0 and at most fastest",
                "crash import @ncap --out @t.csv --olc-plus-plus 1,2 | needs 4 weights",
                "crash import @ncap --out @t.csv --rolc-threshold 0 | threshold (0.0 g)",
                "crash import @slow.zip --out @slow.zip | are the same file",
                "crash criteria @slow.zip --cfc 0 | channel frequency class (0.0) must be above 0",
            })
    void wrongUsageIsRefusedBeforeAnythingIsRead(String line, String says) {
        Map<String, String> before = desk.contents();

        Outcome outcome = desk.run(line);

        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(says), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(before, desk.contents());
    }

    /** Half of the damage hits archives, half loose files, so that both ways in are tried. */
    @Test
    void twoHundredDamagedFilesDoNotKeepHealthyTestsOut() throws IOException {
        SplittableRandom random = new SplittableRandom(20240607);
        Path all = Files.createDirectory(folder.resolve("all"));
        int damaged = 0;
        for (int i = 0; i < 100; i++) {
            Path archive =
                    new MadeUpCrash(1000 + i, 56.3, 25).write(CrashFormat.EV5, all.resolve("d%03d.zip".formatted(i)));
            Files.write(archive, damage(Files.readAllBytes(archive), random));
            damaged++;
            Path loose = new MadeUpCrash(2000 + i, 56.3, 25)
                    .write(i % 2 == 0 ? CrashFormat.EV5 : CrashFormat.ISO_MME, all.resolve("e%03d".formatted(i)));
            Path victim = someFile(loose, random);
            Files.write(victim, damage(Files.readAllBytes(victim), random));
            damaged++;
        }
        Set<String> healthy = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            new MadeUpCrash(3000 + i, 56 + 0.1 * i, 20 + i)
                    .write(i % 2 == 0 ? CrashFormat.EV5 : CrashFormat.ISO_MME, all.resolve("c%03d.zip".formatted(i)));
            healthy.add(Integer.toString(3000 + i));
        }

        Outcome outcome = desk.run("crash import @all --out @t.csv");

        assertEquals(200, damaged);
        assertEquals(3, outcome.code(), outcome.err());
        assertTrue(outcome.err().lines().count() >= 100, outcome.err());
        assertTrue(outcome.err().lines().allMatch(line -> line.startsWith("error: ")), outcome.err());
        Map<String, Double> rolc = rolc("t.csv");
        assertTrue(rolc.keySet().containsAll(healthy), rolc.keySet().toString());
        for (int i = 0; i < 10; i++) {
            assertEquals(20 + i, rolc.get(Integer.toString(3000 + i)), 0.25);
        }
    }

    private static Path someFile(Path folder, SplittableRandom random) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> list =
                    new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
            return list.get(random.nextInt(list.size()));
        }
    }

    /** Emptied, cut, overwritten in places, or filled with noise. */
    private static byte[] damage(byte[] bytes, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0:
                return new byte[0];
            case 1:
                return Arrays.copyOf(bytes, random.nextInt(Math.max(1, bytes.length)));
            case 2:
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                return bytes;
            default:
                random.nextBytes(bytes);
                return bytes;
        }
    }

    /** The one real test at hand, through the command line; skipped where it is absent. */
    @Test
    void importsTheRealCamry() throws IOException {
        assumeTrue(Files.exists(CAMRY), "the archive of test 10146 is not here");

        Outcome outcome = desk.run("crash import " + CAMRY + " --out @t.csv");
        JsonNode test =
                JSON.readTree(desk.run("--json crash criteria " + CAMRY).out()).at("/tests/0");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(25.81, rolc("t.csv").get("10146"), 0.01);
        assertEquals(25.81, test.at("/driver/rolc_p_g").asDouble(), 0.01);
        assertEquals(29.44, test.at("/car/olc_g").asDouble(), 0.01);
        assertEquals(140, test.at("/driver/laboratory_hic").asDouble());
    }
}
