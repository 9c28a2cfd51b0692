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

    /** Turns each row of logits into probabilities, in place. */
    static void softmax(float[] logits, int rows, int classes) {
        for (int i = 0; i < rows; i++) {
            int from = i * classes;
            float largest = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, logits[from + c]);
            }
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                float e = (float) Math.exp(logits[from + c] - largest);
                logits[from + c] = e;
                sum += e;
            }
            for (int c = 0; c < classes; c++) {
                logits[from + c] /= sum;
            }
        }
    }
}
