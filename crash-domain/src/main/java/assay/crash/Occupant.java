package assay.crash;

import java.util.Map;

/**
 * A dummy in a vehicle, where it sat and what the laboratory computed from its sensors. Numbers are NaN where missing.
 *
 * @param vehicle number of its vehicle
 * @param location such as {@code 01}, the left front seat
 * @param type such as {@code H3}, Hybrid III
 * @param sex {@code M}, {@code F}
 * @param size such as {@code 50}, the 50th percentile
 * @param chestToSteeringWheel mm from chest to the hub of the steering wheel; of drivers only
 * @param hic head injury criterion; over 15 ms or 36 ms depending on the year of the test, see hicFrom and hicTo
 * @param hicFrom begin of its interval, ms
 * @param hicTo end of its interval, ms
 * @param chest3ms chest acceleration exceeded for 3 ms, g
 * @param leftFemur peak femur force in N, compression negative
 * @param rightFemur peak femur force in N, compression negative
 * @param chestSeverityIndex CSI
 * @param lapBelt peak force of the lap belt, N
 * @param shoulderBelt peak force of the shoulder belt, N
 * @param pelvis peak acceleration of the pelvis, g
 * @param comment free text
 * @param others further fields by NHTSA name, as written, such as {@code HW}
 */
public record Occupant(
        int vehicle,
        Code location,
        Code type,
        Code sex,
        Code size,
        double chestToSteeringWheel,
        double hic,
        double hicFrom,
        double hicTo,
        double chest3ms,
        double leftFemur,
        double rightFemur,
        double chestSeverityIndex,
        double lapBelt,
        double shoulderBelt,
        double pelvis,
        String comment,
        Map<String, String> others) {

    public Occupant {
        others = Fields.copy(others);
    }
}
