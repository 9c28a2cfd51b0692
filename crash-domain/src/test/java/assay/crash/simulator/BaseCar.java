package assay.crash.simulator;

import assay.crash.criteria.CarCriteria;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.Clip;
import assay.crash.signal.Motion;
import java.util.List;

/** The car of section 5.5 of our specification, without ringing, and what criteria say of crashes without sensors. */
final class BaseCar {

    static final CrashParameters PARAMETERS = new CrashParameters(
            new Car(56.3 / 3.6, 11.9, 28, 0.38, 0.06, 0.04, 0.07, 9000, List.of()),
            0.012,
            new Belt(0.024, 0.042, 44_000, 1.28, 4400, 4400, 1, 60_000, 0.027),
            new Cushion(0.31, 13_000, 230, 0.285, 85_000, 4700),
            new Dummy(31, 34, 6000, 140, 65_000, 0.15, 7000));

    private BaseCar() {}

    static Motion car(CrashParameters parameters, Crash crash) {
        return Motion.of(crash.car(), parameters.car().speed());
    }

    static Motion chest(CrashParameters parameters, Crash crash) {
        return Motion.of(crash.chest(), parameters.car().speed());
    }

    static CarCriteria criteria(CrashParameters parameters, double step) {
        return CarCriteria.of(car(parameters, Crash.of(parameters, step)));
    }

    /** Of the accelerations themselves, unfiltered. */
    static RealOccupantLoad.Result load(CrashParameters parameters, double step) {
        Crash crash = Crash.of(parameters, step);
        return RealOccupantLoad.ROLC_P.of(car(parameters, crash), chest(parameters, crash));
    }

    /** ROLC in g at the step of populations. */
    static double rolc(CrashParameters parameters) {
        return load(parameters, Crash.STEP).value();
    }

    /** Cumulative 3 ms value of the chest in g. */
    static double chestClip(CrashParameters parameters, double step) {
        return Clip.THREE_MILLISECONDS.cumulative(
                Crash.of(parameters, step).chest().map(a -> -a));
    }
}
