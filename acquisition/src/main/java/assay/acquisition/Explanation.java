package assay.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What stands behind an expected value.
 *
 * @param tied how many other candidates cannot be told apart from this one: each is ahead in at least a tenth of the histories that
 *     chance might have dealt, and behind in at least a tenth. Absent if the strategy does not know
 * @param drivers the past experiments that the expectation comes from most, the weightiest first; at most three
 */
public record Explanation(OptionalInt tied, List<Driver> drivers) {

    /** Nothing is known. */
    public static final Explanation NONE = new Explanation(OptionalInt.empty(), List.of());

    /**
     * A past experiment behind an expected value.
     *
     * @param experiment its name
     * @param weight its share of the expectation, 0 .. 1
     */
    public record Driver(String experiment, double weight) {}

    /** In words, to be put behind a reason: {@code tied with 4 others; mostly from T3 (21 %), T9 (12 %)}; empty if nothing is known. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        if (tied.orElse(0) > 0) {
            parts.add(tied.getAsInt() == 1 ? "tied with 1 other" : "tied with %d others".formatted(tied.getAsInt()));
        }
        if (!drivers.isEmpty()) {
            parts.add(drivers.stream()
                    .map(driver ->
                            String.format(Locale.ROOT, "%s (%.0f %%)", driver.experiment(), 100 * driver.weight()))
                    .collect(Collectors.joining(", ", "mostly from ", "")));
        }
        return String.join("; ", parts);
    }

    /** Copies the list. */
    public Explanation {
        drivers = List.copyOf(drivers);
    }
}
