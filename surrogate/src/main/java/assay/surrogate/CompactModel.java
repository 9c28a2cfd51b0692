package assay.surrogate;

import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Task;
import assay.kernels.Activation;
import assay.kernels.Products;

/** A trained {@link CompactNetwork}. Immutable and thread-safe. */
final class CompactModel implements Embedding {

    /** Rows at a time: what two layers make of them stays in the cache next to the core. */
    private static final int BLOCK = 64;

    private final Products products;
    private final NetworkLayout layout;
    private final Activation activation;
    private final Task task;
    private final float[] parameters;

    /** @param parameters of the layout; not copied */
    CompactModel(Products products, NetworkLayout layout, Activation activation, Task task, float[] parameters) {
        this.products = products;
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
        int block = Math.min(BLOCK, features.rows());
        float[][] activations = new float[layout.layers() + 1][];
        activations[0] = new float[block * inputs];
        // A layer needs the one below it and no other, so two arrays take turns; asked for are the last two layers.
        float[][] turns = {new float[block * layout.widest()], new float[block * layout.widest()]};
        for (int l = 0; l < layout.layers(); l++) {
            activations[l + 1] = turns[l % 2];
        }
        int width = layer == 0 ? inputs : layout.outputs(layer - 1);
        float[] outputs = new float[features.rows() * width];
        for (int from = 0; from < features.rows(); from += block) {
            int count = Math.min(block, features.rows() - from);
            System.arraycopy(all, from * inputs, activations[0], 0, count * inputs);
            ForwardPass.run(products, layout, activation, parameters, activations, count);
            System.arraycopy(activations[layer], 0, outputs, from * width, count * width);
        }
        return outputs;
    }
}
