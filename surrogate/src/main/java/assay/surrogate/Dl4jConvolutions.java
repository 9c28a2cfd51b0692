package assay.surrogate;

import assay.acquisition.Seed;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Convolution, pooling, convolution, pooling, dense, linear. Parameters are in deeplearning4j's order. */
record Dl4jConvolutions(CnnSettings settings, int outputs) implements Dl4jArchitecture {

    /** Layers with parameters. */
    private static final int[] LEARNING = {0, 2, 4, 5};

    @Override
    public int inputs() {
        return settings.features();
    }

    @Override
    public int hidden() {
        return settings.hidden();
    }

    @Override
    public int layers() {
        return LEARNING[LEARNING.length - 1] + 1;
    }

    @Override
    public int parameters() {
        int squared = settings.kernel() * settings.kernel();
        int filters = settings.filters();
        int flat = (settings.height() / 4) * (settings.width() / 4) * 2 * filters;
        return (settings.channels() * squared + 1) * filters
                + (filters * squared + 1) * 2 * filters
                + (flat + 1) * settings.hidden()
                + (settings.hidden() + 1) * outputs;
    }

    @Override
    public float[] initial(Seed seed) {
        RandomGenerator random = seed.derive("initial parameters").generator();
        MultiLayerNetwork network = empty();
        for (int layer : LEARNING) {
            INDArray weights = network.getParam(layer + "_W");
            INDArray biases = network.getParam(layer + "_b");
            // As many weights as inputs for each unit, and one bias.
            double bound = 1 / Math.sqrt((double) weights.length() / biases.length());
            weights.assign(uniform(weights.shape(), bound, random));
            biases.assign(uniform(biases.shape(), bound, random));
        }
        return parameters(network);
    }

    private static INDArray uniform(long[] shape, double bound, RandomGenerator random) {
        long length = 1;
        for (long side : shape) {
            length *= side;
        }
        float[] numbers = new float[(int) length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return Nd4j.create(numbers, shape, 'c');
    }

    @Override
    public MultiLayerNetwork network(float[] parameters) {
        if (parameters.length != parameters()) {
            throw new IllegalArgumentException(
                    "parameters (%d) must be as many as the network has (%d). Maybe they are of another network?"
                            .formatted(parameters.length, parameters()));
        }
        MultiLayerNetwork network = empty();
        network.params().assign(Dl4jLayers.matrix(parameters, 1, parameters.length));
        return network;
    }

    @Override
    public float[] parameters(MultiLayerNetwork network) {
        return Dl4jLayers.values(network.params());
    }

    private MultiLayerNetwork empty() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(0)
                .dataType(DataType.FLOAT)
                .updater(new NoOp())
                .weightInit(WeightInit.ZERO)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(convolution(settings.filters()))
                .layer(pooling())
                .layer(convolution(2 * settings.filters()))
                .layer(pooling())
                .layer(new DenseLayer.Builder()
                        .nOut(settings.hidden())
                        .activation(new ActivationReLU())
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(outputs)
                        .activation(new ActivationIdentity())
                        .build())
                .setInputType(InputType.convolutionalFlat(settings.height(), settings.width(), settings.channels()))
                .build());
        network.init();
        return network;
    }

    private ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(settings.kernel(), settings.kernel())
                .nOut(filters)
                .activation(new ActivationReLU())
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }
}
