package assay.campaigns.cli;

import assay.acquisition.NearestName;
import java.util.Arrays;
import java.util.List;

/** The valuation methods of the command line, by the names that are typed. */
enum MethodName {
    LOSSVAL("lossval"),
    LOSSVAL_REFERENCE("lossval-reference"),
    RANDOM("random");

    private final String typed;

    MethodName(String typed) {
        this.typed = typed;
    }

    /** @throws IllegalArgumentException that lists the names, and the nearest one */
    static MethodName named(String typed) {
        List<String> names = Arrays.stream(values()).map(m -> m.typed).toList();
        int index = names.indexOf(typed);
        if (index < 0) {
            throw new IllegalArgumentException(
                    NearestName.unknown("there is no method " + typed, typed, "All methods:", names));
        }
        return values()[index];
    }

    boolean trainsNetworks() {
        return this != RANDOM;
    }

    @Override
    public String toString() {
        return typed;
    }
}
