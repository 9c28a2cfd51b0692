package assay.crash.simulator;

import assay.crash.table.BodyType;

/**
 * What an engineer decides before a test: the configurable features of the LossVal paper, appendix C.4.
 *
 * @param body type
 * @param mass kg as crashed
 * @param firingTime ms after first contact at which the restraints fire; NaN if not known
 * @param chestDistance mm from the driver's chest to the hub of the wheel; NaN if not known
 * @param limiters levels of the shoulder belt's force limiter, 0, 1 or 2
 * @param level1 N; NaN if not known, or without a limiter
 * @param level2 N; NaN if not known, or with fewer than two levels
 * @param pretensioners of the shoulder belt, 0 or 1
 */
public record CrashSettings(
        BodyType body,
        double mass,
        double firingTime,
        double chestDistance,
        int limiters,
        double level1,
        double level2,
        int pretensioners) {

    /** Refuses what cannot be built. */
    public CrashSettings {
        Bound.above(0, "mass [kg]", mass);
        known("time to fire [ms]", firingTime);
        known("chest to steering wheel distance [mm]", chestDistance);
        known("belt force level 1 [N]", level1);
        known("belt force level 2 [N]", level2);
        count("number of belt force limiters", limiters, 2);
        count("number of pretensioners", pretensioners, 1);
        if (limiters == 0 && !Double.isNaN(level1)) {
            throw new IllegalArgumentException(
                    "belt force level 1 (%s N) must be missing without a limiter. Maybe there is 1?".formatted(level1));
        }
        if (limiters < 2 && !Double.isNaN(level2)) {
            throw new IllegalArgumentException(
                    "belt force level 2 (%s N) must be missing with %d of two limiters. Maybe there are 2?"
                            .formatted(level2, limiters));
        }
    }

    private static void known(String name, double value) {
        if (!Double.isNaN(value)) {
            Bound.above(0, name, value);
        }
    }

    private static void count(String name, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("%s (%d) must be between 0 and %d".formatted(name, value, most));
        }
    }
}
