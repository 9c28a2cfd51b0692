package assay.surrogate;

import assay.acquisition.Seed;
import assay.kernels.Activation;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Dense layers: our parameters as deeplearning4j's, and back; ours are row-major, its are column-major.
 *
 * @param activation after every layer but the last
 */
record Dl4jLayers(NetworkLayout layout, Activation activation) implements Dl4jArchitecture {

    @Override
    public int inputs() {
        return layout.inputs(0);
    }

    @Override
    public int outputs() {
        return layout.outputs(layout.layers() - 1);
    }

    /** The inputs if there is no hidden layer. */
    @Override
    public int hidden() {
        return layout.inputs(layout.layers() - 1);
    }

    @Override
    public int layers() {
        return layout.layers();
    }

    @Override
    public int parameters() {
        return layout.parameters();
    }

    @Override
    public float[] initial(Seed seed) {
        return layout.initial(seed);
    }

    @Override
    public MultiLayerNetwork network(float[] parameters) {
        if (parameters.length != layout.parameters()) {
            throw new IllegalArgumentException(
                    "parameters (%d) must be as many as the network has (%d). Maybe they are of another network?"
                            .formatted(parameters.length, layout.parameters()));
        }
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(0)
                .dataType(DataType.FLOAT)
                .updater(new NoOp())
                .weightInit(WeightInit.ZERO)
                .list();
        for (int layer = 0; layer < layout.layers(); layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(layout.inputs(layer))
                    .nOut(layout.outputs(layer))
                    .activation(layer < layout.layers() - 1 ? of(activation) : new ActivationIdentity())
                    .build());
        }
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        for (int layer = 0; layer < layout.layers(); layer++) {
            int in = layout.inputs(layer);
            int out = layout.outputs(layer);
            float[] weights = Arrays.copyOfRange(parameters, layout.weights(layer), layout.biases(layer));
            float[] biases = Arrays.copyOfRange(parameters, layout.biases(layer), layout.weights(layer + 1));
            network.getParam(layer + "_W").assign(matrix(weights, in, out));
            network.getParam(layer + "_b").assign(matrix(biases, 1, out));
        }
        return network;
    }

    @Override
    public float[] parameters(MultiLayerNetwork network) {
        float[] parameters = new float[layout.parameters()];
        for (int layer = 0; layer < layout.layers(); layer++) {
            float[] weights = values(network.getParam(layer + "_W"));
            float[] biases = values(network.getParam(layer + "_b"));
            System.arraycopy(weights, 0, parameters, layout.weights(layer), weights.length);
            System.arraycopy(biases, 0, parameters, layout.biases(layer), biases.length);
        }
        return parameters;
    }

    /** @param values rows x columns, row-major */
    static INDArray matrix(float[] values, int rows, int columns) {
        return Nd4j.create(values, new int[] {rows, columns}, 'c');
    }

    /** A copy, row-major. */
    static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    static IActivation of(Activation activation) {
        return switch (activation) {
            case RELU -> new ActivationReLU();
            case TANH -> new ActivationTanH();
            case SIGMOID -> new ActivationSigmoid();
        };
    }
}
