package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;

/**
 * The k nearest past experiments, by Euclidean distance of the encoded features; of equally near ones the earlier row
 * counts as nearer. Predicts the mean of their targets, or the shares of their classes. Draws no random number.
 * Predicting m rows from n costs O(m n (d + k)).
 */
final class KnnTrainer implements TargetModel.Trainer {

    private final int k;

    /** @param k neighbours, at least 1 */
    KnnTrainer(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k (%d) must be at least 1".formatted(k));
        }
        this.k = k;
    }

    @Override
    public int leastRows() {
        return k;
    }

    @Override
    public TargetModel fit(Dataset train, Seed seed) {
        if (k > train.size()) {
            throw new IllegalArgumentException(
                    "k (%d) must be at most the number of experiments (%d)".formatted(k, train.size()));
        }
        double[][] known = train.features().toRows();
        double[] targets = train.targets();
        Task task = train.task();
        int columns = train.features().columns();
        return features -> {
            Inputs.check(features, columns);
            int outputs = task.outputs();
            double[] predictions = new double[features.rows() * outputs];
            for (int row = 0; row < features.rows(); row++) {
                for (int neighbour : nearest(known, features.row(row))) {
                    if (task instanceof Task.Classification) {
                        predictions[row * outputs + (int) targets[neighbour]]++;
                    } else {
                        predictions[row] += targets[neighbour];
                    }
                }
            }
            for (int i = 0; i < predictions.length; i++) {
                predictions[i] /= k;
            }
            return Matrix.of(features.rows(), outputs, predictions);
        };
    }

    /** The k nearest rows, nearest first, by insertion into a sorted list. */
    private int[] nearest(double[][] known, double[] query) {
        int[] rows = new int[k];
        double[] distances = new double[k];
        int found = 0;
        for (int row = 0; row < known.length; row++) {
            double distance = 0;
            for (int j = 0; j < query.length; j++) {
                double difference = known[row][j] - query[j];
                distance += difference * difference;
            }
            int place = found;
            while (place > 0 && distances[place - 1] > distance) {
                place--;
            }
            if (place < k) {
                found = Math.min(found + 1, k);
                System.arraycopy(rows, place, rows, place + 1, found - 1 - place);
                System.arraycopy(distances, place, distances, place + 1, found - 1 - place);
                rows[place] = row;
                distances[place] = distance;
            }
        }
        return rows;
    }
}
