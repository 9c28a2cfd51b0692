package assay.acquisition.diversity;

import assay.acquisition.Seed;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Points drawn one after the other, each with a chance in proportion to its weight and a power of its distance to what was
 * drawn before: the seeding of k-means++ (Arthur and Vassilvitskii, SODA 2007), power 2, and of k-medians, power 1.
 */
final class DistanceSampling {

    /** Points that know how far they are from each other. */
    interface Points {

        int size();

        /**
         * @param center one of the points
         * @param out receives the squared distance of every point to it
         */
        void squared(int center, double[] out);
    }

    /** The power of the distance that chances are in proportion to. */
    enum Power {
        ONE,
        TWO
    }

    private final Points points;
    private final double[] weights;
    private final Power power;
    private final double[] squared;
    private final double[] measured;
    private final boolean[] picked;

    /**
     * @param weights one per point, at least 0
     * @param squared distance of each point to what is covered from the start, infinite if nothing is; overwritten
     */
    DistanceSampling(Points points, double[] weights, Power power, double[] squared) {
        this.points = points;
        this.weights = weights;
        this.power = power;
        this.squared = squared;
        this.measured = new double[squared.length];
        this.picked = new boolean[squared.length];
    }

    /** Checks what is asked of a batch. */
    static void check(int size, double[] weights, int count) {
        if (weights.length != size) {
            throw new IllegalArgumentException(
                    "%d points need as many weights but got %d".formatted(size, weights.length));
        }
        if (count < 1 || count > size) {
            throw new IllegalArgumentException(
                    "count (%d) must be between 1 and the number of points (%d)".formatted(count, size));
        }
        for (int i = 0; i < size; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weight %s of point %d must be a number of at least 0".formatted(weights[i], i));
            }
        }
    }

    /** Draws points until there are {@code count}: O(count n) beside the measuring. */
    int[] draw(int count, Seed seed) {
        int[] drawn = new int[count];
        for (int k = 0; k < count; k++) {
            drawn[k] = next(seed.derive(k).generator());
            take(drawn[k]);
        }
        return drawn;
    }

    /** The first one given, the others drawn. */
    int[] draw(int first, int count, Seed seed) {
        take(first);
        int[] drawn = new int[count];
        drawn[0] = first;
        System.arraycopy(draw(count - 1, seed), 0, drawn, 1, count - 1);
        return drawn;
    }

    private void take(int point) {
        picked[point] = true;
        points.squared(point, measured);
        for (int i = 0; i < squared.length; i++) {
            squared[i] = Math.min(squared[i], measured[i]);
        }
    }

    /** Where nothing is drawn yet, chances are the weights; where nothing that is left is far, or has a weight, all are alike. */
    private int next(RandomGenerator random) {
        double u = random.nextDouble();
        int drawn = at(u, this::chance);
        return drawn >= 0 ? drawn : at(u, i -> picked[i] ? 0 : 1);
    }

    private double chance(int point) {
        if (picked[point]) {
            return 0;
        }
        if (squared[point] == Double.POSITIVE_INFINITY) {
            return weights[point];
        }
        return weights[point] * (power == Power.TWO ? squared[point] : Math.sqrt(squared[point]));
    }

    /** The point at a share of the sum of all chances; -1 if the sum is 0. */
    private int at(double share, IntToDoubleFunction chance) {
        double sum = 0;
        for (int i = 0; i < squared.length; i++) {
            sum += chance.applyAsDouble(i);
        }
        double goal = share * sum;
        double passed = 0;
        int last = -1;
        for (int i = 0; i < squared.length; i++) {
            double own = chance.applyAsDouble(i);
            if (own > 0) {
                passed += own;
                last = i;
                if (passed > goal) {
                    return i;
                }
            }
        }
        return last;
    }
}
