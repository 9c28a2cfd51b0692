package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.kernels.Distances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out over what differences in the settings results become unlike. */
final class KernelFit {

    /** More known experiments than that do not change a kernel: a uniform draw of them stands for all. */
    private static final int MOST_KNOWN = 300;

    private static final int MOST_FOR_MEDIAN = 300;
    private static final int EVALUATIONS = 60;
    private static final double REACH = 4;

    private KernelFit() {}

    /** How far apart two rows of as many numbers are. */
    @FunctionalInterface
    private interface Metric {
        double between(double[] rows, int i, int j, int width);
    }

    /**
     * The median distance of pairs of different points; 1 if there are none.
     *
     * @param points n x d; of many, a uniform draw counts
     */
    static double medianDistance(Matrix points, Seed seed) {
        return median(points, seed, (rows, i, j, width) -> Math.sqrt(Distances.squared(rows, i, rows, j, width)));
    }

    /** The same where a distance is the sum of absolute differences. */
    static double medianCityBlockDistance(Matrix points, Seed seed) {
        return median(points, seed, (rows, i, j, width) -> {
            double sum = 0;
            for (int k = 0; k < width; k++) {
                sum += Math.abs(rows[i * width + k] - rows[j * width + k]);
            }
            return sum;
        });
    }

    private static double median(Matrix points, Seed seed, Metric metric) {
        Matrix some = points.select(draw(points.rows(), MOST_FOR_MEDIAN, seed));
        double[] rows = some.toArray();
        double[] distances = IntStream.range(0, some.rows())
                .boxed()
                .flatMapToDouble(
                        i -> IntStream.range(0, i).mapToDouble(j -> metric.between(rows, i, j, some.columns())))
                .filter(distance -> distance > 0)
                .sorted()
                .toArray();
        return distances.length == 0 ? 1 : distances[distances.length / 2];
    }

    /**
     * The most probable kernel after what is known; the centre of its prior if the results are all alike.
     *
     * @param lengths where the prior of the lengths has its centre, one per configurable feature
     * @param spread by what their logarithms differ among themselves
     */
    static SquaredExponential mostProbable(Dataset known, double[] lengths, double spread, Seed seed) {
        Dataset some = known.select(draw(known.size(), MOST_KNOWN, seed.derive("known")));
        List<double[]> responses = responses(some);
        if (responses.isEmpty()) {
            return new SquaredExponential(lengths, 1, MarginalLikelihood.USUAL_NOISE);
        }
        MarginalLikelihood likelihood = new MarginalLikelihood(some.configurable(), responses, lengths, spread);
        return likelihood.kernel(Rprop.minimise(likelihood::evaluate, likelihood.start(), REACH, EVALUATIONS));
    }

    /**
     * The same where all lengths keep their ratios: one shift of their logarithms, signal and noise are found.
     *
     * @param lengths where the prior of the lengths has its centre, one per configurable feature
     */
    static SquaredExponential withCommonShift(Dataset known, double[] lengths, Seed seed) {
        Dataset some = known.select(draw(known.size(), MOST_KNOWN, seed.derive("known")));
        List<double[]> responses = responses(some);
        if (responses.isEmpty()) {
            return new SquaredExponential(lengths, 1, MarginalLikelihood.USUAL_NOISE);
        }
        MarginalLikelihood likelihood = new MarginalLikelihood(some.configurable(), responses, lengths, 1);
        double[] centre = likelihood.start();
        int d = lengths.length;
        double[] gradient = new double[d + 2];
        Rprop.Slope slope = (x, few) -> {
            double value = likelihood.evaluate(shifted(centre, x), gradient);
            few[0] = Arrays.stream(gradient, 0, d).sum();
            few[1] = gradient[d];
            few[2] = gradient[d + 1];
            return value;
        };
        double[] start = {0, centre[d], centre[d + 1]};
        return likelihood.kernel(shifted(centre, Rprop.minimise(slope, start, REACH, EVALUATIONS)));
    }

    /** A shift of all lengths, signal and noise written out. */
    private static double[] shifted(double[] centre, double[] few) {
        double[] all = centre.clone();
        int d = all.length - 2;
        for (int j = 0; j < d; j++) {
            all[j] += few[0];
        }
        all[d] = few[1];
        all[d + 1] = few[2];
        return all;
    }

    /**
     * Numbers to model, of mean 0 and variance 1 each: the target, or of each class whether an experiment belongs to it. Constants are
     * left out.
     */
    static List<double[]> responses(Dataset known) {
        List<double[]> responses = new ArrayList<>();
        if (known.task() instanceof Task.Classification classes) {
            // Of two classes, one tells all.
            for (int c = classes.outputs() == 2 ? 1 : 0; c < classes.outputs(); c++) {
                double[] indicator = new double[known.size()];
                for (int i = 0; i < indicator.length; i++) {
                    indicator[i] = known.target(i) == c ? 1 : 0;
                }
                responses.add(indicator);
            }
        } else {
            responses.add(known.targets());
        }
        responses.removeIf(response -> !standardise(response));
        return responses;
    }

    /** Whether there is any difference to standardise. */
    private static boolean standardise(double[] response) {
        double mean = Arrays.stream(response).average().orElse(0);
        double variance = Arrays.stream(response)
                .map(y -> (y - mean) * (y - mean))
                .average()
                .orElse(0);
        if (!(variance > 1e-12 * (1 + mean * mean))) {
            return false;
        }
        for (int i = 0; i < response.length; i++) {
            response[i] = (response[i] - mean) / Math.sqrt(variance);
        }
        return true;
    }

    /** Rows in order if they are few, else so many of them in a random order. */
    static int[] draw(int n, int most, Seed seed) {
        return n <= most ? IntStream.range(0, n).toArray() : Arrays.copyOf(seed.permutation(n), most);
    }
}
