package assay.surrogate;

import assay.kernels.Activation;
import assay.kernels.Products;

/** The forward pass of a multi-layer perceptron over a batch, the same in training and prediction. */
final class ForwardPass {

    private ForwardPass() {}

    /**
     * Fills the activations of all layers; the last one is left linear.
     *
     * @param activations one array per layer, the inputs (count x d) first and given
     * @param weights scratch, as large as the largest layer
     */
    static void run(
            NetworkLayout layout,
            Activation activation,
            float[] parameters,
            float[][] activations,
            int count,
            float[] weights) {
        for (int layer = 0; layer < layout.layers(); layer++) {
            int in = layout.inputs(layer);
            int out = layout.outputs(layer);
            float[] next = activations[layer + 1];
            System.arraycopy(parameters, layout.weights(layer), weights, 0, in * out);
            Products.multiply(activations[layer], weights, next, count, in, out);
            int biases = layout.biases(layer);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < out; j++) {
                    next[i * out + j] += parameters[biases + j];
                }
            }
            if (layer < layout.layers() - 1) {
                activation.apply(next, count * out);
            }
        }
    }
}
