package assay.crash.format;

import assay.crash.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON file that knows its line. Numbers stay as they are written; null is an empty text.
 *
 * @param line where it begins, 1-based
 * @param text of a text, a number or a truth value; empty for null, objects and arrays
 * @param members of an object, in order; of a name given twice the first one counts
 * @param items of an array
 */
record JsonValue(int line, String text, Map<String, JsonValue> members, List<JsonValue> items) {

    private static final StreamReadConstraints SMALL = StreamReadConstraints.builder()
            .maxNestingDepth(40)
            .maxStringLength(1_000_000)
            .maxNumberLength(100)
            .build();

    /** A test of 640 channels has 20,000 values. */
    private static final int MOST_VALUES = 1_000_000;

    /** @throws DamagedFileException if it is not JSON from begin to end */
    static JsonValue parse(String file, String text) {
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(SMALL).build();
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw damaged(file, 1, "an empty file");
            }
            JsonValue value = new Builder(file, parser).value(first);
            if (parser.nextToken() != null) {
                throw damaged(file, parser.currentLocation().getLineNr(), "more behind the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw damaged(file, line, Report.quote(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DamagedFileException damaged(String file, int line, String found) {
        return new DamagedFileException(
                new Problem(file, line, "", found, "JSON", "It was left out. Maybe the file was cut: fetch it again"));
    }

    /** Builds the values of one file. */
    private static final class Builder {

        private final String file;
        private final JsonParser parser;
        private int count;

        Builder(String file, JsonParser parser) {
            this.file = file;
            this.parser = parser;
        }

        JsonValue value(JsonToken token) throws IOException {
            int line = parser.currentTokenLocation().getLineNr();
            if (++count > MOST_VALUES) {
                throw damaged(file, line, "more than " + MOST_VALUES + " values");
            }
            if (token == JsonToken.START_OBJECT) {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    members.putIfAbsent(name, value(parser.nextToken()));
                }
                return new JsonValue(line, "", members, List.of());
            }
            if (token == JsonToken.START_ARRAY) {
                List<JsonValue> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(next));
                }
                return new JsonValue(line, "", Map.of(), items);
            }
            return new JsonValue(line, token == JsonToken.VALUE_NULL ? "" : parser.getText(), Map.of(), List.of());
        }
    }

    /** A member of an object; null, an empty text, if there is none. */
    JsonValue get(String name) {
        JsonValue member = members.get(name);
        return member == null ? new JsonValue(line, "", Map.of(), List.of()) : member;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The objects in this value: itself, or the items of this array. */
    List<JsonValue> objects() {
        if (!members.isEmpty()) {
            return List.of(this);
        }
        return items.stream().filter(item -> !item.members.isEmpty()).toList();
    }

    /** This object as a record; what is deeper inside is left out. */
    Row row(String file) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (member.members.isEmpty() && member.items.isEmpty()) {
                cells.put(name, member.text.strip());
                lines.put(name, member.line);
            }
        });
        return new Row(file, line, cells, lines);
    }
}
