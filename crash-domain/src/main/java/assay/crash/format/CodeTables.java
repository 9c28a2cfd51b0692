package assay.crash.format;

import assay.crash.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** NHTSA's code tables, both ways, from the resource {@code codes.tsv}, which names their source. Immutable. */
final class CodeTables {

    private static final int LONGEST_CODE = 6;

    private final Map<String, String> textOfCode = new HashMap<>();
    private final Map<String, String> codeOfText = new HashMap<>();

    private CodeTables() {}

    static CodeTables load() {
        CodeTables tables = new CodeTables();
        try (InputStream in = CodeTables.class.getResourceAsStream("codes.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                tables.textOfCode.putIfAbsent(key(cells[0], cells[1]), cells[2]);
                tables.codeOfText.putIfAbsent(key(cells[0], cells[2]), cells[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    /** The word that stands in a file, as a code or as a text; a short unknown word is taken for a code. */
    Code of(String table, String word) {
        String written = normal(word);
        if (written.isEmpty()) {
            return Code.MISSING;
        }
        String text = textOfCode.get(key(table, written));
        if (text != null) {
            return new Code(written, text);
        }
        Code byText = ofText(table, written);
        return byText.code().isEmpty() && written.length() <= LONGEST_CODE && written.indexOf(' ') < 0
                ? new Code(written, "")
                : byText;
    }

    /** The word that stands in a field for texts, where some services write codes all the same. */
    Code ofDescription(String table, String word) {
        return textOfCode.containsKey(key(table, normal(word))) ? of(table, word) : ofText(table, word);
    }

    /** The word with this text; without a code if the tables have none for it. */
    Code ofText(String table, String text) {
        String written = normal(text);
        String code = codeOfText.getOrDefault(key(table, written), "");
        return new Code(code, code.isEmpty() ? written : textOfCode.get(key(table, code)));
    }

    /** A model, whose codes are numbers within a make; a name alone does not tell the code. */
    Code model(Code make, String word, String text) {
        String written = normal(word);
        return written.matches("\\d{1,4}")
                ? new Code(written, textOfCode.getOrDefault(key("MODEL", make.code() + written), normal(text)))
                : new Code("", written.isEmpty() ? normal(text) : written);
    }

    private static String key(String table, String word) {
        return table + '\t' + word;
    }

    private static String normal(String word) {
        return word.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
