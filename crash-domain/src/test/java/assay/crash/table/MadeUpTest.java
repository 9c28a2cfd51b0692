package assay.crash.table;

import assay.crash.Barrier;
import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.Vehicle;
import assay.crash.signal.Motion;
import assay.crash.signal.Signals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A frontal test at 56.3 km/h, half-sine pulses as signals. Made of parts that can be replaced one by one; mutable.
 */
final class MadeUpTest {

    static final double SPEED = 56.3;

    String configuration = "VTB";
    String rigidity = "R";
    double barrierAngle = 0;
    double impactAngle = 0;
    double offset = 0;
    double closingSpeed = SPEED;
    String make = "TOYOTA";
    String dummy = "H3";
    String size = "50";
    String beltComment = "";
    double hicFrom = 70;
    double hicTo = 85;
    final List<Channel> channels = new ArrayList<>();

    /** With a left and a right sensor under the rear seat and a chest that is braked at 25 g from 20 ms on. */
    static MadeUpTest complete() {
        MadeUpTest test = new MadeUpTest();
        test.channels.add(channel(1, "FLLR", pulse(1.15)));
        test.channels.add(channel(2, "FLRR", pulse(1.17)));
        test.channels.add(at(channel(3, "CHST", signal(t -> t > 0.020 ? -25 : 0)), "01"));
        return test;
    }

    MadeUpTest with(Channel channel) {
        channels.add(channel);
        return this;
    }

    CrashTest record() {
        Vehicle car = new Vehicle(
                1,
                new Code("16", make),
                new Code("03", "CAMRY"),
                2018,
                new Code("4S", "FOUR DOOR SEDAN"),
                1700,
                1500,
                2800,
                4900,
                1800,
                1200,
                SPEED,
                0,
                0,
                510,
                "",
                Map.of());
        Occupant driver = new Occupant(
                1,
                new Code("01", "LEFT FRONT SEAT"),
                new Code(dummy, ""),
                Code.MISSING,
                new Code(size, ""),
                300,
                Double.NaN,
                hicFrom,
                hicTo,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                Map.of());
        Restraint belt = new Restraint(
                1, new Code("01", ""), 1, new Code("3PT", ""), Code.MISSING, new Code("NA", ""), beltComment);
        return new CrashTest(
                "1",
                "",
                new Code("NCA", ""),
                new Code(configuration, ""),
                Optional.of(LocalDate.of(2018, 5, 4)),
                closingSpeed,
                impactAngle,
                offset,
                Code.MISSING,
                "",
                List.of(car),
                Optional.of(new Barrier(new Code(rigidity, ""), Code.MISSING, barrierAngle, Double.NaN, "")),
                List.of(driver),
                List.of(belt),
                channels,
                List.of(),
                Map.of(),
                List.of());
    }

    Assessment assess() {
        return Assessment.of(record(), Assessment.Settings.DEFAULT);
    }

    /** 75 ms half-sine that takes {@code share} of the speed away; below 1 the car does not stop. */
    static Signal pulse(double share) {
        double peak = Math.PI * share * SPEED / 3.6 / (2 * 0.075) / Motion.GRAVITY;
        return signal(t -> t > 0 && t < 0.075 ? -peak * Math.sin(Math.PI * t / 0.075) : 0);
    }

    static Signal signal(DoubleUnaryOperator formula) {
        return Signals.of(1e-4, -300, 2000, formula);
    }

    /** A primary accelerometer of the car along x. */
    static Channel channel(int number, String attachment, Signal signal) {
        return new Channel(
                number,
                1,
                new Code("AC", "ACCELEROMETER"),
                new Code("NA", ""),
                new Code(attachment, ""),
                new Code("XG", ""),
                new Code("G'S", "G'S"),
                Double.NaN,
                new Code("AM", "AS MEASURED"),
                new Code("P", "PRIMARY"),
                0,
                "",
                Map.of(),
                Optional.of(signal));
    }

    static Channel at(Channel c, String seat) {
        return copy(c, c.sensor().code(), seat, c.axis().code(), c.unit().code(), "AM", "P", c.comment());
    }

    static Channel as(Channel c, String dataStatus, String channelStatus) {
        return copy(
                c,
                c.sensor().code(),
                c.location().code(),
                c.axis().code(),
                c.unit().code(),
                dataStatus,
                channelStatus,
                c.comment());
    }

    static Channel along(Channel c, String axis) {
        return copy(c, c.sensor().code(), c.location().code(), axis, c.unit().code(), "AM", "P", c.comment());
    }

    static Channel saying(Channel c, String comment) {
        return copy(
                c,
                c.sensor().code(),
                c.location().code(),
                c.axis().code(),
                c.unit().code(),
                "AM",
                "P",
                comment);
    }

    /** Another kind of sensor in another unit. */
    static Channel kind(Channel c, String sensor, String unit) {
        return copy(c, sensor, c.location().code(), c.axis().code(), unit, "AM", "P", c.comment());
    }

    private static Channel copy(
            Channel c,
            String sensor,
            String location,
            String axis,
            String unit,
            String dataStatus,
            String channelStatus,
            String comment) {
        return new Channel(
                c.number(),
                c.vehicle(),
                new Code(sensor, ""),
                new Code(location, ""),
                c.attachment(),
                new Code(axis, ""),
                new Code(unit, ""),
                c.prefilter(),
                new Code(dataStatus, ""),
                new Code(channelStatus, ""),
                c.initialVelocity(),
                comment,
                c.others(),
                c.signal());
    }
}
