package assay.surrogate;

import assay.kernels.Activation;
import java.util.Arrays;

/**
 * A multi-layer perceptron and its training.
 *
 * @param layers linear layers, at least 1: inputs to hidden, (layers - 2) times hidden to hidden, hidden to outputs
 * @param hidden units of each hidden layer
 * @param activation after every layer but the last
 * @param optimiser what moves the parameters
 * @param rate learning rate
 * @param epochs passes over the training rows, at most
 * @param batch rows per step; the last, smaller batch of an epoch is used too; {@link #FULL_BATCH} for all rows at once
 * @param patience stop after so many epochs without a better loss on a tenth of the rows, held back for that, and keep
 *     the best; 0 trains on all rows for all epochs
 */
public record MlpSettings(
        int layers,
        int hidden,
        Activation activation,
        Optimiser optimiser,
        double rate,
        int epochs,
        int batch,
        int patience) {

    /** The classification network of the LossVal paper, with the learning rate and batch size its runs used. */
    public static final MlpSettings DEFAULT = new MlpSettings(5, 100, Activation.RELU, Optimiser.ADAM, 0.01, 30, 32, 0);

    /** A batch that no training set fills: one step per epoch, on all rows. */
    public static final int FULL_BATCH = Integer.MAX_VALUE;

    /**
     * The network that the LossVal paper's grid search found best for ROLC_p of crash tests: three hidden layers of 100
     * units, tanh, learning rate 0.01, full batch. The number of epochs of that search is not published; 30 is the longer
     * training of the paper's experiments. On simulated tests more epochs fit noise.
     */
    public static final MlpSettings ROLC_P =
            new MlpSettings(4, 100, Activation.TANH, Optimiser.ADAM, 0.01, 30, FULL_BATCH, 0);

    /** Checks all bounds. */
    public MlpSettings {
        atLeast("layers", layers, 1);
        atLeast("hidden", hidden, 1);
        atLeast("epochs", epochs, 1);
        atLeast("batch", batch, 1);
        atLeast("patience", patience, 0);
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate (%s) must be a positive number. Maybe 0.01?".formatted(rate));
        }
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException("%s (%d) must be at least %d".formatted(name, value, bound));
        }
    }

    /** Rows that a training needs: with patience one is held back. */
    int leastRows() {
        return patience == 0 ? 1 : 2;
    }

    public MlpSettings withLayers(int other) {
        return new MlpSettings(other, hidden, activation, optimiser, rate, epochs, batch, patience);
    }

    public MlpSettings withHidden(int other) {
        return new MlpSettings(layers, other, activation, optimiser, rate, epochs, batch, patience);
    }

    public MlpSettings withActivation(Activation other) {
        return new MlpSettings(layers, hidden, other, optimiser, rate, epochs, batch, patience);
    }

    public MlpSettings withOptimiser(Optimiser other) {
        return new MlpSettings(layers, hidden, activation, other, rate, epochs, batch, patience);
    }

    public MlpSettings withRate(double other) {
        return new MlpSettings(layers, hidden, activation, optimiser, other, epochs, batch, patience);
    }

    public MlpSettings withEpochs(int other) {
        return new MlpSettings(layers, hidden, activation, optimiser, rate, other, batch, patience);
    }

    public MlpSettings withBatch(int other) {
        return new MlpSettings(layers, hidden, activation, optimiser, rate, epochs, other, patience);
    }

    public MlpSettings withPatience(int other) {
        return new MlpSettings(layers, hidden, activation, optimiser, rate, epochs, batch, other);
    }

    /** Units of every layer, inputs first: layers + 1 numbers. */
    int[] units(int inputs, int outputs) {
        int[] units = new int[layers + 1];
        Arrays.fill(units, hidden);
        units[0] = inputs;
        units[layers] = outputs;
        return units;
    }
}
