package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Seed;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The training loop of every network: epochs of shuffled mini-batches on the mean loss, and early stopping. It is written
 * once, so that engines which agree on a step agree on a whole training.
 */
final class Training {

    private Training() {}

    /**
     * Trains a network from fresh parameters: at most {@code epochs * ceil(n / batch)} steps.
     *
     * <p>Epoch e visits the rows in the order {@code seed.derive("epoch").derive(e).permutation(rows)}. With patience, a
     * tenth of the rows (at least one, rounded down), chosen by {@code seed.derive("held back")}, is not trained on;
     * their mean loss after each epoch decides when to stop and which parameters to keep.
     *
     * @param train n rows; at least 2 with patience
     * @throws IllegalStateException if a loss stops being finite
     */
    static Embedding fit(Differentiable.Trainer trainer, MlpSettings settings, Dataset train, Seed seed) {
        int[] all = new int[train.size()];
        Arrays.setAll(all, row -> row);
        return fit(trainer.begin(train, seed), p -> trainer.begin(train, p).model(), settings, all, seed);
    }

    /**
     * Trains a network on some rows of its data.
     *
     * @param network before its first step
     * @param restored the model with given parameters
     * @param rows n positions in the data of the network
     */
    static Embedding fit(
            Differentiable network,
            Function<float[], Embedding> restored,
            MlpSettings settings,
            int[] rows,
            Seed seed) {
        if (settings.patience() == 0) {
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                epoch(network, settings, rows, seed, epoch);
            }
            return network.model();
        }
        if (rows.length < 2) {
            throw new IllegalArgumentException(
                    "early stopping with patience (%d) needs at least 2 rows but got %d. Maybe patience 0?"
                            .formatted(settings.patience(), rows.length));
        }
        int[] order = seed.derive("held back").permutation(rows.length);
        int held = Math.max(1, rows.length / 10);
        int[] heldBack = Arrays.stream(order, 0, held).map(i -> rows[i]).toArray();
        int[] rest = Arrays.stream(order, held, order.length).map(i -> rows[i]).toArray();

        float[] best = network.parameters();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 0; epoch < settings.epochs() && epoch - bestEpoch <= settings.patience(); epoch++) {
            epoch(network, settings, rest, seed, epoch);
            double loss = meanLoss(network, settings, heldBack);
            if (loss < bestLoss) {
                bestLoss = loss;
                bestEpoch = epoch;
                best = network.parameters();
            }
        }
        return restored.apply(best);
    }

    private static void epoch(Differentiable network, MlpSettings settings, int[] rows, Seed seed, int epoch) {
        int[] order = seed.derive("epoch").derive(epoch).permutation(rows.length);
        int size = Math.min(settings.batch(), rows.length);
        int[] batch = new int[size];
        float[] losses = new float[size];
        float[] weights = new float[size];
        for (int from = 0; from < rows.length; from += size) {
            int count = Math.min(size, rows.length - from);
            for (int i = 0; i < count; i++) {
                batch[i] = rows[order[from + i]];
            }
            network.forward(batch, count, losses);
            for (int i = 0; i < count; i++) {
                if (!Float.isFinite(losses[i])) {
                    throw new IllegalStateException(
                            "training diverged in epoch %d: the loss of row %d is %s. Maybe a rate below %s?"
                                    .formatted(epoch + 1, batch[i], losses[i], settings.rate()));
                }
            }
            Arrays.fill(weights, 0, count, 1f / count);
            network.step(weights);
        }
    }

    /** Mean loss of the rows, forward in batches and summed in order. */
    private static double meanLoss(Differentiable network, MlpSettings settings, int[] rows) {
        int size = Math.min(settings.batch(), rows.length);
        float[] losses = new float[size];
        double sum = 0;
        for (int from = 0; from < rows.length; from += size) {
            int count = Math.min(size, rows.length - from);
            network.forward(Arrays.copyOfRange(rows, from, from + count), count, losses);
            for (int i = 0; i < count; i++) {
                sum += losses[i];
            }
        }
        return sum / rows.length;
    }
}
