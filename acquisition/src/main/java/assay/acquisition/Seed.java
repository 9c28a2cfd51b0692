package assay.acquisition;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness as a value: the same seed draws the same numbers, on any number of threads.
 *
 * <p>A child is <em>named</em> ({@code seed.derive("forest")}), so that adding a random step somewhere never shifts the
 * numbers of another, or <em>numbered</em> ({@code seed.derive(3)}) for equal parts of one piece of work.
 */
public record Seed(long value) {

    /** A child stream for the step called {@code name}. */
    public Seed derive(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return new Seed(mix(value + mix(hash)));
    }

    /** A child stream for part {@code index} of a piece of work. */
    public Seed derive(int index) {
        return new Seed(mix(value ^ mix(index + 0x9e3779b97f4a7c15L)));
    }

    /** A new generator at the start of this stream; make it where the numbers are drawn, and do not keep it. */
    public RandomGenerator generator() {
        return new SplittableRandom(value);
    }

    /** A uniformly drawn order of 0 .. n-1. */
    public int[] permutation(int n) {
        RandomGenerator random = generator();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3: every input bit reaches every output bit. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
