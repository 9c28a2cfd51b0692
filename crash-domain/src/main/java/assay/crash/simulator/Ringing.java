package assay.crash.simulator;

/**
 * One damped vibration of the car's structure on top of its pulse: {@code amplitude e^(-decay t) sin(2 pi frequency t +
 * phase)}, faded in over the first milliseconds.
 *
 * @param frequency Hz, above 0
 * @param amplitude g, at least 0
 * @param decay 1/s, at least 0
 * @param phase rad
 */
record Ringing(double frequency, double amplitude, double decay, double phase) {

    /** Checks the bounds. */
    Ringing {
        Bound.above(0, "ringing frequency [Hz]", frequency);
        Bound.atLeast(0, "ringing amplitude [g]", amplitude);
        Bound.atLeast(0, "ringing decay [1/s]", decay);
        Bound.finite("ringing phase [rad]", phase);
    }
}
