package assay.crash.table;

import assay.crash.Barrier;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tests are full-frontal impacts of the kind that the LossVal paper learns from: one vehicle straight into a rigid
 * wall over its full width, a 50th percentile Hybrid III (or Part 572) driver, at about 56 km/h. The speed may be off by
 * 0.8 km/h upwards as a new car assessment allows, and more: a test at 57.09 km/h is one.
 *
 * @param slowest km/h
 * @param fastest km/h
 */
public record TestRules(double slowest, double fastest) {

    /** 55 to 57.5 km/h. */
    public static final TestRules FULL_FRONTAL_56 = new TestRules(55, 57.5);

    static final String DRIVER = "01";

    /** Checks the speeds. */
    public TestRules {
        if (!(slowest > 0 && fastest >= slowest)) {
            throw new IllegalArgumentException(
                    "slowest (%s km/h) must be above 0 and at most fastest (%s km/h)".formatted(slowest, fastest));
        }
    }

    /** The first vehicle that is not a barrier on wheels. */
    static Optional<Vehicle> car(CrashTest test) {
        return test.vehicles().stream()
                .filter(vehicle -> !vehicle.make().toString().equalsIgnoreCase("NHTSA"))
                .findFirst();
    }

    /** Speed of the car at impact in km/h: its own, or the closing speed of the test; NaN if neither was recorded. */
    static double speed(CrashTest test) {
        double own = car(test).map(Vehicle::speed).orElse(Double.NaN);
        return Double.isNaN(own) ? test.closingSpeed() : own;
    }

    /** Why the test is none of them, in plain words; empty if it is. */
    public List<String> objections(CrashTest test) {
        List<String> objections = new ArrayList<>();
        if (!test.configuration().is("VTB")) {
            objections.add(
                    test.configuration().isMissing()
                            ? "its record does not say that a vehicle hit a barrier"
                            : "it is no impact of a vehicle into a barrier but " + test.configuration());
        }
        if (car(test).isEmpty()) {
            objections.add("it has no vehicle beside barriers on wheels");
        }
        Code rigidity = test.barrier().map(Barrier::rigidity).orElse(Code.MISSING);
        if (!rigidity.is("R")) {
            objections.add(
                    rigidity.isMissing()
                            ? "its record does not say that the barrier is rigid"
                            : "its barrier is not rigid but " + rigidity);
        }
        unlessZero(test.barrier().map(Barrier::angle).orElse(Double.NaN), "its barrier is turned by %s degrees")
                .ifPresent(objections::add);
        unlessZero(test.impactAngle(), "it hits at an angle of %s degrees").ifPresent(objections::add);
        unlessZero(test.offset(), "it hits with an offset of %s mm").ifPresent(objections::add);
        double speed = Double.isNaN(test.closingSpeed()) ? speed(test) : test.closingSpeed();
        if (!(speed >= slowest && speed <= fastest)) {
            objections.add(
                    Double.isNaN(speed)
                            ? "its speed is not recorded"
                            : "its speed of %s km/h is not between %s and %s km/h"
                                    .formatted(Words.number(speed), Words.number(slowest), Words.number(fastest)));
        }
        driver(test).ifPresent(objections::add);
        return objections;
    }

    private static Optional<String> driver(CrashTest test) {
        Optional<Occupant> driver = car(test).flatMap(car -> test.occupant(car.number(), DRIVER));
        if (driver.isEmpty()) {
            return Optional.of("it has no dummy in the left front seat");
        }
        Code type = driver.get().type();
        boolean isFrontal = type.is("H3") || type.is("HT") || type.is("P5");
        if (!isFrontal || !driver.get().size().is("50")) {
            return Optional.of("its driver is no 50th percentile Hybrid III or Part 572 dummy but type %s, size %s"
                    .formatted(said(type), said(driver.get().size())));
        }
        return Optional.empty();
    }

    /** What had to be assumed for the test to qualify. */
    List<Remark> assumptions(CrashTest test) {
        List<Remark> assumptions = new ArrayList<>();
        if (Double.isNaN(test.impactAngle())) {
            assumptions.add(Remark.flag("the impact angle is not recorded and taken as 0"));
        }
        if (Double.isNaN(test.offset())) {
            assumptions.add(Remark.flag("the offset is not recorded and taken as 0"));
        }
        if (Double.isNaN(test.barrier().map(Barrier::angle).orElse(0.))) {
            assumptions.add(Remark.flag("the angle of the barrier is not recorded and taken as 0"));
        }
        return assumptions;
    }

    private static Optional<String> unlessZero(double value, String words) {
        return Double.isNaN(value) || value == 0 ? Optional.empty() : Optional.of(words.formatted(Words.number(value)));
    }

    private static String said(Code code) {
        return code.isMissing() ? "unknown" : code.toString();
    }
}
