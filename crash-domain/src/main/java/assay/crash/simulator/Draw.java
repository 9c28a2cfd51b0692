package assay.crash.simulator;

import java.util.random.RandomGenerator;

/** Random numbers by name of their distribution. Same generator, same numbers, on every Java. */
final class Draw {

    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** A normal number pulled to the nearest bound where it is beyond. */
    double normal(double mean, double deviation, double low, double high) {
        return Math.max(low, Math.min(high, normal(mean, deviation)));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int integer(int bound) {
        return random.nextInt(bound);
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
