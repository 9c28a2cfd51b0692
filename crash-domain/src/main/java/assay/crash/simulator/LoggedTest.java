package assay.crash.simulator;

import assay.acquisition.Seed;
import assay.crash.table.BodyType;

/**
 * One line of the archive: what somebody wrote down of a report, and which mistake was made.
 *
 * <p>Little is written down {@linkplain Archive#AS_FOUND as found}: before 2000 the time to fire is missing in 85 of 100 tests,
 * later in 60, and the chest to steering wheel distance in 5 of 100.
 *
 * @param outcome of the test, with a report
 * @param defect the mistake
 * @param labelOf the test whose label this is: its own, but for {@link Defect#LABEL}
 * @param label ROLC in g, as written down
 * @param body as written down
 * @param firingTime ms, as written down
 * @param chestDistance mm, as written down
 * @param level1 as written down: N, but for {@link Defect#LEVEL_UNIT}
 */
record LoggedTest(
        CrashOutcome outcome,
        Defect defect,
        CrashOutcome labelOf,
        double label,
        BodyType body,
        double firingTime,
        double chestDistance,
        double level1) {

    /**
     * Writes down a test.
     *
     * @param earlier a test whose label may be taken for this one's; this one where there is none
     * @param defects share of the tests with a mistake
     */
    static LoggedTest of(CrashOutcome outcome, CrashOutcome earlier, double defects, Archive archive, Seed seed) {
        CrashReport report = outcome.report().orElseThrow();
        CrashSettings settings = outcome.settings();
        Draw loss = new Draw(seed.derive("missing").generator());
        boolean lossy = archive == Archive.AS_FOUND;
        boolean firingLost = lossy & loss.chance(Laboratory.modelYear(report.date()) < 2000 ? 0.85 : 0.60);
        boolean distanceLost = lossy & loss.chance(0.05);
        Draw mistake = new Draw(seed.derive("defect").generator());
        Defect drawn = Defect.drawn(mistake, defects, settings.limiters());
        Defect defect = drawn == Defect.LABEL && earlier.id().equals(outcome.id()) ? Defect.BODY : drawn;
        BodyType[] bodies = BodyType.values();
        int shift = 1 + mistake.integer(bodies.length - 1);
        BodyType otherBody = bodies[(settings.body().ordinal() + shift) % bodies.length];
        CrashOutcome labelOf = defect == Defect.LABEL ? earlier : outcome;
        return new LoggedTest(
                outcome,
                defect,
                labelOf,
                label(labelOf, archive),
                defect == Defect.BODY ? otherBody : settings.body(),
                defect == Defect.FIRING_TIME ? 0 : firingLost ? Double.NaN : settings.firingTime(),
                defect == Defect.CHEST_DISTANCE || distanceLost ? Double.NaN : settings.chestDistance(),
                defect == Defect.LEVEL_UNIT ? settings.level1() / 1000 : settings.level1());
    }

    CrashReport report() {
        return outcome.report().orElseThrow();
    }

    private static double label(CrashOutcome outcome, Archive archive) {
        return archive == Archive.AS_FOUND
                ? outcome.report().orElseThrow().rolc()
                : outcome.trueLoad() + outcome.labelNoise();
    }
}
