package assay.crash.simulator;

/**
 * The driver in a decelerating car: chest and pelvis, each held by what gives way in its own manner. Pay-out of the belt,
 * stroke of the column, and crush of the bolster are plastic and never given back. Mutable; confined to the simulation
 * that made it.
 *
 * <p>The driver does not react on the car: a car is some twenty times as heavy.
 */
final class Driver {

    private static final double TOE = 0.020;
    private static final double PRETENSIONER_DELAY = 2e-3;
    private static final double PRETENSIONER_TIME = 8e-3;
    private static final double SWITCHING_TIME = 4e-3;
    private static final double BAG_DELAY = 12e-3;
    private static final double BAG_TIME = 22e-3;
    private static final double RIM = 0.030;
    private static final double COLUMN_STROKE = 0.100;
    private static final double COLUMN_STOP = 200_000;
    private static final double LAP_LIMIT = 9000;
    private static final double LAP_SHARE = 1.3;
    private static final double PRETENSION_OF_LAP = 0.4;
    private static final double FRICTION = 0.35;
    private static final double FRICTION_SPEED = 0.2;

    private final Belt belt;
    private final Cushion cushion;
    private final Dummy dummy;
    private final double firing;
    private final double step;
    private final double lapSlack;
    private final double friction;

    private double chest;
    private double chestSpeed;
    private double pelvis;
    private double pelvisSpeed;

    private double payOut;
    private double stroke;
    private double lapPayOut;
    private double kneeCrush;

    private double tension;
    private double limit;
    private double chestForce;

    /** @param step s */
    Driver(CrashParameters parameters, double step) {
        this.belt = parameters.belt();
        this.cushion = parameters.cushion();
        this.dummy = parameters.dummy();
        this.firing = parameters.firingTime();
        this.step = step;
        this.lapSlack = belt.lapSlack() - PRETENSION_OF_LAP * belt.pretension();
        this.friction = FRICTION * dummy.pelvisMass() * Structure.GRAVITY;
        this.chestSpeed = parameters.car().speed();
        this.pelvisSpeed = chestSpeed;
    }

    /** Position of the chest in m, in the frame of the wall. */
    double chest() {
        return chest;
    }

    /** m/s. */
    double chestSpeed() {
        return chestSpeed;
    }

    /** Tension of the shoulder belt in N during the last step. */
    double tension() {
        return tension;
    }

    /** What the tension was limited to in N during the last step. */
    double limit() {
        return limit;
    }

    /** Webbing let out by the limiter so far, in m. */
    double payOut() {
        return payOut;
    }

    /** Plastic stroke of the column so far, in m. */
    double stroke() {
        return stroke;
    }

    /** Force that brakes the chest in N during the last step. */
    double chestForce() {
        return chestForce;
    }

    /**
     * Moves on by one step, and returns the acceleration of the chest in m/s^2 that it used; braking is negative.
     *
     * @param time s after first contact
     * @param car position of the car in m before this step
     * @param carSpeed m/s
     */
    double advance(double time, double car, double carSpeed) {
        double forward = chest - car;
        double forwardSpeed = chestSpeed - carSpeed;
        double spine = dummy.spineStiffness() * (chest - pelvis) + dummy.spineDamping() * (chestSpeed - pelvisSpeed);
        chestForce = belt.geometry() * belt(time, forward) + bag(time, forward, forwardSpeed) + wheel(forward) + spine;
        double hip = hip(pelvis - car, pelvisSpeed - carSpeed);

        double acceleration = -chestForce / dummy.chestMass();
        chestSpeed += acceleration * step;
        pelvisSpeed += (spine - hip) / dummy.pelvisMass() * step;
        chest += chestSpeed * step;
        pelvis += pelvisSpeed * step;
        return acceleration;
    }

    private double belt(double time, double forward) {
        double pulled = belt.pretension() * Structure.clip((time - firing - PRETENSIONER_DELAY) / PRETENSIONER_TIME);
        double stretch = Math.max(0, forward - belt.slack() + pulled - payOut);
        double switched = Structure.clip((time - belt.switchTime()) / SWITCHING_TIME);
        limit = belt.level1() + (belt.level2() - belt.level1()) * switched;
        tension = belt.stiffness() * stretch * stretch / (stretch + TOE);
        if (tension > limit) {
            payOut += (tension - limit) / belt.stiffness();
            tension = limit;
        }
        return tension;
    }

    private double bag(double time, double forward, double forwardSpeed) {
        double depth = forward + cushion.bagDepth() - cushion.distance();
        if (!(depth > 0)) {
            return 0;
        }
        double fill = Structure.clip((time - firing - BAG_DELAY) / BAG_TIME);
        return fill * Math.max(0, cushion.bagStiffness() * depth + cushion.bagDamping() * forwardSpeed);
    }

    /** Elastic up to the force of the column, then its stroke, and at the end of that a stiff stop. */
    private double wheel(double forward) {
        double pushed = Math.max(0, forward - (cushion.distance() - RIM) - stroke);
        double beyond = pushed - cushion.columnForce() / cushion.wheelStiffness();
        if (!(beyond > 0)) {
            return cushion.wheelStiffness() * pushed;
        }
        double given = Math.min(beyond, COLUMN_STROKE - stroke);
        stroke += given;
        return cushion.columnForce() + COLUMN_STOP * (beyond - given);
    }

    private double hip(double forward, double forwardSpeed) {
        double lap = belt.lapStiffness() * Math.max(0, forward - lapSlack - lapPayOut);
        if (lap > LAP_LIMIT) {
            lapPayOut += (lap - LAP_LIMIT) / belt.lapStiffness();
            lap = LAP_LIMIT;
        }
        double knee = dummy.kneeStiffness() * Math.max(0, forward - dummy.kneeGap() - kneeCrush);
        if (knee > dummy.kneeForce()) {
            kneeCrush += (knee - dummy.kneeForce()) / dummy.kneeStiffness();
            knee = dummy.kneeForce();
        }
        return LAP_SHARE * lap + knee + friction * StrictMath.tanh(forwardSpeed / FRICTION_SPEED);
    }
}
