package assay.acquisition.problem;

import assay.acquisition.Seed;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random numbers of the made-up tests: each column from a seed of its own. */
final class Draws {

    private static final long MOST_CELLS = 20_000_000;

    private Draws() {}

    /** Refuses numbers of rows that cannot be made. */
    static void checkRows(int rows, int least, int columns) {
        if (rows < least) {
            throw new IllegalArgumentException("rows (%d) must be at least %d".formatted(rows, least));
        }
        long most = MOST_CELLS / Math.max(1, columns);
        if (rows > most) {
            throw new IllegalArgumentException(
                    "rows (%d) must be at most %d where there are %d inputs".formatted(rows, most, columns));
        }
    }

    /** d x n, one array per input. */
    static double[][] inputs(List<Input> inputs, int rows, Seed seed) {
        double[][] values = new double[inputs.size()][rows];
        for (int i = 0; i < values.length; i++) {
            Input input = inputs.get(i);
            RandomGenerator random = seed.derive("input").derive(input.name()).generator();
            for (int row = 0; row < rows; row++) {
                values[i][row] = input.at(random.nextDouble());
            }
        }
        return values;
    }

    /** n draws of N(0, deviation^2). */
    static double[] gaussians(int rows, double deviation, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = deviation * random.nextGaussian();
        }
        return values;
    }
}
