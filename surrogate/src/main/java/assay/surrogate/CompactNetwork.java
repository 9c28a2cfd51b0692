package assay.surrogate;

import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Task;
import assay.kernels.Adam;
import assay.kernels.Products;
import assay.kernels.Rows;
import assay.kernels.Sgd;
import java.util.Arrays;

/**
 * Our own multi-layer perceptron in training: single precision on flat arrays, made for thousands of small trainings.
 * Mutable, one owner on one thread. A step allocates nothing.
 */
final class CompactNetwork implements Differentiable {

    // The problem.
    private final MlpSettings settings;
    private final Products products;
    private final TrainingData train;
    private final NetworkLayout layout;
    private final Task task;
    private final float[] features;
    private final OutputLoss loss;

    // The state of training.
    private final float[] parameters;
    private final float[] gradient;
    private final float[] first;
    private final float[] second;
    private long steps;

    // The batch: activations of every layer, the inputs first.
    private int count;
    private float[][] activations;
    private float[] outputGradients;
    private float[] error;
    private float[] nextError;
    private final float[] transposed;

    CompactNetwork(MlpSettings settings, Products products, TrainingData train, float[] parameters) {
        this.settings = settings;
        this.products = products;
        this.train = train;
        this.layout =
                new NetworkLayout(settings.units(train.inputs(), train.task().outputs()));
        this.task = train.task();
        this.features = train.features();
        this.loss = new OutputLoss(train.task(), train.targets());
        if (parameters.length != layout.parameters()) {
            throw new IllegalArgumentException("this network has %d parameters but was given %d"
                    .formatted(layout.parameters(), parameters.length));
        }
        this.parameters = parameters.clone();
        this.gradient = new float[parameters.length];
        boolean adam = settings.optimiser() == Optimiser.ADAM;
        this.first = new float[adam ? parameters.length : 0];
        this.second = new float[adam ? parameters.length : 0];
        int largest = 0;
        for (int layer = 0; layer < layout.layers(); layer++) {
            largest = Math.max(largest, layout.inputs(layer) * layout.outputs(layer));
        }
        this.transposed = new float[largest];
        reserve(Math.max(1, Math.min(settings.batch(), train.targets().length)));
    }

    private void reserve(int rows) {
        activations = new float[layout.layers() + 1][];
        activations[0] = new float[rows * layout.inputs(0)];
        for (int layer = 0; layer < layout.layers(); layer++) {
            activations[layer + 1] = new float[rows * layout.outputs(layer)];
        }
        outputGradients = new float[rows * task.outputs()];
        error = new float[rows * layout.widest()];
        nextError = new float[rows * layout.widest()];
    }

    @Override
    public void forward(int[] rows, int count, float[] losses) {
        int inputs = layout.inputs(0);
        if (count * inputs > activations[0].length || count * task.outputs() > outputGradients.length) {
            reserve(count);
        }
        this.count = count;
        Rows.gather(features, inputs, rows, count, activations[0]);
        ForwardPass.run(products, layout, settings.activation(), parameters, activations, count);
        loss.evaluate(activations[layout.layers()], rows, count, losses, outputGradients);
    }

    @Override
    public void step(float[] weights) {
        if (count == 0) {
            throw new IllegalStateException("step needs a batch. Maybe forward was not called?");
        }
        backward(weights);
        steps++;
        if (settings.optimiser() == Optimiser.ADAM) {
            Adam.step(parameters, gradient, first, second, settings.rate(), steps);
        } else {
            Sgd.step(parameters, gradient, settings.rate());
        }
    }

    private void backward(float[] weights) {
        int outputs = task.outputs();
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < outputs; c++) {
                error[i * outputs + c] = weights[i] * outputGradients[i * outputs + c];
            }
        }
        for (int layer = layout.layers() - 1; layer >= 0; layer--) {
            int in = layout.inputs(layer);
            int out = layout.outputs(layer);
            int weightsFrom = layout.weights(layer);
            products.multiplyTransposedLeft(activations[layer], 0, error, 0, gradient, weightsFrom, in, count, out);
            Rows.columnSums(error, count, out, gradient, layout.biases(layer));
            if (layer > 0) {
                products.multiplyTransposedRight(
                        error, 0, parameters, weightsFrom, nextError, 0, count, out, in, transposed);
                settings.activation().backward(activations[layer], nextError, count * in);
                float[] swap = error;
                error = nextError;
                nextError = swap;
            }
        }
    }

    @Override
    public float[] outputGradients() {
        return Arrays.copyOf(outputGradients, count * task.outputs());
    }

    @Override
    public float[] parameters() {
        return parameters.clone();
    }

    @Override
    public Differentiable copy() {
        CompactNetwork copy = new CompactNetwork(settings, products, train, parameters);
        System.arraycopy(first, 0, copy.first, 0, first.length);
        System.arraycopy(second, 0, copy.second, 0, second.length);
        copy.steps = steps;
        return copy;
    }

    @Override
    public Embedding model() {
        return new CompactModel(products, layout, settings.activation(), task, parameters.clone());
    }
}
