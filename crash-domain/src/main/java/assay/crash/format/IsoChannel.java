package assay.crash.format;

import assay.crash.Problem;
import assay.crash.Signal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The samples of one ISO-MME channel file: one a line, NOVALUE where missing, on the time of the header (implicit) or of
 * another channel (explicit). A {@link Signal} counts samples from first contact, so samples that were not taken at whole
 * multiples of the interval are interpolated linearly to those, which is reported.
 */
final class IsoChannel {

    private static final String LEFT_OUT = "The samples were left out. Maybe the file was cut: fetch it again";

    /** Nothing in a crash test moves further; exports have labelled micrometres as metres. */
    private static final double FARTHEST = 100_000;

    /** Times are written with a few digits only: as a share of the interval. */
    private static final double ROUNDING = 0.05;

    private final IsoHeader header;
    private final byte[] bytes;
    private final Report report;

    IsoChannel(IsoHeader header, byte[] bytes, Report report) {
        this.header = header;
        this.bytes = bytes;
        this.report = report;
    }

    /** One a line behind the header; empty, with a problem in the report, if there are other things or another number. */
    Optional<double[]> values() {
        String declared = header.get("Number of samples");
        OptionalDouble number = Decimals.parse(declared);
        if (number.isPresent() && !(number.getAsDouble() >= 0 && number.getAsDouble() <= SampleRange.MOST_SAMPLES)) {
            return wrong("Number of samples", Report.quote(declared), "0 to " + SampleRange.MOST_SAMPLES);
        }
        double[] values = new double[1024];
        int count = 0;
        int line = (int) new String(bytes, 0, header.end(), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
        int at = header.end();
        while (at < bytes.length) {
            int start = at;
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            String text = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1).strip();
            at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
            line++;
            if (text.isEmpty()) {
                continue;
            }
            OptionalDouble value =
                    text.equalsIgnoreCase(NhtsaFields.NO_VALUE) ? OptionalDouble.of(Double.NaN) : Decimals.parse(text);
            if (value.isEmpty()) {
                report.add(header.file(), line, "", Report.quote(text), "a number or NOVALUE", LEFT_OUT);
                return Optional.empty();
            }
            if (count == SampleRange.MOST_SAMPLES) {
                return wrong("Number of samples", "more samples", "at most " + SampleRange.MOST_SAMPLES);
            }
            values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
            values[count++] = value.getAsDouble();
        }
        if (number.isPresent() && number.getAsDouble() != count) {
            return wrong("Number of samples", Report.quote(declared), count + ", the lines behind the header");
        }
        return count == 0
                ? wrong("Number of samples", "no samples", "at least one")
                : Optional.of(Arrays.copyOf(values, count));
    }

    private <T> Optional<T> wrong(String descriptor, String found, String expected) {
        report.add(header.file(), header.line(descriptor), descriptor, found, expected, LEFT_OUT);
        return Optional.empty();
    }

    /** Samples at the times of the header. */
    Optional<Signal> implicit(double[] values) {
        OptionalDouble first = Decimals.parse(header.get("Time of first sample"));
        OptionalDouble interval = Decimals.parse(header.get("Sampling interval"));
        if (first.isEmpty()) {
            return wrong("Time of first sample", quoteOf("Time of first sample"), "seconds after contact");
        }
        if (!(interval.orElse(0) > 0)) {
            return wrong("Sampling interval", quoteOf("Sampling interval"), "seconds, more than 0");
        }
        double step = interval.getAsDouble();
        double index = first.getAsDouble() / step;
        if (!(Math.abs(index) < SampleRange.MOST_SAMPLES * 10.)) {
            return wrong("Time of first sample", quoteOf("Time of first sample"), "a time near contact");
        }
        if (Math.abs(index - Math.rint(index)) <= ROUNDING) {
            return finish(step, (int) Math.rint(index), values);
        }
        double[] times = new double[values.length];
        Arrays.setAll(times, k -> first.getAsDouble() + k * step);
        return interpolate(step, times, values);
    }

