package assay.crash.simulator;

import assay.crash.Signal;

/**
 * What one simulated crash did to car and chest: acceleration along the car in g, braking negative, from first contact
 * on, without any sensor in between. Sample k is the acceleration at the beginning of step k. Immutable.
 *
 * <p>The model is the one-dimensional chain car, belt, airbag, wheel, spine, pelvis of our specification; it has no
 * published counterpart. At the {@link #STEP} used for populations, crush is converged to 0.05 % and ROLC to 0.02 g.
 *
 * @param car acceleration of the car
 * @param chest acceleration of the chest
 */
record Crash(Signal car, Signal chest) {

    /** Step of the integration in s that populations are simulated with. */
    static final double STEP = 50e-6;

    /** How long a crash is followed, in s: 150 ms, and what a filter and a late clock need behind them. */
    static final double DURATION = 0.160;

    /** Simulates with {@link #STEP}: 3200 steps, some 0.4 ms. */
    static Crash of(CrashParameters parameters) {
        return of(parameters, STEP);
    }

    /**
     * Simulates the 160 ms after first contact.
     *
     * @param step of the integration in s, above 0
     */
    static Crash of(CrashParameters parameters, double step) {
        Bound.above(0, "step [s]", step);
        int samples = (int) Math.round(DURATION / step) + 1;
        double[] car = new double[samples];
        double[] chest = new double[samples];
        Structure structure = new Structure(parameters.car(), step);
        Driver driver = new Driver(parameters, step);
        for (int k = 0; k < samples; k++) {
            double position = structure.position();
            double speed = structure.speed();
            car[k] = structure.advance() / Structure.GRAVITY;
            chest[k] = driver.advance(k * step, position, speed) / Structure.GRAVITY;
        }
        return new Crash(Signal.of(step, 0, car), Signal.of(step, 0, chest));
    }
}
