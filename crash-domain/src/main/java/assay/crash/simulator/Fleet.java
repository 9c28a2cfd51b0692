package assay.crash.simulator;

import assay.crash.table.BodyType;
import java.util.List;

/**
 * How common, heavy and dear cars of each body type are.
 *
 * <p>The shares of 2024 follow a count of 554 real tests from 2011 on (243 utility vehicles, 154 four-door sedans, 44
 * four-door pickups, 40 five-door hatchbacks, ..), those of 1980 are our estimate of a fleet of sedans and coupes. Mass
 * shifts and prices are our estimates too.
 *
 * @param body type
 * @param shareOf1980 percent
 * @param shareOf2024 percent
 * @param massShift kg more than the average car of its year
 * @param price of one test in thousands of dollars
 */
record Fleet(BodyType body, double shareOf1980, double shareOf2024, double massShift, double price) {

    private static final List<Fleet> ALL = List.of(
            new Fleet(BodyType.CONVERTIBLE, 2, 1, 20, 320),
            new Fleet(BodyType.PICKUP_TRUCK, 8, 1, 300, 250),
            new Fleet(BodyType.FOUR_DOOR_SEDAN, 27, 25, 0, 230),
            new Fleet(BodyType.VAN, 3, 1, 450, 270),
            new Fleet(BodyType.FIVE_DOOR_HATCHBACK, 4, 8, -150, 200),
            new Fleet(BodyType.UTILITY_VEHICLE, 6, 42, 250, 300),
            new Fleet(BodyType.THREE_DOOR_HATCHBACK, 12, 1, -200, 180),
            new Fleet(BodyType.TWO_DOOR_COUPE, 10, 3, -100, 290),
            new Fleet(BodyType.TWO_DOOR_SEDAN, 12, 0.5, -50, 220),
            new Fleet(BodyType.EXTENDED_CAB_PICKUP, 2, 4, 450, 280),
            new Fleet(BodyType.MINIVAN, 3, 3, 300, 260),
            new Fleet(BodyType.FOUR_DOOR_PICKUP, 1, 8, 450, 310),
            new Fleet(BodyType.STATION_WAGON, 6, 1, 100, 240),
            new Fleet(BodyType.TRUCK, 1, 0.5, 700, 430),
            new Fleet(BodyType.THREE_DOOR_COUPE, 3, 1, -100, 280));

    static Fleet of(BodyType body) {
        return ALL.stream().filter(fleet -> fleet.body == body).findFirst().orElseThrow();
    }

    /**
     * The cars at a level of the cumulated shares of an age.
     *
     * @param age 0 in 1980, 1 in 2024; shares lie on a line between them, and stay there beyond
     * @param level 0 to below 1
     */
    static Fleet at(double age, double level) {
        double total = 0;
        for (Fleet fleet : ALL) {
            total += fleet.share(age);
        }
        double left = level * total;
        for (Fleet fleet : ALL) {
            left -= fleet.share(age);
            if (left < 0) {
                return fleet;
            }
        }
        return ALL.get(ALL.size() - 1);
    }

    private double share(double age) {
        return shareOf1980 + (shareOf2024 - shareOf1980) * Structure.clip(age);
    }
}
