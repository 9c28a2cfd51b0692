package assay.crash.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One record of a test in NHTSA's field names, as written. All formats become such rows first, so that the rules for
 * codes and missing values stand in one place.
 *
 * @param file for messages
 * @param line of the record, for messages
 * @param cells field to text without blanks around; a field whose name ends in D holds the text of a code
 * @param lines field to its own line, where a record has several
 */
record Row(String file, int line, Map<String, String> cells, Map<String, Integer> lines) {

    static Row of(String file, int line, Map<String, String> cells) {
        Map<String, String> stripped = new LinkedHashMap<>();
        cells.forEach((name, text) -> stripped.put(name, text.strip()));
        return new Row(file, line, stripped, Map.of());
    }

    /** The text of a field; empty where missing. */
    String text(String field) {
        String text = cells.getOrDefault(field, "");
        return text.equals(NhtsaFields.NO_VALUE) ? "" : text;
    }

    int lineOf(String field) {
        return lines.getOrDefault(field, line);
    }

    /** This row, with what the other one knows more. */
    Row merge(Row other) {
        Map<String, String> merged = new LinkedHashMap<>(other.cells);
        cells.forEach((field, text) -> {
            if (!text.isEmpty()) {
                merged.put(field, text);
            }
        });
        return new Row(file, line, merged, lines);
    }
}
