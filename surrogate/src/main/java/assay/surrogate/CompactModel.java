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

    /** @param parameters of the layout; not copied */
    CompactModel(NetworkLayout layout, Activation activation, Task task, float[] parameters) {
        this.layout = layout;
        this.activation = activation;
        this.task = task;
        this.parameters = parameters;
    }

    @Override
    public Matrix predict(Matrix features) {
        return OutputLoss.predictions(task, outputsOfLayer(features, layout.layers()), features.rows());
    }

    @Override
    public Matrix embed(Matrix features) {
        int layer = layout.layers() - 1;
        float[] hidden = outputsOfLayer(features, layer);
        double[] values = new double[hidden.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = hidden[i];
        }
        return Matrix.of(features.rows(), layout.inputs(layer), values);
    }

    /** Outputs of a layer for all rows, a block of rows at a time; of layer 0 the inputs. */
    private float[] outputsOfLayer(Matrix features, int layer) {
        int inputs = layout.inputs(0);
        Inputs.check(features, inputs);
        float[] all = features.toFloats();
        float[][] activations = new float[layout.layers() + 1][];
        activations[0] = new float[BLOCK * inputs];
        for (int l = 0; l < layout.layers(); l++) {
            activations[l + 1] = new float[BLOCK * layout.outputs(l)];
        }
        int width = activations[layer].length / BLOCK;
        float[] outputs = new float[features.rows() * width];
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, features.rows() - from);
            System.arraycopy(all, from * inputs, activations[0], 0, count * inputs);
            ForwardPass.run(layout, activation, parameters, activations, count);
            System.arraycopy(activations[layer], 0, outputs, from * width, count * width);
        }
        return outputs;
    }
}
