package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A deeplearning4j network in training. Mutable, and not thread-safe: it has one owner on one thread.
 *
 * <p>The output layer is linear, the loss is ours ({@link OutputLoss}), and a batch's weighted gradients enter
 * deeplearning4j as external errors: its own loss masks would scale the outputs and not only the losses.
 *
 * <p>Adam is torch's, {@code p -= rate * mhat / (sqrt(vhat) + 1e-8)}. The native step adds its epsilon to the
 * uncorrected {@code sqrt(v)}, so it is handed {@code 1e-8 * sqrt(1 - 0.999^t)} in step t, which is the same thing; it
 * computes the bias corrections in single precision, a relative error of the step of at most about 7e-6.
 */
final class Dl4jNetwork implements Differentiable {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final MlpSettings settings;
    private final Dl4jArchitecture architecture;
    private final Dataset train;
    private final float[] features;
    private final OutputLoss loss;
    private final MultiLayerNetwork network;
    private final INDArray firstMoment;
    private final INDArray secondMoment;
    private int steps;
    private int count;
    private float[] outputGradients = {};

    /** @param parameters in the order of the architecture; copied */
    Dl4jNetwork(MlpSettings settings, Dl4jArchitecture architecture, Dataset train, float[] parameters) {
        this.settings = settings;
        this.architecture = architecture;
        this.train = train;
        this.features = train.features().toFloats();
        this.loss = new OutputLoss(train);
        this.network = architecture.network(parameters);
        this.firstMoment = Nd4j.zeros(DataType.FLOAT, architecture.parameters());
        this.secondMoment = Nd4j.zeros(DataType.FLOAT, architecture.parameters());
    }

    @Override
    public void forward(int[] rows, int count, float[] losses) {
        int d = architecture.inputs();
        int k = architecture.outputs();
        float[] batch = new float[count * d];
        for (int i = 0; i < count; i++) {
            System.arraycopy(features, rows[i] * d, batch, i * d, d);
        }
        network.setInput(Dl4jLayers.matrix(batch, count, d));
        float[] outputs = Dl4jLayers.values(network.feedForward(true, false).get(architecture.layers()));
        this.count = count;
        outputGradients = new float[count * k];
        loss.evaluate(outputs, rows, count, losses, outputGradients);
    }

    @Override
    public void step(float[] weights) {
        if (count == 0) {
            throw new IllegalStateException("step needs a batch. Maybe forward was not called?");
        }
        int k = architecture.outputs();
        float[] errors = new float[count * k];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = weights[i / k] * outputGradients[i];
        }
        network.backpropGradient(Dl4jLayers.matrix(errors, count, k), LayerWorkspaceMgr.noWorkspaces());
        INDArray gradient = network.getGradientsViewArray().reshape(architecture.parameters());
        switch (settings.optimiser()) {
            case ADAM -> {
                double epsilon = EPSILON * Math.sqrt(1 - Math.pow(BETA2, steps + 1));
                Nd4j.exec(new AdamUpdater(
                        gradient, secondMoment, firstMoment, settings.rate(), BETA1, BETA2, epsilon, steps));
            }
            case SGD -> gradient.muli(settings.rate());
        }
        network.params().reshape(architecture.parameters()).subi(gradient);
        steps++;
    }

    @Override
    public float[] outputGradients() {
        return outputGradients.clone();
    }

    @Override
    public float[] parameters() {
        return architecture.parameters(network);
    }

    @Override
    public Differentiable copy() {
        Dl4jNetwork copy = new Dl4jNetwork(settings, architecture, train, parameters());
        copy.firstMoment.assign(firstMoment);
        copy.secondMoment.assign(secondMoment);
        copy.steps = steps;
        return copy;
    }

    @Override
    public Embedding model() {
        return new Dl4jModel(architecture, train.task(), parameters());
    }
}
