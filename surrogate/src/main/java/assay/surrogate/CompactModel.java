package assay.surrogate;

import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Task;
import assay.kernels.Activation;

/** A trained {@link CompactNetwork}. Immutable and thread-safe. */
final class CompactModel implements Embedding {

    private static final int BLOCK = 256;

    private final NetworkLayout layout;
    private final Activation activation;
    private final Task task;
    private final float[] parameters;

    CompactModel(NetworkLayout layout, Activation activation, Task task, float[] parameters) {
        this.layout = layout;
        this.activation = activation;
        this.task = task;
        this.parameters = parameters;
    }

    @Override
    public Matrix predict(Matrix features) {
        double[] predictions = layerOutputs(features, layout.layers());
        return Matrix.of(features.rows(), task.outputs(), predictions);
    }

    @Override
    public Matrix embed(Matrix features) {
        int layer = layout.layers() - 1;
        return Matrix.of(features.rows(), layout.inputs(layer), layerOutputs(features, layer));
    }

    private double[] layerOutputs(Matrix features, int layer) {
        int inputs = layout.inputs(0);
        if (features.columns() != inputs) {
            throw new IllegalArgumentException(
                    "the model was trained on %d features but got %d".formatted(inputs, features.columns()));
        }
        float[][] activations = new float[layout.layers() + 1][];
        activations[0] = new float[BLOCK * inputs];
        int largest = 0;
        for (int l = 0; l < layout.layers(); l++) {
            activations[l + 1] = new float[BLOCK * layout.outputs(l)];
            largest = Math.max(largest, layout.inputs(l) * layout.outputs(l));
        }
        float[] weights = new float[largest];
        int width = activations[layer].length / BLOCK;
        double[] outputs = new double[features.rows() * width];
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, features.rows() - from);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < inputs; j++) {
                    activations[0][i * inputs + j] = (float) features.at(from + i, j);
                }
            }
            ForwardPass.run(layout, activation, parameters, activations, count, weights);
            if (layer == layout.layers() && task instanceof Task.Classification) {
                ForwardPass.softmax(activations[layer], count, task.outputs());
            }
            for (int i = 0; i < count * width; i++) {
                outputs[from * width + i] = activations[layer][i];
            }
        }
        return outputs;
    }
}
