package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.kernels.Distances;
import assay.kernels.FloatRanking;
import java.util.Arrays;
import java.util.List;

/**
 * KNN-Shapley: exact Shapley values of the nearest-neighbour predictor, {@link VoteGame} for classes and {@link MeanGame}
 * for numbers. The value of an experiment is the mean over the holdout rows of its Shapley value for that row, and its
 * standard error is that of this mean, holdout rows taken as independent; NaN with a single one. In the space of a network
 * the error says nothing of another training.
 *
 * <p>We differ from the papers and all peers in three points: the recursion is right for more neighbours than experiments,
 * regression has values at all (after the targets are centred by the mean of {@code train}), and equal distances keep row
 * order, so that a valuation can be repeated. Values sum to the mean utility of all experiments, less 1/C with soft votes.
 *
 * <p>Distances are Euclidean, in single precision after centring by the means of {@code train}: neighbours whose
 * distances differ by less than about 1e-6 of them may change places.
 *
 * <p>Cost for m holdout rows: O(m n d). Memory: O(n d), and 16 n bytes for each of at least 8 parts of the holdout.
 */
final class KnnShapleyValuator implements Valuator {

    private static final int COLUMNS = 1024;
    private static final int ROWS = 4;
    private static final int MOST_PARTS = 64;
    private static final int FEWEST_PARTS = 8;
    private static final int MOST_PARTIAL_SUMS = 1 << 23;

    private final KnnShapley settings;
    private final TargetModel.Trainer trainer;
    private final Runner runner;

    /** @param trainer of a network, used in the space of its embedding only */
    KnnShapleyValuator(KnnShapley settings, TargetModel.Trainer trainer, Runner runner) {
        this.settings = settings;
        this.trainer = trainer;
        this.runner = runner;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        TrainAndHoldout data =
                new TrainAndHoldout(train, holdout).in(settings.space(), trainer, seed.derive("embedding"));
        int n = train.size();
        int m = holdout.size();
        double centre = data.isClassification()
                ? 0
                : Arrays.stream(train.targets()).average().orElseThrow();
        NeighbourGame game = data.isClassification()
                ? new VoteGame(train.targets(), train.task().outputs(), settings.neighbours(), settings.vote())
                : new MeanGame(
                        Arrays.stream(train.targets()).map(y -> y - centre).toArray(), settings.neighbours());
        Cloud cloud = new Cloud(data.train().features());
        float[] queries = cloud.centred(data.holdout().features());

        int parts = parts(n, m);
        int most = (m + parts - 1) / parts;
        List<double[]> sums = runner.run("Valuing with " + settings.name(), parts, most, (part, step) -> {
            int from = (int) ((long) m * part / parts);
            int to = (int) ((long) m * (part + 1) / parts);
            double[] own = new double[2 * n];
            float[] distances = new float[ROWS * n];
            float[] scratch = new float[ROWS * COLUMNS];
            FloatRanking ranking = new FloatRanking(n);
            int[] nearest = new int[n];
            for (int row = from; row < to; row += ROWS) {
                int count = Math.min(ROWS, to - row);
                cloud.distances(queries, row, count, distances, scratch);
                for (int i = 0; i < count; i++) {
                    ranking.ascending(distances, i * n, n, nearest);
                    game.add(nearest, holdout.target(row + i) - centre, own);
                    step.run();
                }
            }
            for (int missing = to - from; missing < most; missing++) {
                step.run();
            }
            return own;
        });
        return combined(train.ids(), sums, m);
    }

    /** So many as keep threads busy and memory small; whatever the number of threads, for the sake of the bits. */
    private static int parts(int n, int m) {
        int affordable = Math.max(FEWEST_PARTS, Math.min(MOST_PARTS, MOST_PARTIAL_SUMS / n));
        return Math.min(affordable, (m + ROWS - 1) / ROWS);
    }

    private Valuation combined(List<String> ids, List<double[]> parts, int m) {
        double[] total = parts.get(0).clone();
        for (double[] part : parts.subList(1, parts.size())) {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        }
        double[] values = new double[ids.size()];
        double[] errors = new double[ids.size()];
        for (int row = 0; row < values.length; row++) {
            double mean = total[2 * row] / m;
            double variance = Math.max(0, total[2 * row + 1] / m - mean * mean);
            values[row] = mean;
            errors[row] = m == 1 ? Double.NaN : Math.sqrt(variance / (m - 1));
        }
        return new Valuation(ids, values, errors, settings.describe());
    }

    /** The known experiments in blocks of columns, centred. Immutable, thread-safe. */
    private static final class Cloud {

        private final int n;
        private final int d;
        private final double[] means;
        private final float[][] blocks;

        Cloud(Matrix features) {
            this.n = features.rows();
            this.d = features.columns();
            this.means = new double[d];
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int row = 0; row < n; row++) {
                    sum += features.at(row, j);
                }
                means[j] = sum / n;
            }
            this.blocks = new float[(n + COLUMNS - 1) / COLUMNS][];
            for (int b = 0; b < blocks.length; b++) {
                int from = b * COLUMNS;
                int width = Math.min(COLUMNS, n - from);
                blocks[b] = new float[d * width];
                for (int i = 0; i < width; i++) {
                    for (int j = 0; j < d; j++) {
                        blocks[b][j * width + i] = (float) (features.at(from + i, j) - means[j]);
                    }
                }
            }
        }

        /** @return m x d */
        float[] centred(Matrix features) {
            float[] centred = new float[features.rows() * d];
            for (int i = 0; i < centred.length; i++) {
                centred[i] = (float) (features.at(i / d, i % d) - means[i % d]);
            }
            return centred;
        }

        /**
         * Squared distances of a few rows to all.
         *
         * @param distances receives count x n
         * @param scratch at least count x {@value #COLUMNS}
         */
        void distances(float[] queries, int row, int count, float[] distances, float[] scratch) {
            float[] few = Arrays.copyOfRange(queries, row * d, (row + count) * d);
            for (int b = 0; b < blocks.length; b++) {
                int width = Math.min(COLUMNS, n - b * COLUMNS);
                Distances.squaredToColumns(few, count, blocks[b], width, d, scratch);
                for (int i = 0; i < count; i++) {
                    System.arraycopy(scratch, i * width, distances, i * n + b * COLUMNS, width);
                }
            }
        }
    }
}
