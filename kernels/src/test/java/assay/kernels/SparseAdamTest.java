package assay.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseAdamTest {

    /** Dense steps with mostly zero gradients are the definition; long silences pass the memory. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100, 3000})
    void denseEndsWhereDenseStepsEnd(int silence) {
        int n = 7;
        PlainAdam plain = new PlainAdam(new double[n], .01);
        SparseAdam sparse = SparseAdam.dense(n, 0, .01);
        SplittableRandom random = new SplittableRandom(silence);
        for (int step = 1; step <= 20 * silence; step++) {
            double[] gradient = new double[n];
            int[] touched = new int[n];
            double[] some = new double[n];
            int count = 0;
            for (int i = 0; i < n - 1; i++) {
                if (random.nextInt(silence) == 0) {
                    gradient[i] = random.nextDouble() - .3;
                    touched[count] = i;
                    some[count++] = gradient[i];
                }
            }
            plain.step(gradient);
            sparse.step(touched, count, some);
            if (step % 37 == 0) {
                assertEquals(plain.parameters[step % n], sparse.value(step % n), 1e-12);
            }
        }
        for (int i = 0; i < n; i++) {
            assertEquals(plain.parameters[i], sparse.value(i), 1e-12, "parameter " + i);
        }
    }

    /** A parameter that sees every third step goes where it would go if there were no others. */
    @Test
    void lazyMovesOnlyWhatHasAGradient() {
        SparseAdam lazy = SparseAdam.lazy(2, 1, .1);
        PlainAdam alone = new PlainAdam(new double[] {1}, .1);
        for (int step = 1; step <= 30; step++) {
            double g = Math.sin(step);
            if (step % 3 == 0) {
                lazy.step(new int[] {1, 0}, 2, new double[] {g, -g});
                alone.step(new double[] {g});
            } else {
                lazy.step(new int[] {0}, 1, new double[] {g});
            }
            assertEquals(alone.parameters[0], lazy.value(1), 1e-12);
        }
    }
}
