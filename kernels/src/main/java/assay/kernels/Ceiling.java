package assay.kernels;

/**
 * The most arithmetic one thread of this machine can do: float multiply-adds on registers, with enough of them
 * independent. What a product reaches is measured against it.
 */
public final class Ceiling {

    private Ceiling() {}

    /**
     * Computes, and forgets everything but one number, so that it has to be computed.
     *
     * @param rounds at least 1; a call has {@link #operations} of them
     */
    public static float run(int rounds) {
        return Kernels.ELEMENTS.multiplyAdds(rounds);
    }

    /** How many multiplications and additions {@link #run} does. */
    public static long operations(int rounds) {
        return 2L * Kernels.ELEMENTS.independent() * rounds;
    }
}
