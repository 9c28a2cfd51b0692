package assay.crash.table;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import assay.crash.signal.Combination;
import assay.crash.signal.Motion;
import assay.crash.signal.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the accelerometers of the driver's chest and head: primary ones, as measured, in the left front seat. The chest's
 * deflection gauge has the same attachment and is told apart by its sensor type.
 */
final class DriverSensors {

    private static final String CHEST = "CHST";
    private static final String HEAD = "HDCG";

    private DriverSensors() {}

    /** The signal of three axes, or why there is none. */
    record Resultant(Optional<Signal> signal, List<Remark> remarks) {}

    static boolean isWanted(Channel channel) {
        return Sensors.isPrimaryAccelerometer(channel)
                && channel.location().is(TestRules.DRIVER)
                && (channel.attachment().is(CHEST) || channel.attachment().is(HEAD));
    }

    /** @param initialSpeed m/s */
    static ChosenSensors chest(CrashTest test, int vehicle, double initialSpeed, Preparation preparation) {
        List<Remark> remarks = new ArrayList<>();
        for (Channel channel : along(test, vehicle, CHEST, "X")) {
            Reading reading = Reading.of(channel, preparation);
            if (reading.signal().isPresent()) {
                remarks.add(Remark.explanation("the driver's chest is " + Sensors.name(channel)));
                remarks.addAll(reading.flags());
                return new ChosenSensors(
                        Optional.of(Motion.of(reading.signal().get(), initialSpeed)),
                        List.of(channel),
                        Double.NaN,
                        remarks);
            }
            remarks.add(
                    Remark.explanation("%s is not used: it %s".formatted(Sensors.name(channel), reading.objection())));
        }
        remarks.add(Remark.flag("no primary accelerometer along x of the driver's chest can be used"));
        return new ChosenSensors(Optional.empty(), List.of(), Double.NaN, remarks);
    }

    static Resultant chestResultant(CrashTest test, int vehicle, Preparation preparation) {
        return resultant(test, vehicle, CHEST, "chest", preparation);
    }

    static Resultant headResultant(CrashTest test, int vehicle, Preparation preparation) {
        return resultant(test, vehicle, HEAD, "head", preparation);
    }

    private static Resultant resultant(
            CrashTest test, int vehicle, String attachment, String part, Preparation preparation) {
        List<Signal> components = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (String axis : List.of("X", "Y", "Z")) {
            List<Reading> readings = along(test, vehicle, attachment, axis).stream()
                    .map(channel -> Reading.of(channel, preparation))
                    .toList();
            Optional<Signal> signal = readings.stream()
                    .map(Reading::signal)
                    .flatMap(Optional::stream)
                    .findFirst();
            signal.ifPresent(components::add);
            if (signal.isEmpty()) {
                remarks.add(Remark.flag("the %s axis of the driver's %s cannot be used: %s"
                        .formatted(
                                axis,
                                part,
                                readings.isEmpty()
                                        ? "there is no primary accelerometer"
                                        : "it " + readings.get(0).objection())));
            }
        }
        if (components.size() == 3 && !Combination.isPossible(components)) {
            remarks.add(Remark.flag("the axes of the driver's %s were sampled at different rates".formatted(part)));
        }
        return new Resultant(
                components.size() == 3 && Combination.isPossible(components)
                        ? Optional.of(Combination.resultant(components))
                        : Optional.empty(),
                remarks);
    }

    private static List<Channel> along(CrashTest test, int vehicle, String attachment, String axis) {
        return test.channels().stream()
                .filter(channel -> channel.vehicle() == vehicle && isWanted(channel))
                .filter(channel -> channel.attachment().is(attachment)
                        && (channel.axis().is(axis + "L") || channel.axis().is(axis + "G")))
                .toList();
    }
}
