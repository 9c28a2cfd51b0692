package assay.crash;

/**
 * Something in the record of a crash test that is not as it should be, what became of it, and what to do about it.
 *
 * @param file as the user can find it: a path, and {@code archive.zip!entry} inside an archive
 * @param line 1-based line of a text file, or 1-based record of 512 bytes of a UDS file; 0 if the problem is not in one
 * @param field name of the field in that format, such as {@code NLP}; empty if the problem is not in one field
 * @param found what stands there
 * @param expected what should stand there
 * @param cure what was left out because of it and a likely way out; empty if none is known
 */
public record Problem(String file, int line, String field, String found, String expected, String cure) {

    /** Control characters, which a hostile file may send to a terminal, become question marks. */
    public Problem {
        file = plain(file);
        field = plain(field);
        found = plain(found);
        expected = plain(expected);
        cure = plain(cure);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x80-\\x9F]", "?");
    }

    /** One line for people: {@code v1.EV5, line 7, field YEAR: found "abc", expected a number. Maybe ...}. */
    public String describe() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!field.isEmpty()) {
            text.append(", field ").append(field);
        }
        text.append(": found ").append(found).append(", expected ").append(expected);
        if (!cure.isEmpty()) {
            text.append(". ").append(cure);
        }
        return text.toString();
    }
}
