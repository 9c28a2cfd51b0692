package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFitTest {

    private static final Seed SEED = new Seed(5);
    private static final double[] LENGTHS = {1, 1, 1};

    private static Matrix points(int n, Seed seed) {
        return Matrix.of(n, 3, seed.generator().doubles(3L * n, -1.7, 1.7).toArray());
    }

    /** Pairs of 0, 0, 1, 3 differ by 0 (left out), 1, 1, 2, 3, 3: the third of five is 2. */
    @Test
    void medianOfDifferentPoints() {
        assertEquals(2, KernelFit.medianDistance(Matrix.of(4, 1, new double[] {0, 0, 1, 3}), SEED));
        assertEquals(1, KernelFit.medianDistance(Matrix.of(2, 1, new double[] {4, 4}), SEED));
    }

    @Test
    void resultsThatAreAllAlikeLeaveThePrior() {
        Dataset known = Dataset.of(points(9, SEED), new double[9], new Task.Regression());
        SquaredExponential kernel = KernelFit.mostProbable(known, new double[] {1, 2, 3}, 1, SEED);
        assertArrayEquals(
                new double[] {1, 2, 3, 1, 0.05},
                new double[] {kernel.length(0), kernel.length(1), kernel.length(2), kernel.signal(), kernel.noise()});
    }

    /** Only the first of three settings matters. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inertSettingsGetLongLengths(long seed) {
        Matrix x = points(40, new Seed(seed));
        double[] y = IntStream.range(0, 40)
                .mapToDouble(i -> Math.sin(2 * x.at(i, 0)))
                .toArray();
        SquaredExponential kernel = KernelFit.mostProbable(Dataset.of(x, y, new Task.Regression()), LENGTHS, 1, SEED);
        assertTrue(kernel.length(1) > 3 * kernel.length(0), () -> kernel.length(1) + " " + kernel.length(0));
        assertTrue(kernel.length(2) > 3 * kernel.length(0), () -> kernel.length(2) + " " + kernel.length(0));
        assertTrue(kernel.noise() < 0.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void classesTellLengthsToo(long seed) {
        Matrix x = points(60, new Seed(seed));
        double[] y = IntStream.range(0, 60)
                .mapToDouble(i -> x.at(i, 0) < -0.5 ? 0 : x.at(i, 0) < 0.5 ? 1 : 2)
                .toArray();
        SquaredExponential kernel = KernelFit.mostProbable(
                Dataset.of(x, y, new Task.Classification(List.of("a", "b", "c"))), LENGTHS, 1, SEED);
        assertTrue(kernel.length(1) > 2 * kernel.length(0));
        assertTrue(kernel.length(2) > 2 * kernel.length(0));
    }

    /** Of two classes one indicator, of three those that occur. */
    @Test
    void oneResponsePerClassThatOccurs() {
        Matrix x = points(4, SEED);
        double[] y = {0, 1, 0, 1};
        Dataset two = Dataset.of(x, y, new Task.Classification(List.of("a", "b")));
        Dataset three = Dataset.of(x, y, new Task.Classification(List.of("a", "b", "c")));
        assertArrayEquals(new double[] {-1, 1, -1, 1}, KernelFit.responses(two).get(0));
        assertEquals(1, KernelFit.responses(two).size());
        assertEquals(2, KernelFit.responses(three).size());
    }
}
