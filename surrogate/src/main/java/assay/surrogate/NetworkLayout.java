package assay.surrogate;

import assay.acquisition.Seed;
import java.util.random.RandomGenerator;

/**
 * Where the parameters of a multi-layer perceptron are in one flat array: layer by layer, weights (inputs x outputs,
 * row-major), then biases.
 */
final class NetworkLayout {

    private final int[] units;

    /** @param units of every layer, inputs first */
    NetworkLayout(int... units) {
        this.units = units.clone();
    }

    int layers() {
        return units.length - 1;
    }

    int inputs(int layer) {
        return units[layer];
    }

    int outputs(int layer) {
        return units[layer + 1];
    }

    int weights(int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (units[l] + 1) * units[l + 1];
        }
        return offset;
    }

    int biases(int layer) {
        return weights(layer) + units[layer] * units[layer + 1];
    }

    int parameters() {
        return weights(layers());
    }

    int widest() {
        int widest = 0;
        for (int u : units) {
            widest = Math.max(widest, u);
        }
        return widest;
    }

    /** Fresh parameters, uniform in +-1/sqrt(inputs) for weights and biases: the default of torch.nn.Linear. */
    float[] initial(Seed seed) {
        RandomGenerator random = seed.derive("initial parameters").generator();
        float[] parameters = new float[parameters()];
        for (int layer = 0; layer < layers(); layer++) {
            double bound = 1 / Math.sqrt(inputs(layer));
            int end = weights(layer + 1);
            for (int i = weights(layer); i < end; i++) {
                parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
        return parameters;
    }
}
