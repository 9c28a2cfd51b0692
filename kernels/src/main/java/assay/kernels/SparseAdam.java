package assay.kernels;

/**
 * Adam, in double precision, on many parameters of which each step has a gradient for few: the weights of LossVal, one per
 * experiment. In the form of torch.optim.Adam, as {@link Adam}. Mutable, not thread-safe.
 */
public sealed interface SparseAdam permits DeferredAdam, LazyAdam {

    /**
     * All parameters end up where dense steps would take them: momentum goes on moving a parameter whose gradient is zero.
     *
     * @param start of every one of {@code n} parameters
     */
    static SparseAdam dense(int n, double start, double rate) {
        return new DeferredAdam(n, start, rate);
    }

    /**
     * A parameter without a gradient keeps its value and its momentum, and counts its own steps.
     *
     * @param start of every one of {@code n} parameters
     */
    static SparseAdam lazy(int n, double start, double rate) {
        return new LazyAdam(n, start, rate);
    }

    /** The parameter after all steps so far. */
    double value(int i);

    /**
     * One step.
     *
     * @param touched positions with a gradient, all different; the first {@code count} count
     * @param gradient of the parameter at each of these positions; of all others it is zero
     */
    void step(int[] touched, int count, double[] gradient);
}
