package assay.valuation;

import java.util.Locale;

/**
 * LossVal: one weight per experiment, learnt together with the network.
 *
 * <p>Wibiral, Belaid, Rabus and Scherp, "LossVal: Efficient Data Valuation for Neural Networks", 2024. {@link
 * LossValuator} says what is computed and where the two modes differ from the paper.
 *
 * @param masses how weights become the masses of the transport problem
 * @param power of the transport term: 2 as in the paper, 1 unsquared, 0 without
 * @param update which weights an optimiser step moves
 * @param readOut what a value is read from
 * @param epochs passes over the experiments
 * @param batch experiments per step
 * @param rate learning rate of the weights; the network has its own
 * @param repeats trainings from different initial networks, at least 1; a standard error needs 2
 */
public record LossVal(
        Masses masses, int power, Update update, ReadOut readOut, int epochs, int batch, double rate, int repeats)
        implements ValuationMethod {

    /** How weights become the masses of the transport problem. */
    public enum Masses {
        /** Shares of the batch's total weight, against 1/m each; the loss is a weighted mean. */
        NORMALISED,
        /** The raw weights, against 1 each; the loss is a weighted sum. */
        RAW
    }

    /** Which weights an optimiser step moves. */
    public enum Update {
        /** All: the momentum of Adam goes on moving weights of experiments that are not in the batch. */
        DENSE,
        /** Those of the batch. */
        LAZY
    }

    /** What a value is read from. */
    public enum ReadOut {
        /** The weight after the last step. */
        LAST,
        /** The mean of the weights at the ends of the epochs. */
        AVERAGED
    }

    /** True probability masses and a centred loss: finds wrong labels and wrong features alike. */
    public static final LossVal DEFAULT =
            new LossVal(Masses.NORMALISED, 2, Update.DENSE, ReadOut.LAST, 30, 32, 0.01, 5);

    /** What the published tables were made with: raw masses, squared transport, one training. */
    public static final LossVal REFERENCE = new LossVal(Masses.RAW, 2, Update.DENSE, ReadOut.LAST, 30, 32, 0.01, 1);

    /** Checks all bounds. */
    public LossVal {
        if (power < 0 || power > 2) {
            throw new IllegalArgumentException("power (%d) must be 0, 1 or 2".formatted(power));
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs (%d) must be at least 1".formatted(epochs));
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch (%d) must be at least 1".formatted(batch));
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats (%d) must be at least 1".formatted(repeats));
        }
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate (%s) must be a positive number".formatted(rate));
        }
    }

    public LossVal withPower(int other) {
        return new LossVal(masses, other, update, readOut, epochs, batch, rate, repeats);
    }

    public LossVal withUpdate(Update other) {
        return new LossVal(masses, power, other, readOut, epochs, batch, rate, repeats);
    }

    public LossVal withReadOut(ReadOut other) {
        return new LossVal(masses, power, update, other, epochs, batch, rate, repeats);
    }

    public LossVal withEpochs(int other) {
        return new LossVal(masses, power, update, readOut, other, batch, rate, repeats);
    }

    public LossVal withBatch(int other) {
        return new LossVal(masses, power, update, readOut, epochs, other, rate, repeats);
    }

    public LossVal withRate(double other) {
        return new LossVal(masses, power, update, readOut, epochs, batch, other, repeats);
    }

    public LossVal withRepeats(int other) {
        return new LossVal(masses, power, update, readOut, epochs, batch, rate, other);
    }

    @Override
    public String name() {
        return masses == Masses.RAW ? "lossval-reference" : "lossval";
    }

    @Override
    public boolean takesPartInTraining() {
        return true;
    }

    @Override
    public String describe() {
        return "%s, power %d, %s Adam, %s weight, %d epochs, batch %d, rate %s, %d repeats"
                .formatted(
                        name(),
                        power,
                        update.name().toLowerCase(Locale.ROOT),
                        readOut.name().toLowerCase(Locale.ROOT),
                        epochs,
                        batch,
                        rate,
                        repeats);
    }
}
