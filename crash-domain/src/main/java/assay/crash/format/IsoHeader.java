package assay.crash.format;

import assay.crash.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines {@code descriptor :value} of an ISO-MME file. The first colon separates, so values may contain colons.
 * Descriptors are found whatever the case of their letters and the number of blanks between their words.
 *
 * @param entries in the order of the file
 * @param end index of the first byte behind them
 * @param index the entries of a descriptor
 */
record IsoHeader(String file, List<Entry> entries, int end, Map<String, List<Entry>> index) {

    private static final int MOST_LINES = 100_000;

    /** Our own descriptors, by which fields that ISO 13499 does not know survive. */
    static final String EXTENSION = ".NHTSA";

    private static final Pattern OWN = Pattern.compile("\\.NHTSA (TEST|CHANNEL|[A-Z]+ \\d+) (.+)");

    /** @param value empty where the file says NOVALUE */
    record Entry(int line, String descriptor, String value) {}

    /**
     * Reads lines up to the first one without a colon, which begins the samples.
     *
     * @throws DamagedFileException if there is binary data in them
     */
    static IsoHeader of(String file, byte[] bytes) {
        int end = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
                continue;
            }
            String line = new String(bytes, start, i - start, StandardCharsets.ISO_8859_1);
            if (!line.isBlank() && line.indexOf(':') < 0) {
                break;
            }
            end = Math.min(i + 1, bytes.length);
            start = i + 1;
        }
        TextFile text = TextFile.of(file, Arrays.copyOf(bytes, end));
        if (text.lines().size() > MOST_LINES) {
            throw new DamagedFileException(new Problem(
                    file,
                    MOST_LINES + 1,
                    "",
                    "more lines",
                    "at most " + MOST_LINES + " descriptors",
                    "It was left out. Maybe it is something else"));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            int colon = line.indexOf(':');
            if (colon >= 0) {
                String value = line.substring(colon + 1).strip();
                entries.add(new Entry(
                        i + 1,
                        normal(line.substring(0, colon)),
                        value.equalsIgnoreCase(NhtsaFields.NO_VALUE) ? "" : value));
            }
        }
        return new IsoHeader(file, entries, end, entries.stream().collect(Collectors.groupingBy(Entry::descriptor)));
    }

    private static String normal(String descriptor) {
        return descriptor.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** A header of a file that is not there. */
    static IsoHeader empty(String file) {
        return new IsoHeader(file, List.of(), 0, Map.of());
    }

    private List<Entry> find(String descriptor) {
        return index.getOrDefault(normal(descriptor), List.of());
    }

    /** The first value that is not missing; empty if there is none. */
    String get(String descriptor) {
        return all(descriptor).stream().findFirst().orElse("");
    }

    List<String> all(String descriptor) {
        return find(descriptor).stream()
                .map(Entry::value)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The line of a descriptor; that of the first line if it is not there. */
    int line(String descriptor) {
        return find(descriptor).stream().mapToInt(Entry::line).findFirst().orElse(1);
    }

    /**
     * The fields below our own descriptors: {@code .NHTSA VEHICLE 1 MAKE} is field MAKE of {@code VEHICLE 1},
     * {@code .NHTSA TEST TITLE} is field TITLE of {@code TEST}.
     */
    Map<String, Map<String, String>> extensions() {
        Map<String, Map<String, String>> extensions = new HashMap<>();
        for (Entry entry : entries) {
            Matcher matcher = OWN.matcher(entry.descriptor().toUpperCase(Locale.ROOT));
            if (matcher.matches() && !entry.value().isEmpty()) {
                extensions
                        .computeIfAbsent(matcher.group(1), key -> new LinkedHashMap<>())
                        .putIfAbsent(matcher.group(2), entry.value());
            }
        }
        return extensions;
    }
}
