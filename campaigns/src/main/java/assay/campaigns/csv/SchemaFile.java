package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A schema as people write it, in YAML: {@code columns}, a list of {@code name}, {@code kind}, {@code role} and
 * {@code unit}. All but the name may be left out, and are inferred then.
 */
public final class SchemaFile {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());
    private static final List<String> KEYS = List.of("name", "kind", "role", "unit");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    /** What a schema file says of one column. */
    record Entry(String name, Optional<Kind> kind, Optional<Role> role, Optional<String> unit) {}

    private final String file;
    private final ProblemList problems = new ProblemList();

    private SchemaFile(Path file) {
        this.file = file.toString();
    }

    /**
     * Reads a schema file.
     *
     * @throws InvalidDataException with all its problems
     */
    static List<Entry> read(Path path) {
        SchemaFile schema = new SchemaFile(path);
        List<Entry> entries = schema.entries(path);
        schema.problems.throwIfErrors();
        return entries;
    }

    private List<Entry> entries(Path path) {
        String expected = "a YAML file with `columns:`, a list such as - {name: mass, kind: numeric}";
        JsonNode root;
        try {
            root = YAML.readTree(Files.readString(path));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(Problem.inCell(
                    file,
                    line,
                    "",
                    "broken YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""),
                    expected,
                    ""));
            return List.of();
        } catch (IOException e) {
            problems.add(CsvSource.problem(path, e, 0, expected));
            return List.of();
        }
        root.fieldNames().forEachRemaining(key -> {
            if (!key.equals("columns")) {
                problems.add(Problem.ofFile(
                        file, "the key " + Cell.quote(key), "the key columns and no other", "Remove it"));
            }
        });
        JsonNode columns = root.path("columns");
        if (!columns.isArray() || columns.isEmpty()) {
            problems.add(Problem.ofFile(
                    file,
                    columns.isArray() ? "no columns" : "no list of columns",
                    expected,
                    "`assay doctor F --write-schema OUT` writes one to start from"));
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            entry(columns.get(i), i).ifPresent(entries::add);
        }
        twice(entries);
        return entries;
    }

    private Optional<Entry> entry(JsonNode node, int index) {
        String name = node.path("name").asText("").strip();
        if (name.isEmpty()) {
            problems.add(Problem.ofFile(
                    file,
                    "no name in entry %d of columns".formatted(index + 1),
                    "a name in every entry, as in {name: mass, kind: numeric}",
                    ""));
            return Optional.empty();
        }
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                problems.add(Problem.ofColumn(
                        file,
                        name,
                        "the key " + Cell.quote(key),
                        "one of " + String.join(", ", KEYS),
                        NearestName.cure(key, KEYS)));
            }
        }
        Header.Name parts = Header.Name.of(name);
        Optional<String> unit = Optional.ofNullable(node.get("unit"))
                .map(n -> n.asText("").strip())
                .or(() -> Optional.of(parts.unit()).filter(u -> !u.isEmpty()));
        return Optional.of(new Entry(
                parts.name(), choice(node, name, "kind", Kind.class), choice(node, name, "role", Role.class), unit));
    }

    private <E extends Enum<E>> Optional<E> choice(JsonNode node, String column, String key, Class<E> type) {
        if (!node.has(key)) {
            return Optional.empty();
        }
        String word = node.get(key).asText("").strip();
        Optional<E> choice = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equalsIgnoreCase(word))
                .findFirst();
        if (choice.isEmpty()) {
            List<String> words = Words.of(type);
            problems.add(Problem.ofColumn(
                    file,
                    column,
                    key + " " + Cell.quote(word),
                    key + " " + String.join(", ", words.subList(0, words.size() - 1)) + " or "
                            + words.get(words.size() - 1),
                    NearestName.cure(word, words)));
        }
        return choice;
    }

    private void twice(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).name();
            if (entries.subList(0, i).stream().anyMatch(e -> e.name().equals(name))) {
                problems.add(Problem.ofColumn(
                        file, name, "the column in a second entry", "one entry per column", "Remove one of them"));
            }
        }
    }

    /** A schema as the YAML that {@code --schema} reads, one column per line. */
    public static String render(Schema schema) {
        StringBuilder text = new StringBuilder("""
                # kind: numeric, categorical, date, text
                # role: id, time, configurable (known before a test), measured (known after it), target, cost, ignored
                columns:
                """);
        for (Column column : schema.columns()) {
            text.append("  - {name: ").append(scalar(column.name()));
            text.append(", kind: ").append(Words.of(column.kind()));
            text.append(", role: ").append(Words.of(column.role()));
            if (!column.unit().isEmpty()) {
                text.append(", unit: ").append(scalar(column.unit()));
            }
            text.append("}\n");
        }
        return text.toString();
    }

    /** A text as YAML; whatever is not a plain word is quoted, so that no means no and 007 is not 7. */
    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : TextNode.valueOf(text).toString();
    }

    /**
     * Writes a schema to a new file: all of it or nothing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a file of that name; it is left as it is
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Schema schema) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            Files.writeString(temporary, render(schema));
            Files.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
