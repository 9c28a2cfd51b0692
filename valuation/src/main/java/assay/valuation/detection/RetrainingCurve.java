package assay.valuation.detection;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What becomes of a target model that is trained without the experiments of lowest, or of highest, value:
 * OpenDataVal's {@code remove_high_low}. Read from the other end, where little is left, it is the curve of adding
 * experiments. Immutable.
 *
 * @param kind which experiments the model was trained on
 * @param points one for every twentieth of the experiments
 */
public record RetrainingCurve(Kind kind, List<Point> points) {

    /** Which experiments a model is trained on. */
    public enum Kind {
        /** All but the lowest values: rises, if these were harmful. */
        REMOVE_LOWEST,
        /** All but the highest values: falls, if these were useful. */
        REMOVE_HIGHEST,
        /** The lowest values alone. */
        ADD_LOWEST,
        /** The highest values alone. */
        ADD_HIGHEST
    }

    /**
     * One training.
     *
     * @param moved experiments that were removed, or added
     * @param share of all experiments that these are
     * @param score on the test rows: accuracy, or R2
     */
    public record Point(int moved, double share, double score) {}

    /** Copies the points. */
    public RetrainingCurve {
        points = List.copyOf(points);
    }

    /**
     * Trains a model for every point, all from the same seed. Cost: about 20 trainings. Equal values keep the order of
     * their rows.
     *
     * @param test clean rows, at least 1; in regression their targets must differ
     */
    public static RetrainingCurve of(
            Kind kind,
            Valuation valuation,
            Dataset train,
            Dataset test,
            TargetModel.Trainer trainer,
            Seed seed,
            Runner runner) {
        if (test.size() == 0) {
            throw new IllegalArgumentException("a retraining curve needs test rows but got none");
        }
        int n = train.size();
        int step = DiscoveryCurve.step(n);
        boolean removes = kind == Kind.REMOVE_LOWEST || kind == Kind.REMOVE_HIGHEST;
        boolean lowest = kind == Kind.REMOVE_LOWEST || kind == Kind.ADD_LOWEST;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> lowest ? valuation.value(row) : -valuation.value(row)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Point> points = runner.run("Retraining", n / step, 1, (bin, done) -> {
            int moved = (removes ? bin : bin + 1) * step;
            int[] rows = removes ? Arrays.copyOfRange(order, moved, n) : Arrays.copyOf(order, moved);
            Arrays.sort(rows);
            TargetModel model = trainer.fit(train.select(rows), seed);
            done.run();
            return new Point(moved, moved / (double) n, score(model.predict(test.features()), test));
        });
        return new RetrainingCurve(kind, points);
    }

    private static double score(Matrix predictions, Dataset test) {
        return test.task() instanceof Task.Classification ? accuracy(predictions, test) : r2(predictions, test);
    }

    private static double accuracy(Matrix probabilities, Dataset test) {
        int right = 0;
        for (int row = 0; row < test.size(); row++) {
            int most = 0;
            for (int c = 1; c < probabilities.columns(); c++) {
                most = probabilities.at(row, c) > probabilities.at(row, most) ? c : most;
            }
            right += most == test.target(row) ? 1 : 0;
        }
        return right / (double) test.size();
    }

    private static double r2(Matrix predictions, Dataset test) {
        double mean = Arrays.stream(test.targets()).average().orElseThrow();
        double residual = 0;
        double total = 0;
        for (int row = 0; row < test.size(); row++) {
            double y = test.target(row);
            residual += (y - predictions.at(row, 0)) * (y - predictions.at(row, 0));
            total += (y - mean) * (y - mean);
        }
        return total > 0 ? 1 - residual / total : Double.NaN;
    }
}
