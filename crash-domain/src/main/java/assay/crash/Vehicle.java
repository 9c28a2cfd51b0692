package assay.crash;

import java.util.Map;

/**
 * One of the vehicles of a test, which may also be a barrier on wheels: then the make is NHTSA, the year missing and the
 * body NOT APPLICABLE. Numbers are NaN where missing.
 *
 * @param number 1, 2 ..
 * @param make such as {@code TOYOTA}
 * @param model such as {@code CAMRY}; its code counts within the make
 * @param year model year
 * @param body such as {@code FOUR DOOR SEDAN}
 * @param testMass kg as crashed, with dummies and instruments
 * @param curbMass kg, empty vehicle
 * @param wheelbase mm
 * @param length mm before the test
 * @param width mm
 * @param centreOfGravity mm behind the front axle
 * @param speed km/h at impact
 * @param crabAngle degrees
 * @param forceDirection principal direction of force, degrees
 * @param staticCrush greatest lasting crush in mm; less than the dynamic one
 * @param comment free text
 * @param others further fields by NHTSA name, as written, such as {@code BX1}
 */
public record Vehicle(
        int number,
        Code make,
        Code model,
        double year,
        Code body,
        double testMass,
        double curbMass,
        double wheelbase,
        double length,
        double width,
        double centreOfGravity,
        double speed,
        double crabAngle,
        double forceDirection,
        double staticCrush,
        String comment,
        Map<String, String> others) {

    public Vehicle {
        others = Fields.copy(others);
    }
}
