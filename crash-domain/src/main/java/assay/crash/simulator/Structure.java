package assay.crash.simulator;

/**
 * The car on its way into the wall. Each step is semi-implicit: the deceleration at the present state gives the new speed,
 * and the new speed the new position. Mutable; confined to the simulation that made it.
 */
final class Structure {

    /** m/s^2. */
    static final double GRAVITY = 9.80665;

    private static final double RATTLE_RISE = 4e-3;
    private static final double FIRST_CONTACT = 10e-3;
    private static final double QUIET_SPEED = 1;
    private static final double QUIET_DECELERATION = 8 * GRAVITY;

    private final Car car;
    private final double step;

    private final Vibration[] ringing;

    /** e^(-t / 4 ms), and what a step does to it. */
    private double fade = 1;

    private final double fading;

    private int steps;
    private double position;
    private double speed;
    private double deepest;
    private double lastLoading;
    private double structural;

    /** @param step s */
    Structure(Car car, double step) {
        this.car = car;
        this.step = step;
        this.speed = car.speed();
        this.fading = StrictMath.exp(-step / RATTLE_RISE);
        this.ringing = car.ringing().stream().map(r -> new Vibration(r, step)).toArray(Vibration[]::new);
    }

    /** m since first contact. */
    double position() {
        return position;
    }

    /** m/s; negative on the way back. */
    double speed() {
        return speed;
    }

    /** Deceleration by the structure in m/s^2 that the last {@link #advance} used, without ringing. */
    double structuralDeceleration() {
        return structural;
    }

    /** Moves on by one step, and returns the acceleration in m/s^2 that it used; braking is negative. */
    double advance() {
        structural = deceleration();
        double acceleration = -structural + ringing();
        speed += acceleration * step;
        position += speed * step;
        steps++;
        return acceleration;
    }

    private double deceleration() {
        if (speed > 0 && position >= deepest) {
            deepest = position;
            double share = 0.5 * (1 + StrictMath.tanh((position - car.step()) / car.stepWidth()));
            double plateau = car.firstPlateau() + (car.secondPlateau() - car.firstPlateau()) * share;
            lastLoading =
                    GRAVITY * plateau * clip(position / car.rise()) * (1 + car.rateEffect() * speed / car.speed());
            return lastLoading;
        }
        return Math.max(0, lastLoading - car.unloading() * (deepest - position));
    }

    private double ringing() {
        double sum = 0;
        for (Vibration vibration : ringing) {
            sum += vibration.next();
        }
        double q = GRAVITY * sum * (1 - fade);
        fade *= fading;
        double leaving = speed < 0 ? clip(1 - Math.abs(speed) / QUIET_SPEED) : 1;
        return q * leaving * clip(steps * step / FIRST_CONTACT) * clip(structural / QUIET_DECELERATION);
    }

    /** Limits to 0 .. 1. */
    static double clip(double z) {
        return Math.max(0, Math.min(1, z));
    }
}
