package assay.crash.simulator;

/** A mistake of bookkeeping, between the laboratory's report and the table. */
enum Defect {
    /** None. */
    NONE,
    /** The label of another test. */
    LABEL,
    /** Belt force level 1 in kN, where N were asked for. */
    LEVEL_UNIT,
    /** A time to fire of 0, the default of some form. */
    FIRING_TIME,
    /** No chest to steering wheel distance. */
    CHEST_DISTANCE,
    /** Another body type. */
    BODY;

    /** Each kind as likely; without a limiter there is no level to get wrong, and the label is. */
    static Defect drawn(Draw draw, double share, int limiters) {
        boolean happens = draw.chance(share);
        Defect defect = values()[1 + draw.integer(values().length - 1)];
        if (!happens) {
            return NONE;
        }
        return defect == LEVEL_UNIT && limiters == 0 ? LABEL : defect;
    }
}
