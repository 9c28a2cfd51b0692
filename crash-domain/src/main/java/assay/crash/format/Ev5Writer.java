package assay.crash.format;

import assay.crash.Channel;
import assay.crash.CrashTest;
import assay.crash.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a test as an EV5 set: header, and one file of times and values a channel that has samples. */
final class Ev5Writer {

    private Ev5Writer() {}

    /** Writes {@code NAME.EV5} and {@code NAME.001} and so on. */
    static void write(CrashTest test, String name, FileSink sink) {
        test.channels().forEach(channel -> channel.signal().ifPresent(signal -> checkComplete(channel, signal)));
        StringBuilder header = new StringBuilder("----- EV5 -----\n");
        section(header, "TEST", NhtsaFields.TEST, List.of(NhtsaRows.test(test)));
        section(
                header,
                "VEHICLE",
                NhtsaFields.VEHICLE,
                test.vehicles().stream().map(NhtsaRows::vehicle).toList());
        section(
                header,
                "BARRIER",
                NhtsaFields.BARRIER,
                test.barrier().stream().map(NhtsaRows::barrier).toList());
        section(
                header,
                "OCCUPANT",
                NhtsaFields.OCCUPANT,
                test.occupants().stream().map(NhtsaRows::occupant).toList());
        section(
                header,
                "RESTRAINT",
                NhtsaFields.RESTRAINT,
                test.restraints().stream().map(NhtsaRows::restraint).toList());
        section(
                header,
                "INSTRUMENTATION",
                NhtsaFields.INSTRUMENTATION,
                test.channels().stream().map(NhtsaRows::channel).toList());
        sink.write(name + ".EV5", header.append("----- END -----\n").toString());
        for (Channel channel : test.channels()) {
            channel.signal()
                    .ifPresent(signal ->
                            sink.write(String.format(Locale.ROOT, "%s.%03d", name, channel.number()), samples(signal)));
        }
    }

    private static void checkComplete(Channel channel, Signal signal) {
        for (int k = 0; k < signal.size(); k++) {
            if (Double.isNaN(signal.sample(k))) {
                throw new IllegalArgumentException(
                        "channel %d lacks the sample at %s s, which EV5 cannot say. Maybe write ISO-MME"
                                .formatted(channel.number(), signal.time(k)));
            }
        }
    }

    private static void section(StringBuilder text, String name, List<String> fields, List<Map<String, String>> rows) {
        if (rows.isEmpty() && (name.equals("BARRIER") || name.equals("OCCUPANT"))) {
            return;
        }
        text.append("----- ").append(name).append(" -----\n");
        for (Map<String, String> row : rows) {
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : "|").append(clean(row.getOrDefault(fields.get(i), "")));
            }
            text.append('\n');
        }
    }

    /** Without what would begin another field or record. */
    private static String clean(String text) {
        return text.replaceAll("[|\\p{Cntrl}]", " ").strip();
    }

    private static String samples(Signal signal) {
        StringBuilder text = new StringBuilder(24 * signal.size());
        for (int k = 0; k < signal.size(); k++) {
            text.append(Math.rint(signal.time(k) * 1e9) / 1e9)
                    .append('\t')
                    .append(signal.sample(k))
                    .append('\n');
        }
        return text.toString();
    }
}
