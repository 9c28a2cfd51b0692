package assay.crash.simulator;

/**
 * Which tests a history is made of.
 *
 * @param tests how many with a result, 1 .. 100,000
 * @param firstYear first model year, from 1960
 * @param lastYear last model year, to 2060; all years are as likely
 * @param labelNoise standard deviation in g of what is added to ROLC, at least 0
 * @param defects share of the tests that get a mistake of bookkeeping, 0 .. 1
 * @param archive what is kept of the tests
 */
public record CrashProgramme(
        int tests, int firstYear, int lastYear, double labelNoise, double defects, Archive archive) {

    /** As many tests as in the LossVal paper, of 1980 to 2024, with a label noise of 1 g and no mistakes, as found. */
    public static final CrashProgramme DEFAULT = new CrashProgramme(1276, 1980, 2024, 1, 0, Archive.AS_FOUND);

    private static final int MOST_TESTS = 100_000;
    private static final int EARLIEST = 1960;
    private static final int LATEST = 2060;

    /** Checks the bounds. */
    public CrashProgramme {
        if (tests < 1 || tests > MOST_TESTS) {
            throw new IllegalArgumentException("tests (%d) must be between 1 and %d".formatted(tests, MOST_TESTS));
        }
        if (firstYear < EARLIEST || lastYear > LATEST || firstYear > lastYear) {
            throw new IllegalArgumentException("years (%d-%d) must ascend between %d and %d. Maybe %s-%s?"
                    .formatted(firstYear, lastYear, EARLIEST, LATEST, DEFAULT.firstYear, DEFAULT.lastYear));
        }
        Bound.atLeast(0, "label noise [g]", labelNoise);
        if (!(defects >= 0 && defects <= 1)) {
            throw new IllegalArgumentException("defects (%s) must be a share between 0 and 1".formatted(defects));
        }
    }

    /** The same with this many tests. */
    public CrashProgramme withTests(int other) {
        return new CrashProgramme(other, firstYear, lastYear, labelNoise, defects, archive);
    }

    /** The same in other model years, both included. */
    public CrashProgramme withYears(int first, int last) {
        return new CrashProgramme(tests, first, last, labelNoise, defects, archive);
    }

    /** The same with this label noise, in g. */
    public CrashProgramme withLabelNoise(double deviation) {
        return new CrashProgramme(tests, firstYear, lastYear, deviation, defects, archive);
    }

    /** The same with this share of mistakes. */
    public CrashProgramme withDefects(double share) {
        return new CrashProgramme(tests, firstYear, lastYear, labelNoise, share, archive);
    }

    /** The same with tests kept in another way. */
    public CrashProgramme withArchive(Archive other) {
        return new CrashProgramme(tests, firstYear, lastYear, labelNoise, defects, other);
    }
}