    private String quoteOf(String descriptor) {
        return header.get(descriptor).isEmpty() ? "nothing" : Report.quote(header.get(descriptor));
    }

    /** Samples at these times in seconds, which must rise. */
    Optional<Signal> explicit(double[] times, double[] values) {
        if (times.length != values.length) {
            return wrong(
                    "Reference channel name",
                    "%d samples and %d times".formatted(values.length, times.length),
                    "as many times as samples");
        }
        double[] steps = new double[times.length - 1];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = times[k + 1] - times[k];
            if (!(steps[k] > 0)) {
                return wrong(
                        "Reference channel name",
                        "time %s s behind %s s".formatted(times[k + 1], times[k]),
                        "times that rise");
            }
        }
        if (steps.length == 0) {
            return wrong("Reference channel name", "one time", "two or more");
        }
        double length = times[times.length - 1] - times[0];
        double mean = length / steps.length;
        int index = (int) Math.rint(times[0] / mean);
        if (isEven(times, mean, index)) {
            return finish(round(mean), index, values);
        }
        Arrays.sort(steps);
        double median = round(steps[steps.length / 2]);
        if (!(length / median < SampleRange.MOST_SAMPLES && Math.abs(times[0]) / median < SampleRange.MOST_SAMPLES)) {
            return wrong("Reference channel name", "times that are far apart", "times like a clock's");
        }
        return interpolate(median, times, values);
    }

    /** An interval with nine digits: times are written with few. */
    private static double round(double interval) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.8e", interval));
    }

    private static boolean isEven(double[] times, double interval, int first) {
        for (int k = 0; k < times.length; k++) {
            if (!(Math.abs(times[k] / interval - (first + k)) <= ROUNDING)) {
                return false;
            }
        }
        return true;
    }

    /** Between two times more than two intervals apart nothing is known. */
    private Optional<Signal> interpolate(double interval, double[] times, double[] values) {
        int first = (int) Math.ceil(times[0] / interval - ROUNDING);
        int last = (int) Math.floor(times[times.length - 1] / interval + ROUNDING);
        if (last < first) {
            return wrong("Time of first sample", "no sample at a multiple of the interval", "two samples or more");
        }
        double[] samples = new double[last - first + 1];
        int k = 0;
        for (int i = 0; i < samples.length; i++) {
            double time = (first + i) * interval;
            while (k + 2 < times.length && times[k + 1] < time) {
                k++;
            }
            int next = Math.min(k + 1, times.length - 1);
            double gap = times[next] - times[k];
            double share = gap > 0 ? Math.max(0, Math.min(1, (time - times[k]) / gap)) : 0;
            samples[i] =
                    gap > 2 * interval * (1 + ROUNDING) ? Double.NaN : values[k] + share * (values[next] - values[k]);
        }
        report.add(
                header.file(),
                header.line("Time of first sample"),
                "Time of first sample",
                "samples at odd times",
                "multiples of %s s".formatted(interval),
                "They were interpolated to those");
        return finish(interval, first, samples);
    }

    private Optional<Signal> finish(double interval, int first, double[] values) {
        Optional<IsoUnit> unit = IsoUnit.of(header.get("Unit"));
        if (unit.isEmpty()) {
            return Optional.of(Signal.of(interval, first, values));
        }
        double factor = unit.get().factor();
        double[] scaled = new double[values.length];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = values[k] * factor;
            if (unit.get().code().equals("MM") && Math.abs(scaled[k]) > FARTHEST) {
                return wrong(
                        "Unit",
                        "%s %s".formatted(values[k], header.get("Unit")),
                        "less than 100 m",
                        "The samples were left out. Maybe the unit is mm or micrometres");
            }
        }
        return Optional.of(Signal.of(interval, first, scaled));
    }

    private Optional<Signal> wrong(String descriptor, String found, String expected, String cure) {
        report.add(new Problem(header.file(), header.line(descriptor), descriptor, found, expected, cure));
        return Optional.empty();
    }
}
