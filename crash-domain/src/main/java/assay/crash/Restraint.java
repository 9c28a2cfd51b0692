package assay.crash;

/**
 * A belt, an airbag or another thing that held an occupant.
 *
 * @param vehicle number of the vehicle
 * @param location seat of the occupant, such as {@code 01}
 * @param number 1, 2 .. within the seat
 * @param type such as {@code 3PT}
 * @param mount such as {@code SW}, steering wheel
 * @param deployment such as {@code DP}; {@code NA} is the norm of belts, even where a pretensioner fired
 * @param comment free text; the only place that tells of pretensioners and force limiters
 */
public record Restraint(
        int vehicle, Code location, int number, Code type, Code mount, Code deployment, String comment) {}
