package assay.crash.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines {@code descriptor :value} of an ISO-MME file. The first colon separates, so values may contain colons.
 * Descriptors are found whatever the case of their letters and the number of blanks between their words.
 *
 * @param entries in the order of the file
 * @param end index of the first byte behind them
 */
record IsoHeader(String file, List<Entry> entries, int end) {

    /** Our own descriptors, by which fields that ISO 13499 does not know survive. */
    static final String EXTENSION = ".NHTSA";

    /** @param value empty where the file says NOVALUE */
    record Entry(int line, String descriptor, String value) {

        private boolean is(String name) {
            return descriptor.equals(normal(name));
        }
    }

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
        return new IsoHeader(file, entries, end);
    }

    private static String normal(String descriptor) {
        return descriptor.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The first value that is not missing; empty if there is none. */
    String get(String descriptor) {
        return entries.stream()
                .filter(entry -> entry.is(descriptor) && !entry.value().isEmpty())
                .map(Entry::value)
                .findFirst()
                .orElse("");
    }

    List<String> all(String descriptor) {
        return entries.stream()
                .filter(entry -> entry.is(descriptor) && !entry.value().isEmpty())
                .map(Entry::value)
                .toList();
    }

    /** The line of a descriptor; that of the first entry if it is not there. */
    int line(String descriptor) {
        return entries.stream()
                .filter(entry -> entry.is(descriptor))
                .mapToInt(Entry::line)
                .findFirst()
                .orElse(1);
    }

    /** The fields below one of our own descriptors, such as {@code .NHTSA VEHICLE 1 MAKE} below {@code VEHICLE 1}. */
    Map<String, String> extension(String prefix) {
        String begin = normal(EXTENSION + " " + prefix) + " ";
        Map<String, String> fields = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.descriptor().startsWith(begin) && !entry.value().isEmpty()) {
                fields.putIfAbsent(
                        entry.descriptor().substring(begin.length()).toUpperCase(Locale.ROOT), entry.value());
            }
        }
        return fields;
    }
}
