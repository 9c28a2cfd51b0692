package assay.acquisition.diversity;

import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import java.util.Arrays;

/**
 * Batch active learning by diverse gradient embeddings (Ash, Zhang, Krishnamurthy, Langford and Agarwal, "Deep Batch Active
 * Learning by Diverse, Uncertain Gradient Lower Bounds", ICLR 2020): every candidate becomes the gradient of its loss by the
 * weights of the last layer, with the predicted class for a label, and the batch is drawn as the centers of k-means++ are. A
 * gradient is large where the model is unsure, and unlike others where the model sees something else.
 *
 * <p>The gradient is the outer product of an error (p - 1 for the predicted class, p for the others) and the features h
 * before the last layer. It is never written down: |g - g'|^2 = |e|^2 |h|^2 + |e'|^2 |h'|^2 - 2 (e . e') (h . h'), so a batch of k
 * out of n costs O(k n (C + h)) time and O(n) memory beside its arguments. Biases have no part in it. As in the authors'
 * program, the first pick is the longest gradient; the paper draws it. Weights are ours: chances are in proportion to weight
 * times squared distance.
 */
public final class Badge {

    /** Gradients as products of errors and features. */
    private static final class Gradients implements DistanceSampling.Points {

        private final double[] errors;
        private final double[] features;
        private final int outputs;
        private final int width;
        private final double[] squaredLengths;

        Gradients(double[] errors, int outputs, Matrix features) {
            this.errors = errors;
            this.features = features.toArray();
            this.outputs = outputs;
            this.width = features.columns();
            this.squaredLengths = new double[features.rows()];
            Arrays.setAll(squaredLengths, i -> product(i, i));
        }

        private double product(int i, int j) {
            return dot(errors, i * outputs, j * outputs, outputs) * dot(features, i * width, j * width, width);
        }

        private static double dot(double[] x, int p, int q, int n) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += x[p + k] * x[q + k];
            }
            return sum;
        }

        @Override
        public int size() {
            return squaredLengths.length;
        }

        @Override
        public void squared(int center, double[] out) {
            for (int i = 0; i < squaredLengths.length; i++) {
                out[i] = Math.max(0, squaredLengths[i] + squaredLengths[center] - 2 * product(i, center));
            }
            out[center] = 0;
        }
    }

    private Badge() {}

    /**
     * BADGE with a network that tells classes apart.
     *
     * @param candidates m x d, encoded as in training
     * @param weights m numbers of at least 0; 1 each for the paper's method
     * @param count how many to pick, 1 .. m
     * @return positions of different candidates, in the order they were drawn
     */
    public static int[] ofClasses(Embedding model, Matrix candidates, double[] weights, int count, Seed seed) {
        return ofClasses(model.embed(candidates), model.predict(candidates), weights, count, seed);
    }

    /**
     * BADGE of what a network says.
     *
     * @param features m x h activations before the last layer
     * @param probabilities m x C of the classes, C at least 2; the most likely one, the first of equals, is the predicted one
     */
    public static int[] ofClasses(Matrix features, Matrix probabilities, double[] weights, int count, Seed seed) {
        if (probabilities.rows() != features.rows() || probabilities.columns() < 2) {
            throw new IllegalArgumentException(
                    "%d candidates need the probabilities of 2 classes or more each, but got %d x %d. Maybe the target is a number?"
                            .formatted(features.rows(), probabilities.rows(), probabilities.columns()));
        }
        double[] errors = probabilities.toArray();
        int classes = probabilities.columns();
        for (int row = 0; row < probabilities.rows(); row++) {
            int predicted = row * classes;
            for (int c = row * classes; c < (row + 1) * classes; c++) {
                predicted = errors[c] > errors[predicted] ? c : predicted;
            }
            errors[predicted] -= 1;
        }
        return draw(new Gradients(errors, classes, features), weights, count, seed);
    }

    /**
     * Something like BADGE where the target is a number; not of the paper. The gradient of a squared error at the predicted
     * number is 0, so ours is the root mean square over what the number may be: its spread times the features before the last
     * layer, up to the factor 2.
     *
     * @param features m x h activations before the last layer
     * @param spread m standard deviations of the prediction, such as those of an ensemble's members
     */
    public static int[] ofNumbers(Matrix features, double[] spread, double[] weights, int count, Seed seed) {
        if (spread.length != features.rows()) {
            throw new IllegalArgumentException(
                    "%d candidates need as many spreads but got %d".formatted(features.rows(), spread.length));
        }
        return draw(new Gradients(spread.clone(), 1, features), weights, count, seed);
    }

    private static int[] draw(Gradients gradients, double[] weights, int count, Seed seed) {
        DistanceSampling.check(gradients.size(), weights, count);
        int longest = 0;
        for (int i = 0; i < gradients.size(); i++) {
            double length = weights[i] * gradients.squaredLengths[i];
            if (!(length < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the gradient of candidate %d is not a number".formatted(i));
            }
            longest = length > weights[longest] * gradients.squaredLengths[longest] ? i : longest;
        }
        double[] squared = new double[gradients.size()];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        return new DistanceSampling(gradients, weights, DistanceSampling.Power.TWO, squared)
                .draw(longest, count, seed.derive("badge"));
    }
}
