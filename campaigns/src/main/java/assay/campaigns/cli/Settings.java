package assay.campaigns.cli;

import assay.acquisition.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The {@code --set key=value} pairs of a command. A key belongs to whoever asks for it; {@link #rejectUnknown} refuses the
 * keys nobody asked for. Mutable: it remembers who asked.
 */
final class Settings {

    private final Map<String, String> values;
    private final TreeSet<String> known = new TreeSet<>();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads pairs as they were typed.
     *
     * @throws IllegalArgumentException for what is no pair, and for a key that is there twice
     */
    static Settings of(List<String> pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--set %s: expected KEY=VALUE, such as --set epochs=30".formatted(pair));
            }
            String key = pair.substring(0, equals);
            String before = values.putIfAbsent(key, pair.substring(equals + 1));
            if (before != null) {
                throw new IllegalArgumentException(
                        "--set %s: there is a --set %s=%s already".formatted(pair, key, before));
            }
        }
        return new Settings(values);
    }

    int integer(String key, int otherwise) {
        return read(key, Typed::wholeNumber, otherwise);
    }

    /** Whole numbers with commas between them. */
    List<Integer> integers(String key, List<Integer> otherwise) {
        return read(
                key,
                typed -> Arrays.stream(typed.split(",", -1))
                        .map(Typed::wholeNumber)
                        .toList(),
                otherwise);
    }

    /** As it was typed; empty if it was not. */
    Optional<String> text(String key) {
        return read(key, Optional::of, Optional.empty());
    }

    double number(String key, double otherwise) {
        return read(key, Typed::number, otherwise);
    }

    /** Numbers with commas between them. */
    List<Double> numbers(String key, List<Double> otherwise) {
        return read(
                key,
                typed -> Arrays.stream(typed.split(",", -1)).map(Typed::number).toList(),
                otherwise);
    }

    /** All pairs but those of some keys, sorted by key, as they were typed. */
    String without(Set<String> keys) {
        Map<String, String> others = new TreeMap<>(values);
        others.keySet().removeAll(keys);
        return others.toString();
    }

    /** One of the constants of an enum, in any case and with - for _. */
    <E extends Enum<E>> E choice(String key, E otherwise) {
        return read(key, typed -> Typed.choice(otherwise.getDeclaringClass(), typed), otherwise);
    }

    /** One of the constants of an enum; empty if none was typed. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> of) {
        return read(key, typed -> Optional.of(Typed.choice(of, typed)), Optional.empty());
    }

    private <T> T read(String key, Function<String, T> reader, T otherwise) {
        known.add(key);
        try {
            return Optional.ofNullable(values.get(key)).map(reader).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--set %s: %s".formatted(key, e.getMessage()), e);
        }
    }

    /**
     * Refuses keys that nobody asked for.
     *
     * @param whose who could have asked, for the message
     */
    void rejectUnknown(String whose) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(NearestName.unknown(
                        "--set %s: %s has no such setting".formatted(key, whose), key, "It knows", known));
            }
        }
    }
}
