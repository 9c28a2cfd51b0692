package assay.crash.table;

import assay.crash.Code;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The 15 body types of the LossVal paper, in its order. */
public enum BodyType {
    CONVERTIBLE("convertible", "CV"),
    PICKUP_TRUCK("pickup truck", "PU"),
    FOUR_DOOR_SEDAN("four-door sedan", "4S"),
    VAN("van", "VN"),
    FIVE_DOOR_HATCHBACK("five-door hatchback", "5H"),
    UTILITY_VEHICLE("utility vehicle", "UV"),
    THREE_DOOR_HATCHBACK("three-door hatchback", "3H"),
    TWO_DOOR_COUPE("two-door coupe", "2C"),
    TWO_DOOR_SEDAN("two-door sedan", "2S"),
    EXTENDED_CAB_PICKUP("extended cab pickup", "EX"),
    MINIVAN("minivan", "MV"),
    FOUR_DOOR_PICKUP("four-door pickup", ""),
    STATION_WAGON("station wagon", "SW"),
    TRUCK("truck", "TR"),
    THREE_DOOR_COUPE("three-door coupe", "");

    private static final String[] NUMBERS = {"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE"};

    private final String words;
    private final String code;

    BodyType(String words, String code) {
        this.words = words;
        this.code = code;
    }

    /** As in the paper; its "extended cap pickup" is a slip. */
    public String words() {
        return words;
    }

    /** The type that a word of the crash database means: by its text, or by its code where there is no text. */
    public static Optional<BodyType> of(Code body) {
        String text = plain(body.text());
        return Arrays.stream(values())
                .filter(type -> text.isEmpty() ? body.is(type.code) : text.equals(plain(type.words)))
                .findFirst();
    }

    /** Upper case, numbers spelled out, single blanks for hyphens: {@code 4-Door Pickup} is FOUR DOOR PICKUP. */
    private static String plain(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[-\\s]+", " ").strip();
        for (int n = 2; n < NUMBERS.length; n++) {
            plain = plain.replaceAll("\\b" + n + "\\b", NUMBERS[n]);
        }
        return plain;
    }
}
