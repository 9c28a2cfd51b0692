package assay.campaigns.cli;

import assay.acquisition.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The {@code --set key=value} pairs of a command. A key belongs to whoever asks for it; {@link #rejectUnknown} refuses the
 * keys nobody asked for. Mutable: it remembers who asked.
 */
final class Settings {

    private final Map<String, String> values;
    private final TreeSet<String> known = new TreeSet<>();

    Settings(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    int integer(String key, int otherwise) {
        try {
            return take(key).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw wrong(key, "a whole number");
        }
    }

    double number(String key, double otherwise) {
        try {
            return take(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw wrong(key, "a number");
        }
    }

    /** One of the constants of an enum, in any case and with - for _. */
    <E extends Enum<E>> E choice(String key, E otherwise) {
        E[] constants = otherwise.getDeclaringClass().getEnumConstants();
        List<String> names = Arrays.stream(constants).map(Settings::name).toList();
        int index = names.indexOf(take(key).orElse(name(otherwise)).toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw wrong(key, "one of " + String.join(", ", names));
        }
        return constants[index];
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Refuses keys that nobody asked for.
     *
     * @param whose who could have asked, for the message
     */
    void rejectUnknown(String whose) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("--set %s: %s has no such setting.%s It knows %s."
                        .formatted(key, whose, NearestName.hint(key, known), String.join(", ", known)));
            }
        }
    }

    private Optional<String> take(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException("--set %s=%s: expected %s".formatted(key, values.get(key), expected));
    }
}
