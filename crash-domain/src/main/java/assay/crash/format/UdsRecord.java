package assay.crash.format;

import java.nio.charset.StandardCharsets;

/**
 * A walk along the fields of one record of 512 bytes, packed without padding: texts filled with blanks, integers and reals of
 * four bytes. Not thread-safe.
 */
final class UdsRecord {

    static final int LENGTH = 512;

    private final byte[] bytes;
    private final UdsNumbers form;
    private int at;

    /** @param start of the record in {@code bytes} */
    UdsRecord(byte[] bytes, int start, UdsNumbers form) {
        this.bytes = bytes;
        this.form = form;
        this.at = start;
    }

    String text(int length) {
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    int integer() {
        at += 4;
        return form.integer(bytes, at - 4);
    }

    float real() {
        at += 4;
        return form.real(bytes, at - 4);
    }

    /** An integer in writing. */
    String whole() {
        return Integer.toString(integer());
    }

    /** A real in its shortest writing; empty if it is no number. */
    String decimal() {
        float real = real();
        return Float.isFinite(real) ? Float.toString(real) : "";
    }

    void skip(int length) {
        at += length;
    }
}
