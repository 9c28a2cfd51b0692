package assay.crash.table;

import assay.crash.Channel;
import assay.crash.Signal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about the channels of a test. */
final class Sensors {

    private static final Pattern VALID_UNTIL = Pattern.compile(
            "(?:NO (?:VALID |GOOD )?DATA|INVALID|QUESTIONABLE|MEANINGLESS|FAILED|BAD DATA|LOST)\\D{0,12}"
                    + "\\b(?:AFTER|FROM|BEYOND|AT)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*MS");

    private Sensors() {}

    /** Whether this is the accelerometer itself, not a redundant copy, and its data are as measured. */
    static boolean isPrimaryAccelerometer(Channel channel) {
        return isAccelerometer(channel) && isPrimary(channel);
    }

    /** Whether this is an accelerometer with data as measured, redundant or not. */
    static boolean isAccelerometer(Channel channel) {
        return channel.sensor().is("AC") && isAsMeasured(channel);
    }

    static boolean isPrimary(Channel channel) {
        String text = channel.channelStatus().text().toUpperCase(Locale.ROOT);
        return !channel.channelStatus().is("R") && !text.contains("REDUNDANT") && !text.endsWith(" R");
    }

    static boolean isAsMeasured(Channel channel) {
        return channel.dataStatus().is("AM") || channel.dataStatus().isMissing();
    }

    static boolean isAlongX(Channel channel) {
        return channel.axis().is("XG") || channel.axis().is("XL");
    }

    /** The end of its valid data in seconds, if its comment says that the rest is not. */
    static Optional<Double> validUntil(Channel channel) {
        Matcher matcher = VALID_UNTIL.matcher(channel.comment().toUpperCase(Locale.ROOT));
        return matcher.find() ? Optional.of(Double.parseDouble(matcher.group(1)) / 1000) : Optional.empty();
    }

    /** The samples, without those that the comment calls wrong. */
    static Optional<Signal> signal(Channel channel) {
        return channel.signal()
                .map(signal -> validUntil(channel)
                        .map(end -> {
                            double[] samples = signal.samples();
                            int valid = (int) Math.floor(end / signal.interval() + 1e-6) + 1 - signal.firstIndex();
                            Arrays.fill(
                                    samples, Math.min(samples.length, Math.max(0, valid)), samples.length, Double.NaN);
                            return Signal.of(signal.interval(), signal.firstIndex(), samples);
                        })
                        .orElse(signal));
    }

    /** {@code curve 93 (FLLR, left rear seat crossmember x)}. */
    static String name(Channel channel) {
        String comment = channel.comment().strip().toLowerCase(Locale.ROOT);
        return "curve %d (%s%s)"
                .formatted(channel.number(), channel.attachment().code(), comment.isEmpty() ? "" : ", " + comment);
    }
}
