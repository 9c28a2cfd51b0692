package assay.crash.simulator;

/**
 * What is in front of the chest: the airbag, and behind it the steering wheel on its column.
 *
 * @param distance m from chest to hub, d
 * @param bagStiffness N/m; 0 where no airbag is fitted, k_ab
 * @param bagDamping N s/m; 0 where no airbag is fitted, c_ab
 * @param bagDepth m from the hub to the face of the full bag, D_bag
 * @param wheelStiffness N/m, k_w
 * @param columnForce N at which the column gives way, F_w
 */
record Cushion(
        double distance,
        double bagStiffness,
        double bagDamping,
        double bagDepth,
        double wheelStiffness,
        double columnForce) {

    /** Checks the bounds. */
    Cushion {
        Bound.above(0, "chest to steering wheel distance [m]", distance);
        Bound.atLeast(0, "airbag stiffness [N/m]", bagStiffness);
        Bound.atLeast(0, "airbag damping [N s/m]", bagDamping);
        Bound.above(0, "airbag depth [m]", bagDepth);
        Bound.above(0, "wheel stiffness [N/m]", wheelStiffness);
        Bound.above(0, "column force [N]", columnForce);
    }

    Cushion withDistance(double other) {
        return new Cushion(other, bagStiffness, bagDamping, bagDepth, wheelStiffness, columnForce);
    }

    Cushion withBagStiffness(double other) {
        return new Cushion(distance, other, bagDamping, bagDepth, wheelStiffness, columnForce);
    }
}
