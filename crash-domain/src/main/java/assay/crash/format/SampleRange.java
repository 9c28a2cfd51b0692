package assay.crash.format;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which samples a channel declares: those from {@code first} to {@code last}, {@code interval} seconds apart.
 *
 * @param first index, negative before contact
 * @param last index
 */
record SampleRange(int first, int last, double interval) {

    /** NHTSA takes 110,000 samples; a recorder at 1 MHz makes 5,000,000 in 5 s. */
    static final int MOST_SAMPLES = 5_000_000;

    int size() {
        return last - first + 1;
    }

    /** The range of the fields NFP, NLP and DELT; empty if there are no data, with a problem if that is a mistake. */
    static Optional<SampleRange> of(Row row, Report report) {
        OptionalDouble first = whole(row, "NFP", report);
        OptionalDouble last = whole(row, "NLP", report);
        OptionalDouble step = Decimals.parse(row.text("DELT"));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        double count = last.getAsDouble() - first.getAsDouble() + 1;
        if (last.getAsDouble() == -1 && count < 1) {
            return Optional.empty();
        }
        if (!(count >= 1 && count <= MOST_SAMPLES)) {
            report.add(
                    row.file(),
                    row.lineOf("NLP"),
                    "NLP",
                    "samples %s to %s".formatted(row.text("NFP"), row.text("NLP")),
                    "1 to " + MOST_SAMPLES + " samples",
                    "The samples were left out");
            return Optional.empty();
        }
        if (!(step.orElse(0) > 0)) {
            report.add(
                    row.file(),
                    row.lineOf("DELT"),
                    "DELT",
                    Report.quote(row.text("DELT")),
                    "microseconds between two samples, more than 0",
                    "The samples were left out");
            return Optional.empty();
        }
        return Optional.of(
                new SampleRange((int) first.getAsDouble(), (int) last.getAsDouble(), step.getAsDouble() / 1e6));
    }

    private static OptionalDouble whole(Row row, String field, Report report) {
        OptionalDouble number = Decimals.parse(row.text(field));
        if (number.isPresent()
                && Math.abs(number.getAsDouble()) <= Integer.MAX_VALUE
                && number.getAsDouble() == Math.rint(number.getAsDouble())) {
            return number;
        }
        report.add(
                row.file(),
                row.lineOf(field),
                field,
                row.text(field).isEmpty() ? "nothing" : Report.quote(row.text(field)),
                "a whole number",
                "The samples were left out");
        return OptionalDouble.empty();
    }
}
