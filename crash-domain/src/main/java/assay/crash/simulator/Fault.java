package assay.crash.simulator;

/** What goes wrong with the car's sensor, once in a hundred tests. */
enum Fault {
    /** Nothing. */
    NONE,
    /** It shows its zero level throughout: the test has no result. */
    DEAD,
    /** It shows no more than 60 g. */
    SATURATED,
    /** First contact was noted 3 to 6 ms late, on every channel. */
    LATE,
    /** Its sign is wrong: the test has no result. */
    FLIPPED;

    /** One in a hundred, each kind as often. */
    static Fault drawn(Draw draw) {
        return draw.chance(0.01) ? values()[1 + draw.integer(values().length - 1)] : NONE;
    }
}
