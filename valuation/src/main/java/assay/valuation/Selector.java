package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The policy of DVRL: a network that gives every experiment a probability of being selected, and learns from rewards.
 *
 * <p>It is a classifier of two classes on which every experiment occurs twice, once left out and once selected. The loss
 * of the occurrence that was drawn is {@code -ln p} of that choice, so a step with a reward for its weight is the
 * policy gradient; bonuses on the probability itself are weights too, as they have the same direction. Mutable, one owner.
 */
final class Selector {

    private static final double EPSILON = 1e-8;

    private final int n;
    private final Matrix inputs;
    private final Differentiable network;

    // The batch last drawn.
    private int[] occurrences = new int[0];
    private double[] chances = new double[0];

    /** @param inputs n x anything: what is seen of an experiment */
    Selector(Matrix inputs, Differentiable.Trainer trainer, Seed seed) {
        this.n = inputs.rows();
        this.inputs = inputs;
        int[] twice = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
        double[] choices =
                IntStream.range(0, 2 * n).mapToDouble(i -> i < n ? 0 : 1).toArray();
        Task task = new Task.Classification(List.of("left out", "selected"));
        this.network = trainer.begin(Dataset.of(inputs.select(twice), choices, task), seed);
    }

    /**
     * Decides on some experiments.
     *
     * @return those that are selected, possibly none
     */
    int[] select(int[] rows, RandomGenerator random) {
        int count = rows.length;
        occurrences = IntStream.range(0, count).map(i -> rows[i] + n).toArray();
        float[] losses = new float[count];
        network.forward(occurrences, count, losses);
        chances = IntStream.range(0, count)
                .mapToDouble(i -> Math.min(1 - EPSILON, Math.max(EPSILON, Math.exp(-losses[i]) - EPSILON)))
                .toArray();
        for (int i = 0; i < count; i++) {
            occurrences[i] = random.nextDouble() < chances[i] ? occurrences[i] : rows[i];
        }
        return IntStream.range(0, count)
                .filter(i -> occurrences[i] >= n)
                .map(i -> rows[i])
                .toArray();
    }

    /** The mean probability over the batch. */
    double meanChance() {
        double sum = 0;
        for (double p : chances) {
            sum += p;
        }
        return sum / chances.length;
    }

    /** What is added to the gradient of an experiment's logit, given its probability. */
    @FunctionalInterface
    interface Bonus {
        double byLogit(double chance);
    }

    /**
     * One step of the optimiser down {@code weight sum_i -ln p(choice_i)} plus a bonus.
     *
     * @param weight of every choice: what the reward was better than expected
     * @param bonus what is minimised besides, as its derivative by the logit
     */
    void learn(double weight, Bonus bonus) {
        int count = occurrences.length;
        network.forward(occurrences, count, new float[count]);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            double p = chances[i];
            // The derivative of -ln p by the logit is p - 1 if selected, of -ln(1 - p) it is p.
            double slope = occurrences[i] >= n ? p - 1 : p;
            weights[i] = (float) (weight + bonus.byLogit(p) / slope);
        }
        network.step(weights);
    }

    /** The probabilities of all n experiments. */
    double[] chances() {
        return network.model().predict(inputs).column(1);
    }

    /** The same for other inputs. */
    double[] chances(Matrix others) {
        return network.model().predict(others).column(1);
    }
}
