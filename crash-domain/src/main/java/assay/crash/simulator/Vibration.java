package assay.crash.simulator;

/**
 * A {@link Ringing} at even times. A complex multiplication per step turns it, so that no step needs a sine. Mutable;
 * confined to the method that made it.
 */
final class Vibration {

    private final double turnSine;
    private final double turnCosine;
    private double sine;
    private double cosine;

    /** @param step s */
    Vibration(Ringing ringing, double step) {
        double angle = 2 * Math.PI * ringing.frequency() * step;
        double shrink = StrictMath.exp(-ringing.decay() * step);
        turnSine = shrink * StrictMath.sin(angle);
        turnCosine = shrink * StrictMath.cos(angle);
        sine = ringing.amplitude() * StrictMath.sin(ringing.phase());
        cosine = ringing.amplitude() * StrictMath.cos(ringing.phase());
    }

    /** Its acceleration in g at the present time; then turns to the next. */
    double next() {
        double now = sine;
        sine = now * turnCosine + cosine * turnSine;
        cosine = cosine * turnCosine - now * turnSine;
        return now;
    }
}
