package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.kernels.Distances;
import assay.kernels.Ranking;
import assay.surrogate.Surrogates;
import assay.valuation.Consensus.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What {@link Consensus} hears on the inputs of an experiment, whatever its target. Immutable. */
final class InputWitnesses {

    private static final int NEAREST = 5;
    private static final double LEAST = 1e-3;

    private final Consensus settings;
    private final double[] rows;
    private final int n;
    private final int d;
    private final double[][] sorted;
    private final Covariance covariance;
    private final Optional<TargetModel> contrast;

    /**
     * @param seen inputs of the experiments to learn from
     * @param noisy the same with noise
     */
    InputWitnesses(Consensus settings, Matrix seen, Matrix noisy, Seed seed) {
        this.settings = settings;
        this.rows = seen.toArray();
        this.n = seen.rows();
        this.d = seen.columns();
        this.sorted = IntStream.range(0, d)
                .mapToObj(j -> Arrays.stream(seen.column(j)).sorted().toArray())
                .toArray(double[][]::new);
        this.covariance = Covariance.of(seen);
        this.contrast = settings.witnesses().contains(Witness.CONTRAST)
                ? Optional.of(Surrogates.forest(settings.trees(), Runner.SEQUENTIAL)
                        .fit(contrasted(seen, noisy), seed.derive("contrast")))
                : Optional.empty();
    }

    private static Dataset contrasted(Matrix seen, Matrix noisy) {
        int n = seen.rows();
        int d = seen.columns();
        double[] both = Arrays.copyOf(seen.toArray(), 2 * n * d);
        System.arraycopy(noisy.toArray(), 0, both, n * d, n * d);
        double[] kinds = new double[2 * n];
        Arrays.fill(kinds, n, 2 * n, 1);
        return Dataset.of(Matrix.of(2 * n, d, both), kinds, new Task.Classification(List.of("as it is", "noisy")));
    }

    /**
     * Opinions on experiments that were not seen; more is more suspicious.
     *
     * @return one row per opinion, m numbers each
     */
    List<double[]> opinions(Matrix features) {
        return Arrays.stream(Witness.values())
                .filter(settings.witnesses()::contains)
                .map(witness -> opinion(witness, features))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<double[]> opinion(Witness witness, Matrix features) {
        return switch (witness) {
            case DISTANCE -> Optional.of(distances(features));
            case COVARIANCE -> Optional.of(each(features, x -> Math.log(covariance.distance(x) + LEAST)));
            case TAILS -> Optional.of(each(features, this::tails));
            case GRID -> Optional.of(each(features, this::offGrid));
            case CONTRAST -> contrast.map(forest -> forest.predict(features).column(1));
            case FOREST, NEIGHBOURS, NETWORK -> Optional.empty();
        };
    }

    private static double[] each(Matrix features, ToDoubleFunction<double[]> opinion) {
        return IntStream.range(0, features.rows())
                .mapToDouble(row -> opinion.applyAsDouble(features.row(row)))
                .toArray();
    }

    /** Logarithm of the mean distance of the nearest. */
    private double[] distances(Matrix features) {
        int m = features.rows();
        double[] columns = new double[d * n];
        Distances.transpose(rows, n, d, columns);
        int[] nearest = new int[Math.min(NEAREST, n)];
        double[] squares = new double[n];
        double[] opinions = new double[m];
        for (int row = 0; row < m; row++) {
            Distances.squaredToColumns(features.row(row), 1, columns, n, d, squares);
            Ranking.smallest(squares, n, nearest);
            double mean = Arrays.stream(nearest)
                    .mapToDouble(i -> Math.sqrt(squares[i]))
                    .average()
                    .orElseThrow();
            opinions[row] = Math.log(mean + LEAST);
        }
        return opinions;
    }

    /** Mean over the columns of -ln of the share of values that are at least as far out, on the nearer side. */
    private double tails(double[] x) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            int below = lowerBound(sorted[j], x[j]);
            int notAbove = lowerBound(sorted[j], Math.nextUp(x[j]));
            sum -= Math.log((Math.min(notAbove, n - below) + 0.5) / (n + 1));
        }
        return sum / d;
    }

    /** Share of the columns in which nobody has this value. */
    private double offGrid(double[] x) {
        int off = 0;
        for (int j = 0; j < d; j++) {
            off += Arrays.binarySearch(sorted[j], x[j]) < 0 ? 1 : 0;
        }
        return off / (double) d;
    }

    /** How many are below x. */
    private static int lowerBound(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
