package assay.valuation;

import java.util.Locale;

/**
 * NDDV: experiments as particles of a learnt flow, valued by how their end states pull at the loss.
 *
 * <p>Liang et al., "Neural Dynamic Data Valuation", 2024. {@link NddvValuator} says what is computed and where we differ.
 *
 * @param readOut what a value is read from
 * @param steps of time, at least 1
 * @param epochs passes over the experiments
 * @param batch experiments per step of the optimiser
 * @param rate learning rate
 * @param repeats flows from different initial parameters, at least 1; a standard error needs 2
 */
public record Nddv(ReadOut readOut, int steps, int epochs, int batch, double rate, int repeats)
        implements ValuationMethod {

    /** What a value is read from. */
    public enum ReadOut {
        /** The product of end state and adjoint, for each experiment by itself, over the second half of the epochs. */
        ADJOINT,
        /** What the published code prints: a function of the probability of the given class and of the batch. */
        REFERENCE
    }

    /** Works for numbers too. */
    public static final Nddv DEFAULT = new Nddv(ReadOut.ADJOINT, 2, 50, 32, 0.01, 5);

    /** The published read-out, of one flow. */
    public static final Nddv REFERENCE = new Nddv(ReadOut.REFERENCE, 2, 50, 32, 0.01, 1);

    /** Checks all bounds. */
    public Nddv {
        if (steps < 1) {
            throw new IllegalArgumentException("steps (%d) must be at least 1".formatted(steps));
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs (%d) must be at least 1".formatted(epochs));
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch (%d) must be at least 1".formatted(batch));
        }
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate (%s) must be a positive number".formatted(rate));
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats (%d) must be at least 1".formatted(repeats));
        }
    }

    public Nddv withSteps(int other) {
        return new Nddv(readOut, other, epochs, batch, rate, repeats);
    }

    public Nddv withEpochs(int other) {
        return new Nddv(readOut, steps, other, batch, rate, repeats);
    }

    public Nddv withBatch(int other) {
        return new Nddv(readOut, steps, epochs, other, rate, repeats);
    }

    public Nddv withRepeats(int other) {
        return new Nddv(readOut, steps, epochs, batch, rate, other);
    }

    @Override
    public String name() {
        return readOut == ReadOut.REFERENCE ? "nddv-reference" : "nddv";
    }

    @Override
    public String describe() {
        return "%s, %s read-out, %d steps, %d epochs, batch %d, rate %s, %d repeats"
                .formatted(name(), readOut.name().toLowerCase(Locale.ROOT), steps, epochs, batch, rate, repeats);
    }
}
