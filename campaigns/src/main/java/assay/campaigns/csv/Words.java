package assay.campaigns.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How constants are written in files and messages: {@code NUMERIC} is {@code numeric}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }
}
