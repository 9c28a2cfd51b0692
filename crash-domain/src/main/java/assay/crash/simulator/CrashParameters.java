package assay.crash.simulator;

/**
 * Everything that decides how one simulated crash goes.
 *
 * @param car the structure
 * @param firingTime s after first contact at which pretensioner and airbag fire, TTF
 * @param belt of the driver
 * @param cushion airbag, wheel and column
 * @param dummy the driver
 */
record CrashParameters(Car car, double firingTime, Belt belt, Cushion cushion, Dummy dummy) {

    /** Checks the bounds. */
    CrashParameters {
        Bound.atLeast(0, "time to fire [s]", firingTime);
    }

    CrashParameters with(Car other) {
        return new CrashParameters(other, firingTime, belt, cushion, dummy);
    }

    CrashParameters with(Belt other) {
        return new CrashParameters(car, firingTime, other, cushion, dummy);
    }

    CrashParameters with(Cushion other) {
        return new CrashParameters(car, firingTime, belt, other, dummy);
    }

    CrashParameters withFiringTime(double other) {
        return new CrashParameters(car, other, belt, cushion, dummy);
    }
}
