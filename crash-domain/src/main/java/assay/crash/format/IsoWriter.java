package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Occupant;
import assay.crash.Signal;
import assay.crash.Vehicle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a test as an ISO-MME set. What ISO 13499 has descriptors for is there for any reader; everything is there again,
 * in NHTSA's words, under descriptors {@code .NHTSA ..}, which other readers skip.
 */
final class IsoWriter {

    private static final String NO_VALUE = NhtsaFields.NO_VALUE;
    private static final double KM_PER_HOUR = 3.6;

    private static final Map<String, String> STATUS = Map.of(
            "AM", "ok",
            "CM", "ok",
            "CF", "channel failed",
            "MN", "meaningless data",
            "NO", "no data",
            "QD", "questionable data",
            "SC", "scaling factor applied",
            "SF", "system failed");

    private final IsoCodes codes = IsoCodes.load();
    private final CrashTest test;

    private IsoWriter(CrashTest test) {
        this.test = test;
    }

    /** Writes {@code NAME.mme}, {@code CHANNEL/NAME.chn} and {@code CHANNEL/NAME.001} and so on. */
    static void write(CrashTest test, String name, FileSink sink) {
        IsoWriter writer = new IsoWriter(test);
        sink.write(name + ".mme", writer.header());
        sink.write("CHANNEL/" + name + ".chn", writer.list());
        for (Channel channel : test.channels()) {
            sink.write(String.format(Locale.ROOT, "CHANNEL/%s.%03d", name, channel.number()), writer.channel(channel));
        }
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        line(text, "Data format edition number", "1.6");
        line(text, "Laboratory name", test.performer().toString());
        line(text, "Laboratory test ref. number", test.reference());
        line(text, "Title", test.title());
        line(text, "Medium No./number of media", "1/1");
        line(text, "Type of the test", test.type().toString());
        line(text, "Subtype of the test", test.configuration().toString());
        line(text, "Date of the test", test.date().map(Object::toString).orElse(""));
        line(text, "Number of test objects", Integer.toString(test.vehicles().size()));
        for (Vehicle vehicle : test.vehicles()) {
            int n = vehicle.number();
            line(text, "Name of test object " + n, (vehicle.make() + " " + vehicle.model()).strip());
            line(text, "Velocity test object " + n, NhtsaRows.number(vehicle.speed() / KM_PER_HOUR));
            line(text, "Mass test object " + n, NhtsaRows.number(vehicle.testMass()));
            line(text, "Type of test object " + n, Integer.toString(n));
        }
        extension(text, "TEST", NhtsaRows.test(test));
        extensions(
                text,
                "VEHICLE",
                test.vehicles().stream().map(NhtsaRows::vehicle).toList());
        extensions(
                text, "BARRIER", test.barrier().stream().map(NhtsaRows::barrier).toList());
        extensions(
                text,
                "OCCUPANT",
                test.occupants().stream().map(NhtsaRows::occupant).toList());
        extensions(
                text,
                "RESTRAINT",
                test.restraints().stream().map(NhtsaRows::restraint).toList());
        return text.toString();
    }

    private String list() {
        StringBuilder text = new StringBuilder();
        line(text, "Instrumentation standard", "SAE J211");
        line(text, "Number of channels", Integer.toString(test.channels().size()));
        for (Channel channel : test.channels()) {
            line(
                    text,
                    String.format(Locale.ROOT, "Name of channel %03d", channel.number()),
                    code(channel) + " / " + channel.comment());
        }
        return text.toString();
    }

    private String code(Channel channel) {
        String dummy = test.occupants().stream()
                .filter(occupant -> occupant.vehicle() == channel.vehicle()
                        && occupant.location().equals(channel.location()))
                .map(Occupant::type)
                .map(type -> type.code().length() == 2 ? type.code() : "00")
                .findFirst()
                .orElse("00");
        return codes.code(
                channel.vehicle(),
                channel.location().code(),
                channel.attachment().code(),
                dummy,
                channel.sensor().code(),
                channel.unit().code(),
                channel.axis().code());
    }

    private String channel(Channel channel) {
        Optional<IsoUnit> unit = IsoUnit.ofCode(
                channel.unit().code().isEmpty()
                        ? channel.unit().text()
                        : channel.unit().code());
        StringBuilder text = new StringBuilder();
        line(text, "Test object number", Integer.toString(channel.vehicle()));
        line(text, "Name of the channel", channel.comment());
        line(text, "Channel code", code(channel));
        line(text, "Comments", channel.comment());
        line(text, "Direction", channel.axis().code());
        line(text, "Unit", unit.map(IsoUnit::label).orElse(channel.unit().toString()));
        line(text, "Cut off frequency", NhtsaRows.number(channel.prefilter()));
        line(text, "Reference channel", "implicit");
        line(text, "Data source", channel.dataStatus().is("CM") ? "calculation" : "transducer");
        line(text, "Data status", STATUS.getOrDefault(channel.dataStatus().code(), ""));
        extension(text, "CHANNEL", NhtsaRows.channel(channel));
        channel.signal()
                .ifPresent(signal ->
                        samples(text, signal, unit.map(IsoUnit::factor).orElse(1.)));
        return text.toString();
    }

    private static void samples(StringBuilder text, Signal signal, double factor) {
        line(text, "Sampling interval", Double.toString(signal.interval()));
        line(text, "Time of first sample", Double.toString(signal.time(0)));
        line(text, "Number of samples", Integer.toString(signal.size()));
        for (int k = 0; k < signal.size(); k++) {
            double value = signal.sample(k) / factor;
            text.append(Double.isNaN(value) ? NO_VALUE : Double.toString(value)).append("\r\n");
        }
    }

    private static void extensions(StringBuilder text, String section, List<Map<String, String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            extension(text, section + " " + (i + 1), rows.get(i));
        }
    }

    private static void extension(StringBuilder text, String section, Map<String, String> row) {
        row.forEach((field, value) -> {
            if (!value.isEmpty()) {
                line(text, IsoHeader.EXTENSION + " " + section + " " + field.replace(':', ' '), value);
            }
        });
    }

    /** One descriptor, padded to 28 columns. */
    private static void line(StringBuilder text, String descriptor, String value) {
        String own = value.replaceAll("\\p{Cntrl}", " ").strip();
        text.append(descriptor)
                .append(" ".repeat(Math.max(0, 28 - descriptor.length())))
                .append(':')
                .append(own.isEmpty() ? NO_VALUE : own)
                .append("\r\n");
    }
}
