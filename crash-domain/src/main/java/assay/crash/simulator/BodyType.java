package assay.crash.simulator;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fifteen body types of the LossVal paper, appendix C.4, in its order, by NHTSA's words.
 *
 * <p>The shares of 2024 follow a count of 554 tests from 2011 on (243 utility vehicles, 154 four-door sedans, 44 four-door
 * pickups, 40 five-door hatchbacks, ..), those of 1980 are our estimate of a fleet of sedans and coupes. Mass shifts and
 * prices are our estimates too.
 */
public enum BodyType {
    CONVERTIBLE("CONVERTIBLE", 2, 1, 20, 320),
    PICKUP("PICKUP TRUCK", 8, 1, 300, 250),
    FOUR_DOOR_SEDAN("FOUR DOOR SEDAN", 27, 25, 0, 230),
    VAN("VAN", 3, 1, 450, 270),
    FIVE_DOOR_HATCHBACK("FIVE DOOR HATCHBACK", 4, 8, -150, 200),
    UTILITY_VEHICLE("UTILITY VEHICLE", 6, 42, 250, 300),
    THREE_DOOR_HATCHBACK("THREE DOOR HATCHBACK", 12, 1, -200, 180),
    TWO_DOOR_COUPE("TWO DOOR COUPE", 10, 3, -100, 290),
    TWO_DOOR_SEDAN("TWO DOOR SEDAN", 12, 0.5, -50, 220),
    EXTENDED_CAB_PICKUP("EXTENDED CAB PICKUP", 2, 4, 450, 280),
    MINIVAN("MINIVAN", 3, 3, 300, 260),
    FOUR_DOOR_PICKUP("4 DOOR PICKUP", 1, 8, 450, 310),
    STATION_WAGON("STATION WAGON", 6, 1, 100, 240),
    TRUCK("TRUCK", 1, 0.5, 700, 360),
    THREE_DOOR_COUPE("THREE DOOR COUPE", 3, 1, -100, 280);

    private final String text;
    private final double shareOf1980;
    private final double shareOf2024;
    private final double massShift;
    private final double price;

    BodyType(String text, double shareOf1980, double shareOf2024, double massShift, double price) {
        this.text = text;
        this.shareOf1980 = shareOf1980;
        this.shareOf2024 = shareOf2024;
        this.massShift = massShift;
        this.price = price;
    }

    /** NHTSA's words, such as {@code FOUR DOOR SEDAN}. */
    public String text() {
        return text;
    }

    /** The body type with NHTSA's words, if it is one of the fifteen. */
    public static Optional<BodyType> of(String text) {
        return Arrays.stream(values()).filter(body -> body.text.equals(text)).findFirst();
    }

    /** kg more than the average car of its year. */
    double massShift() {
        return massShift;
    }

    /** Typical price of one test in thousands of dollars. */
    double price() {
        return price;
    }

    /**
     * The body type at a level of the cumulated shares of an age.
     *
     * @param age 0 in 1980, 1 in 2024; shares lie on a line between them, and stay there beyond
     * @param level 0 to below 1
     */
    static BodyType at(double age, double level) {
        double total = 0;
        for (BodyType body : values()) {
            total += body.share(age);
        }
        double left = level * total;
        for (BodyType body : values()) {
            left -= body.share(age);
            if (left < 0) {
                return body;
            }
        }
        return THREE_DOOR_COUPE;
    }

    private double share(double age) {
        return shareOf1980 + (shareOf2024 - shareOf1980) * Structure.clip(age);
    }
}
