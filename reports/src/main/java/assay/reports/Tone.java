package assay.reports;

import java.util.Locale;

/** Colour of a verdict, never its only message. */
enum Tone {
    GOOD,
    NEUTRAL,
    CAUTION;

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
