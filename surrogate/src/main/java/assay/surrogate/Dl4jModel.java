package assay.surrogate;

import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Task;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained deeplearning4j network with parameters of its own. Never changes, and is thread-safe: the library's networks
 * are not, so predictions wait for one another.
 */
final class Dl4jModel implements Embedding {

    /** Rows passed forward at once: bounds the memory for activations. */
    private static final int CHUNK = 8192;

    private final Dl4jArchitecture architecture;
    private final Task task;
    private final MultiLayerNetwork network;

    Dl4jModel(Dl4jArchitecture architecture, Task task, float[] parameters) {
        this.architecture = architecture;
        this.task = task;
        this.network = architecture.network(parameters);
    }

    @Override
    public Matrix predict(Matrix features) {
        return OutputLoss.predictions(
                task, activations(features, architecture.layers(), architecture.outputs()), features.rows());
    }

    /** The inputs themselves if there is no hidden layer. */
    @Override
    public Matrix embed(Matrix features) {
        float[] hidden = activations(features, architecture.layers() - 1, architecture.hidden());
        double[] copy = new double[hidden.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = hidden[i];
        }
        return Matrix.of(features.rows(), architecture.hidden(), copy);
    }

    /** What comes out of the first {@code layers} layers: m x units. */
    private synchronized float[] activations(Matrix features, int layers, int units) {
        Inputs.check(features, architecture.inputs());
        int d = features.columns();
        float[] inputs = features.toFloats();
        float[] all = new float[features.rows() * units];
        for (int from = 0; from < features.rows(); from += CHUNK) {
            int rows = Math.min(CHUNK, features.rows() - from);
            float[] chunk = new float[rows * d];
            System.arraycopy(inputs, from * d, chunk, 0, chunk.length);
            List<INDArray> passed = network.feedForward(Dl4jLayers.matrix(chunk, rows, d), false);
            System.arraycopy(Dl4jLayers.values(passed.get(layers)), 0, all, from * units, rows * units);
        }
        return all;
    }
}
