package assay.crash.simulator;

import java.util.List;

/**
 * The front structure of a car, by its deceleration while it is crushed: a first plateau, a step, a second plateau.
 *
 * @param speed m/s at first contact, v0
 * @param firstPlateau g, A1
 * @param secondPlateau g, A2
 * @param step m of crush at the middle of the step between the plateaus, x_e
 * @param stepWidth m, w_x
 * @param rise m of crush over which the deceleration rises from zero, x_0
 * @param rateEffect share by which the structure is stiffer at full speed than at rest, beta
 * @param unloading m/s^2 lost per m of spring-back, k_u
 * @param ringing vibrations on top; possibly none
 */
record Car(
        double speed,
        double firstPlateau,
        double secondPlateau,
        double step,
        double stepWidth,
        double rise,
        double rateEffect,
        double unloading,
        List<Ringing> ringing) {

    /** Checks the bounds. */
    Car {
        Bound.above(0, "speed [m/s]", speed);
        Bound.above(0, "first plateau [g]", firstPlateau);
        Bound.above(0, "second plateau [g]", secondPlateau);
        Bound.atLeast(0, "step [m]", step);
        Bound.above(0, "step width [m]", stepWidth);
        Bound.above(0, "rise [m]", rise);
        Bound.atLeast(0, "rate effect", rateEffect);
        Bound.above(0, "unloading [1/s^2]", unloading);
        ringing = List.copyOf(ringing);
    }

    Car withSpeed(double other) {
        return new Car(other, firstPlateau, secondPlateau, step, stepWidth, rise, rateEffect, unloading, ringing);
    }

    Car withSecondPlateau(double other) {
        return new Car(speed, firstPlateau, other, step, stepWidth, rise, rateEffect, unloading, ringing);
    }

    Car withRinging(List<Ringing> other) {
        return new Car(speed, firstPlateau, secondPlateau, step, stepWidth, rise, rateEffect, unloading, other);
    }
}
