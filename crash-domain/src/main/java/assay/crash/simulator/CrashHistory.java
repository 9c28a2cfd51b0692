package assay.crash.simulator;

import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The archive of a laboratory: tests as an engineer would find them, and the truth about each in the same order.
 *
 * <p>Tests are drawn one after the other, T-00001 first, and ordered by date and then id; a test that failed has an id, but
 * no row. So a longer history has all the rows of a shorter one with the same seed, bit for bit, with others between them;
 * the first rows of both differ, as the additional tests lie in the same years. Ids say nothing about dates.
 *
 * @param tests as written down; see {@link CrashColumns} for the columns
 * @param truth what was true, and what was done to it: same ids, same order
 * @param failed how many tests were drawn and failed
 */
public record CrashHistory(Table tests, Table truth, int failed) {

    /** Ids of a history are this and a number. */
    public static final String TEST = "T";

    /** Ids of candidates are this and a number. */
    public static final String CANDIDATE = "C";

    /**
     * Runs the tests of a programme, each some milliseconds at most.
     *
     * @param seed of everything; the laboratory that runs them is {@code new Laboratory(seed, programme.labelNoise())}
     * @param runner where the tests run; changes nothing but the time
     */
    public static CrashHistory of(CrashProgramme programme, Seed seed, Runner runner) {
        Laboratory laboratory = new Laboratory(seed, programme.labelNoise());
        Seed planning = seed.derive("programme");
        List<CrashOutcome> measured = new ArrayList<>();
        int drawn = 0;
        while (measured.size() < programme.tests()) {
            int first = drawn;
            int missing = programme.tests() - measured.size();
            runner
                    .run("Simulating crash tests", missing, 1, (k, step) -> {
                        CrashOutcome outcome = outcome(programme, laboratory, planning, first + k);
                        step.run();
                        return outcome;
                    })
                    .stream()
                    .filter(outcome -> outcome.report().isPresent())
                    .forEach(measured::add);
            drawn += missing;
        }
        List<LoggedTest> log = new ArrayList<>();
        Seed archive = seed.derive("archive");
        for (int i = 0; i < measured.size(); i++) {
            CrashOutcome outcome = measured.get(i);
            Seed line = archive.derive(outcome.id());
            CrashOutcome earlier = i == 0
                    ? outcome
                    : measured.get(line.derive("other").generator().nextInt(i));
            log.add(LoggedTest.of(outcome, earlier, programme.defects(), programme.archive(), line));
        }
        log.sort(Comparator.comparing((LoggedTest test) -> test.report().date())
                .thenComparing(test -> test.outcome().id()));
        return new CrashHistory(CrashColumns.tests(log), CrashColumns.truth(log), drawn - measured.size());
    }

    private static CrashOutcome outcome(CrashProgramme programme, Laboratory laboratory, Seed planning, int index) {
        String id = id(TEST, index);
        Draw draw = new Draw(planning.derive(index).generator());
        int modelYear = programme.firstYear() + draw.integer(programme.lastYear() - programme.firstYear() + 1);
        LocalDate opening = LocalDate.of(modelYear - 1, 7, 1);
        LocalDate date = opening.plusDays(draw.integer((int) ChronoUnit.DAYS.between(opening, opening.plusYears(1))));
        return laboratory.outcome(id, date, laboratory.proposal(id, modelYear));
    }

    /**
     * Tests that could be run next: id, settings, cost; nothing is missing, as it is up to who orders them. To run one,
     * give its id, settings and a date to the laboratory of the same seed.
     *
     * @param count at least 1
     * @param firstYear first model year
     * @param lastYear last model year
     */
    public static Table candidates(int count, int firstYear, int lastYear, Seed seed) {
        CrashProgramme years = CrashProgramme.DEFAULT.withTests(count).withYears(firstYear, lastYear);
        Laboratory laboratory = new Laboratory(seed, 0);
        Seed planning = seed.derive("candidates");
        List<CrashColumns.Candidate> candidates = IntStream.range(0, years.tests())
                .mapToObj(i -> {
                    Draw draw = new Draw(planning.derive(i).generator());
                    String id = id(CANDIDATE, i);
                    CrashSettings settings =
                            laboratory.proposal(id, firstYear + draw.integer(lastYear - firstYear + 1));
                    return new CrashColumns.Candidate(id, settings, laboratory.price(id, settings.body()));
                })
                .toList();
        return CrashColumns.candidates(candidates);
    }

    /**
     * The settings of a row of {@link #tests} or of {@link #candidates}, to be given to a {@link Laboratory}; what is
     * missing stays missing.
     *
     * @throws IllegalArgumentException for settings that no car has, such as those of a defective row
     */
    public static CrashSettings settings(Table table, int row) {
        return CrashColumns.settings(table, row);
    }

    private static String id(String prefix, int index) {
        return "%s-%05d".formatted(prefix, index + 1);
    }
}
