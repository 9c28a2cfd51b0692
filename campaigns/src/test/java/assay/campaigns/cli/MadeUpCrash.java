package assay.campaigns.cli;

import assay.crash.Barrier;
import assay.crash.Channel;
import assay.crash.Code;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Restraint;
import assay.crash.Signal;
import assay.crash.Vehicle;
import assay.crash.format.CrashFiles;
import assay.crash.format.CrashFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A frontal crash test whose result is known: the car stops in a half-sine, and the chest is braked evenly from 20 ms on,
 * so that its deceleration is ROLC_p.
 *
 * @param id number of the test
 * @param speed km/h
 * @param chest deceleration of the chest in g; 0 leaves the sensor out
 */
record MadeUpCrash(int id, double speed, double chest) {

    private static final double INTERVAL = 1e-4;
    private static final Code DRIVER = new Code("01", "LEFT FRONT SEAT");

    /** Writes the test, and returns where. */
    Path write(CrashFormat format, Path target) {
        CrashFiles.write(test(), format, target);
        return target;
    }

    private CrashTest test() {
        return new CrashTest(
                Integer.toString(id),
                "MADE UP FRONTAL IMPACT",
                new Code("NCA", ""),
                new Code("VTB", "VEHICLE INTO BARRIER"),
                Optional.of(LocalDate.of(2019, 3, 1).plusDays(id)),
                speed,
                0,
                0,
                Code.MISSING,
                "",
                List.of(car()),
                Optional.of(new Barrier(new Code("R", "RIGID"), new Code("FLB", ""), 0, Double.NaN, "")),
                List.of(driver()),
                List.of(new Restraint(
                        1,
                        DRIVER,
                        1,
                        new Code("3PT", "3 POINT BELT"),
                        new Code("BC", ""),
                        new Code("NA", ""),
                        "PRETENSIONER AND LOAD LIMITER")),
                channels(),
                List.of(),
                Map.of(),
                List.of());
    }

    private Vehicle car() {
        return new Vehicle(
                1,
                new Code("16", "TOYOTA"),
                new Code("03", "CAMRY"),
                2019,
                new Code("4S", "FOUR DOOR SEDAN"),
                1700 + id,
                1500,
                2800,
                4900,
                1800,
                1200,
                speed,
                0,
                0,
                510,
                "",
                Map.of());
    }

    private static Occupant driver() {
        double unknown = Double.NaN;
        return new Occupant(
                1,
                DRIVER,
                new Code("H3", "HYBRID III DUMMY"),
                new Code("M", "MALE"),
                new Code("50", "50 PERCENTILE"),
                300,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                "",
                Map.of());
    }

    private List<Channel> channels() {
        double peak = Math.PI * 1.16 * speed / 3.6 / (2 * 0.075) / 9.80665;
        DoubleUnaryOperator pulse = t -> t > 0 && t < 0.075 ? -peak * Math.sin(Math.PI * t / 0.075) : 0;
        Channel left = channel(1, "NA", "FLLR", "XG", pulse);
        Channel right = channel(2, "NA", "FLRR", "XG", t -> 1.02 * pulse.applyAsDouble(t));
        Channel chestX = channel(3, "01", "CHST", "XL", t -> t > 0.020 ? -chest : 0);
        return chest > 0 ? List.of(left, right, chestX) : List.of(left, right);
    }

    private static Channel channel(int number, String seat, String place, String axis, DoubleUnaryOperator signal) {
        double[] samples = IntStream.range(-300, 1600)
                .mapToDouble(k -> signal.applyAsDouble(k * INTERVAL))
                .toArray();
        return new Channel(
                number,
                1,
                new Code("AC", "ACCELEROMETER"),
                new Code(seat, ""),
                new Code(place, ""),
                new Code(axis, ""),
                new Code("G'S", "G'S"),
                Double.NaN,
                new Code("AM", "AS MEASURED"),
                new Code("P", "PRIMARY"),
                Double.NaN,
                "",
                Map.of(),
                Optional.of(Signal.of(INTERVAL, -300, samples)));
    }
}
