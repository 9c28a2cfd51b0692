package assay.benchmarks;

import assay.acquisition.Role;
import assay.acquisition.Runner;
import assay.acquisition.Schema;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import assay.acquisition.Task;
import assay.acquisition.trial.Deal;
import assay.acquisition.trial.Trial;
import assay.campaigns.csv.CsvTables;
import assay.campaigns.csv.Declaration;
import assay.campaigns.csv.TableFile;
import assay.campaigns.csv.TaskKind;
import assay.crash.simulator.CrashHistory;
import assay.crash.simulator.CrashProgramme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A history that trials are dealt from.
 *
 * @param name in the results
 * @param task of its target
 * @param dealt deals one
 */
record StudyProblem(String name, Task task, Function<Seed, Trial> dealt) {

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final int ROWS = 1000;
    private static final int START = 50;
    private static final int POOL = 500;
    private static final int TEST = 300;

    /** Folder and file of public sets with a number as target, the last column. */
    private static final List<String> NUMBERS = List.of(
            "concrete/concrete.csv",
            "airfoil/airfoil.csv",
            "yacht/yacht.csv",
            "auto_mpg/auto_mpg.csv",
            "steel_strength/steel_yield.csv",
            "kin8nm/kin8nm.csv",
            "bank8FM/bank8FM.csv",
            "cpu_activity/cpu_activity.csv",
            "california_housing/california_housing.csv",
            "abalone/abalone.csv",
            "aqsoldb/aqsoldb.csv.gz",
            "direct_arylation/direct_arylation.csv");

    /** The same, which no strategy was designed on. */
    private static final List<String> FRESH = List.of(
            "2dplanes/2dplanes_regression.csv.gz",
            "fried/fried_regression.csv.gz",
            "pol/pol_regression.csv.gz",
            "elevators/elevators.csv.gz",
            "puma8NH/puma8NH.csv",
            "mv/mv.csv",
            "naval_propulsion/naval_compressor.csv.gz",
            "naval_propulsion/naval_turbine.csv.gz",
            "white_wine/white_wine.csv",
            "p3ht/p3ht.csv",
            "framed/framed_mass.csv.gz",
            "framed/framed_safety.csv.gz",
            "framed/framed_zdisp.csv.gz",
            "steel_strength/steel_tensile.csv",
            "crossed_barrel/crossed_barrel.csv");

    /** The same with classes. */
    private static final List<String> CLASSES = List.of(
            "electricity/electricity.csv.gz",
            "pol/pol.csv.gz",
            "spambase/spambase.csv",
            "fried/fried.csv.gz",
            "adult/adult_train.csv.gz");

    static final String CRASH = "crash";

    /** @param asked "regression", "fresh", "classification", or names with commas between them */
    static List<StudyProblem> named(String asked) {
        List<StudyProblem> all = new ArrayList<>();
        switch (asked) {
            case "regression" -> {
                NUMBERS.forEach(file -> all.add(ofFile(file, TaskKind.REGRESSION)));
                all.add(crash());
            }
            case "fresh" -> FRESH.forEach(file -> all.add(ofFile(file, TaskKind.REGRESSION)));
            case "classification" -> CLASSES.forEach(file -> all.add(ofFile(file, TaskKind.CLASSIFICATION)));
            default -> Stream.of(asked.split(",")).map(StudyProblem::one).forEach(all::add);
        }
        return all;
    }

    private static StudyProblem one(String name) {
        if (name.equals(CRASH)) {
            return crash();
        }
        Optional<StudyProblem> ofNumbers = Stream.concat(NUMBERS.stream(), FRESH.stream())
                .filter(file -> name(file).equals(name))
                .findFirst()
                .map(file -> ofFile(file, TaskKind.REGRESSION));
        return ofNumbers
                .or(() -> CLASSES.stream()
                        .filter(file -> name(file).equals(name))
                        .findFirst()
                        .map(file -> ofFile(file, TaskKind.CLASSIFICATION)))
                .orElseThrow(() -> new IllegalArgumentException("there is no problem %s".formatted(name)));
    }

    private static String name(String file) {
        return file.substring(file.indexOf('/') + 1).replaceAll("\\.csv(\\.gz)?$", "");
    }

    Trial trial(Seed seed) {
        return dealt.apply(seed);
    }

    private static StudyProblem ofFile(String file, TaskKind kind) {
        Path path = DATA.resolve(file);
        List<String> columns = CsvTables.columnNames(path);
        TableFile all = CsvTables.read(
                        path,
                        Declaration.NONE
                                .withTarget(columns.get(columns.size() - 1))
                                .withTask(kind))
                .withRoles(StudyProblem::configurable);
        int[] rows = Arrays.copyOf(
                new Seed(1).derive(file).permutation(all.table().size()),
                Math.min(ROWS, all.table().size()));
        Table table = all.table().select(rows);
        Task task = all.task().orElseThrow();
        int test = Math.min(TEST, table.size() * 3 / 10);
        int pool = Math.min(POOL, table.size() - test - START);
        return new StudyProblem(name(file), task, seed -> {
            Deal deal = Deal.atRandom(table.size(), START, pool, test, seed);
            return Trial.of(table.select(deal.start()), table.select(deal.pool()), table.select(deal.test()), task);
        });
    }

    static Schema configurable(Schema schema) {
        return new Schema(schema.columns().stream()
                .map(c -> c.role() == Role.MEASURED ? c.withRole(Role.CONFIGURABLE) : c)
                .toList());
    }

    /** Another simulated history in every trial, in order of time, of which models see what is known before a test. */
    private static StudyProblem crash() {
        Task task = new Task.Regression();
        return new StudyProblem(CRASH, task, seed -> {
            Table tests = CrashHistory.of(CrashProgramme.DEFAULT, seed.derive("history"), Runner.SEQUENTIAL)
                    .tests();
            Table known = tests.withSchema(withoutMeasured(tests.schema()));
            int[] order = IntStream.range(0, tests.size()).toArray();
            Deal deal = Deal.inTime(order, START, POOL, TEST, seed);
            return Trial.of(known.select(deal.start()), known.select(deal.pool()), known.select(deal.test()), task);
        });
    }

    private static Schema withoutMeasured(Schema schema) {
        return new Schema(schema.columns().stream()
                .map(c -> c.role() == Role.MEASURED ? c.withRole(Role.IGNORED) : c)
                .toList());
    }
}
