package assay.kernels;

/**
 * Sums over a subset of numbers, and changes that differ for its members, the subset being one bit a number: bit {@code i % 64}
 * of word {@code i / 64}. Arrays of numbers are as long as the bits, {@link #padded}; padding is read and must be finite, and no
 * member.
 */
public final class Subsets {

    private Subsets() {}

    /** The least multiple of 64 that is not below n. */
    public static int padded(int n) {
        return words(n) * Long.SIZE;
    }

    /** How many words hold n bits. */
    public static int words(int n) {
        return (n + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * The sum of the numbers of members, up to rounding whatever the order.
     *
     * @param members bits
     * @param numbers 64 a word
     */
    public static double sum(long[] members, double[] numbers) {
        return Kernels.SUBSETS.sum(members, numbers);
    }

    /**
     * {@code numbers[i] += factor * (common[i] + extra[i])} for members, {@code factor * common[i]} for the others.
     *
     * @param members bits
     * @param common 64 a word
     * @param extra 64 a word
     * @param numbers 64 a word; changed
     */
    public static void add(long[] members, double factor, double[] common, double[] extra, double[] numbers) {
        Kernels.SUBSETS.add(members, factor, common, extra, numbers);
    }
}
