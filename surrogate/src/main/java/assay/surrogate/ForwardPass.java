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
     */
    static void run(
            Products products,
            NetworkLayout layout,
            Activation activation,
            float[] parameters,
            float[][] activations,
            int count) {
        for (int layer = 0; layer < layout.layers(); layer++) {
            int in = layout.inputs(layer);
            int out = layout.outputs(layer);
            products.affine(
                    activations[layer],
                    parameters,
                    layout.weights(layer),
                    parameters,
                    layout.biases(layer),
                    activations[layer + 1],
                    count,
                    in,
                    out);
            if (layer < layout.layers() - 1) {
                activation.apply(activations[layer + 1], count * out);
            }
        }
    }
}
