package assay.valuation;

import assay.acquisition.Seed;
import assay.kernels.Activation;
import assay.kernels.Adam;
import assay.kernels.Products;
import assay.kernels.Rows;
import java.util.random.RandomGenerator;

/**
 * The network of NDDV: states that start as the features of experiments and flow,
 * {@code X <- X + (mu - X + psi_t(X)) / N + sigma dW}, for N steps, each psi_t a perceptron of its own with two hidden
 * layers of {@value #HIDDEN} tanh units, and a linear head on the last states. Mutable workspace, one owner.
 */
final class ControlledFlow {

    private static final int HIDDEN = 25;
    private static final int LAYERS = 3;
    private static final double NOISE = 0.01;

    private final int d;
    private final int outputs;
    private final int steps;
    private final double rate;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] first;
    private final float[] second;
    private long updates;

    private final float[] mean;

    // The batch: states before and after every step, hidden units of every step, outputs of the head.
    private final float[][] states;
    private final float[][][] hidden;
    private final float[] drift;
    private final float[] scores;

    // Its derivatives.
    private final float[] byState;
    private final float[] bySomeHidden;
    private final float[] byOtherHidden;
    private final float[] scratch;

    /**
     * @param d features
     * @param mean d numbers that states are drawn towards at first
     * @param capacity most experiments of a batch
     */
    ControlledFlow(int d, int outputs, int steps, double rate, double[] mean, int capacity, Seed seed) {
        this.d = d;
        this.outputs = outputs;
        this.steps = steps;
        this.rate = rate;
        this.parameters = new float[steps * sizeOfStep() + (d + 1) * outputs];
        this.gradient = new float[parameters.length];
        this.first = new float[parameters.length];
        this.second = new float[parameters.length];
        this.mean = new float[d];
        moveMean(mean);
        this.states = new float[steps + 1][capacity * d];
        this.hidden = new float[steps][2][capacity * HIDDEN];
        this.drift = new float[capacity * d];
        this.scores = new float[capacity * outputs];
        this.byState = new float[capacity * d];
        this.bySomeHidden = new float[capacity * Math.max(HIDDEN, d)];
        this.byOtherHidden = new float[capacity * Math.max(HIDDEN, d)];
        this.scratch = new float[Math.max(HIDDEN, d) * Math.max(HIDDEN, Math.max(d, outputs))];
        initialise(seed.generator());
    }

    /** Uniform in +-1/sqrt(inputs), as torch.nn.Linear. */
    private void initialise(RandomGenerator random) {
        for (int t = 0; t < steps; t++) {
            for (int layer = 0; layer < LAYERS; layer++) {
                fill(weights(t, layer), (inputs(layer) + 1) * units(layer), inputs(layer), random);
            }
        }
        fill(head(), (d + 1) * outputs, d, random);
    }

    private void fill(int from, int count, int inputs, RandomGenerator random) {
        double bound = 1 / Math.sqrt(inputs);
        for (int i = from; i < from + count; i++) {
            parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    private int inputs(int layer) {
        return layer == 0 ? d : HIDDEN;
    }

    private int units(int layer) {
        return layer == LAYERS - 1 ? d : HIDDEN;
    }

    private int sizeOfStep() {
        return (d + 1) * HIDDEN + (HIDDEN + 1) * HIDDEN + (HIDDEN + 1) * d;
    }

    private int weights(int t, int layer) {
        int from = t * sizeOfStep();
        for (int l = 0; l < layer; l++) {
            from += (inputs(l) + 1) * units(l);
        }
        return from;
    }

    private int head() {
        return steps * sizeOfStep();
    }

    /** Draws states towards another mean from now on. */
    void moveMean(double[] other) {
        for (int j = 0; j < d; j++) {
            mean[j] = (float) other[j];
        }
    }

    /**
     * Lets a batch flow without noise.
     *
     * @param x count x d
     * @return count x outputs, the scores of the head; valid until the next call
     */
    float[] flow(float[] x, int count) {
        System.arraycopy(x, 0, states[0], 0, count * d);
        for (int t = 0; t < steps; t++) {
            step(t, count);
        }
        return scored(count);
    }

    /** The same with noise: how it is trained. */
    float[] flow(float[] x, int count, RandomGenerator random) {
        double deviation = NOISE / Math.sqrt(steps);
        System.arraycopy(x, 0, states[0], 0, count * d);
        for (int t = 0; t < steps; t++) {
            step(t, count);
            for (int i = 0; i < count * d; i++) {
                states[t + 1][i] += (float) (deviation * random.nextGaussian());
            }
        }
        return scored(count);
    }

    private void step(int t, int count) {
        float[] input = states[t];
        for (int layer = 0; layer < LAYERS; layer++) {
            float[] output = layer == LAYERS - 1 ? drift : hidden[t][layer];
            int from = weights(t, layer);
            int biases = from + inputs(layer) * units(layer);
            Products.FAST.affine(
                    input, parameters, from, parameters, biases, output, count, inputs(layer), units(layer));
            if (layer < LAYERS - 1) {
                Activation.TANH.apply(output, count * HIDDEN);
            }
            input = output;
        }
        float dt = 1f / steps;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                int at = i * d + j;
                states[t + 1][at] = states[t][at] + dt * (mean[j] - states[t][at] + drift[at]);
            }
        }
    }

    private float[] scored(int count) {
        Products.FAST.affine(
                states[steps], parameters, head(), parameters, head() + d * outputs, scores, count, d, outputs);
        return scores;
    }

    /** Where the batch last passed forward ended: count x d; valid until the next call. */
    float[] ends() {
        return states[steps];
    }

    /**
     * The derivative by the end states of a function of the scores.
     *
     * @param byScore count x outputs
     * @return count x d; valid until the next call
     */
    float[] adjoints(float[] byScore, int count) {
        Products.FAST.multiplyTransposedRight(byScore, 0, parameters, head(), byState, 0, count, outputs, d, scratch);
        return byState;
    }

    /**
     * One step of Adam for the batch last passed forward.
     *
     * @param byScore the derivative of what is minimised by the scores, count x outputs
     */
    void learn(float[] byScore, int count) {
        backward(byScore, count);
        updates++;
        Adam.step(parameters, gradient, first, second, rate, updates);
    }

    /** The derivative by all parameters of the batch last passed forward: steps by layers, weights before biases, head last. */
    float[] backward(float[] byScore, int count) {
        Products.FAST.multiplyTransposedLeft(states[steps], 0, byScore, 0, gradient, head(), d, count, outputs);
        Rows.columnSums(byScore, count, outputs, gradient, head() + d * outputs);
        adjoints(byScore, count);
        float dt = 1f / steps;
        for (int t = steps - 1; t >= 0; t--) {
            float[] above = bySomeHidden;
            float[] below = byOtherHidden;
            for (int i = 0; i < count * d; i++) {
                above[i] = dt * byState[i];
            }
            for (int layer = LAYERS - 1; layer >= 0; layer--) {
                int in = inputs(layer);
                int out = units(layer);
                int from = weights(t, layer);
                float[] input = layer == 0 ? states[t] : hidden[t][layer - 1];
                Products.FAST.multiplyTransposedLeft(input, 0, above, 0, gradient, from, in, count, out);
                Rows.columnSums(above, count, out, gradient, from + in * out);
                Products.FAST.multiplyTransposedRight(above, 0, parameters, from, below, 0, count, out, in, scratch);
                if (layer > 0) {
                    Activation.TANH.backward(input, below, count * in);
                }
                float[] swap = above;
                above = below;
                below = swap;
            }
            for (int i = 0; i < count * d; i++) {
                byState[i] = (1 - dt) * byState[i] + above[i];
            }
        }
        return gradient;
    }

    /** All parameters; the array itself, for tests. */
    float[] parameters() {
        return parameters;
    }
}
