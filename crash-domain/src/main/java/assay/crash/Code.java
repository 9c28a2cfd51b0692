package assay.crash;

/**
 * A word of the crash database: its short code and what it means, {@code 4S} and {@code FOUR DOOR SEDAN}. Either may be
 * unknown and is empty then: old tables lack the codes of newer words, and some files write codes that no table explains.
 *
 * @param code as in NHTSA's tables, upper case, such as {@code FLLR}; empty if unknown
 * @param text as in NHTSA's tables, upper case, such as {@code FLOORPAN - LEFT REAR}; empty if unknown
 */
public record Code(String code, String text) {

    /** Nothing was said. */
    public static final Code MISSING = new Code("", "");

    /** Whether this is the word with this code. The missing word is none. */
    public boolean is(String code) {
        return !this.code.isEmpty() && this.code.equals(code);
    }

    public boolean isMissing() {
        return code.isEmpty() && text.isEmpty();
    }

    /** The text, or the code where no text is known, or nothing. */
    @Override
    public String toString() {
        return text.isEmpty() ? code : text;
    }
}
