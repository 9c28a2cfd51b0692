package assay.crash.table;

import assay.crash.CrashTest;
import assay.crash.Vehicle;
import assay.crash.criteria.CarCriteria;
import assay.crash.signal.Motion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One crash test as a row of a {@link CrashTable}. Numbers are NaN where missing.
 *
 * @param id names the test
 * @param date day of the test
 * @param vehicle year, make and model, as people say it
 * @param body if it is one of the paper's
 * @param mass kg as crashed
 * @param restraints of the driver
 * @param motion of the car
 * @param criteria of that motion
 * @param rolc ROLC_p in g
 * @param sensorSpread standard error of the car's acceleration in g
 * @param notes what makes the row less certain
 */
public record CrashExperiment(
        String id,
        Optional<LocalDate> date,
        String vehicle,
        Optional<BodyType> body,
        double mass,
        RestraintSettings restraints,
        Motion motion,
        CarCriteria criteria,
        double rolc,
        double sensorSpread,
        List<String> notes) {

    /** Copies the notes. */
    public CrashExperiment {
        notes = List.copyOf(notes);
    }

    /** The row of a test whose car has a motion; empty of one that has none. */
    public static Optional<CrashExperiment> of(Assessment assessment) {
        if (assessment.car().isEmpty()) {
            return Optional.empty();
        }
        CrashTest test = assessment.test();
        Optional<Vehicle> vehicle = assessment.vehicle();
        return Optional.of(new CrashExperiment(
                test.id(),
                test.date(),
                vehicle.map(CrashExperiment::name).orElse(""),
                vehicle.flatMap(v -> BodyType.of(v.body())),
                vehicle.map(Vehicle::testMass).orElse(Double.NaN),
                assessment.restraints(),
                assessment.carSensors().motion().orElseThrow(),
                assessment.car().get(),
                assessment.driver().rolc().value(),
                assessment.carSensors().spread(),
                assessment.flags()));
    }

    private static String name(Vehicle vehicle) {
        String year = vehicle.year() > 0 ? "%.0f ".formatted(vehicle.year()) : "";
        return (year + vehicle.make() + " " + vehicle.model()).strip();
    }
}
