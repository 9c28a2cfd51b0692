package assay.crash.table;

import java.util.Objects;

/**
 * Something a person should know about how a test was read.
 *
 * @param kind whether it explains a choice or warns
 * @param text one sentence without a full stop
 */
public record Remark(Kind kind, String text) {

    /** What a remark is for. */
    public enum Kind {
        /** Which choice was made, and why. */
        EXPLANATION,
        /** Something that makes the numbers less certain. */
        FLAG
    }

    /** Checks that there is something to say. */
    public Remark {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("text of a remark must not be blank");
        }
    }

    static Remark explanation(String text) {
        return new Remark(Kind.EXPLANATION, text);
    }

    static Remark flag(String text) {
        return new Remark(Kind.FLAG, text);
    }

    public boolean isFlag() {
        return kind == Kind.FLAG;
    }
}
