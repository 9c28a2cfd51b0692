package assay.crash;

/**
 * What the vehicle was driven into.
 *
 * @param rigidity rigid {@code R} or deformable {@code D}
 * @param shape such as {@code LCB}, a wall of load cells
 * @param angle degrees; 0 is a wall across the road
 * @param diameter mm of a pole; NaN if missing
 * @param comment free text
 */
public record Barrier(Code rigidity, Code shape, double angle, double diameter, String comment) {}
