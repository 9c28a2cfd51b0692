package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every target model promises. A test of a trainer extends it and says which trainer. */
abstract class TargetModelContract {

    static final Seed SEED = new Seed(42);

    /** What a model can represent. */
    enum Reach {
        STRAIGHT,
        CURVED
    }

    /** Training data with fresh rows of the same kind. */
    enum Problem {
        LINEAR {
            @Override
            Dataset rows(int n, Seed seed) {
                return Problems.linear(n, seed);
            }
        },
        HALVES {
            @Override
            Dataset rows(int n, Seed seed) {
                return Problems.halves(n, seed);
            }
        },
        LAYERS {
            @Override
            Dataset rows(int n, Seed seed) {
                return Problems.layers(n, seed);
            }
        },
        SADDLE {
            @Override
            Dataset rows(int n, Seed seed) {
                return Problems.saddle(n, seed);
            }
        },
        XOR {
            @Override
            Dataset rows(int n, Seed seed) {
                return Problems.xor(n, seed);
            }
        };

        abstract Dataset rows(int n, Seed seed);

        Dataset train() {
            return rows(300, SEED.derive(name()).derive("train"));
        }

        Dataset test() {
            return rows(500, SEED.derive(name()).derive("test"));
        }
    }

    /** With settings that make 300 rows a matter of about a second. */
    abstract TargetModel.Trainer trainer();

    Reach reach() {
        return Reach.CURVED;
    }

    @ParameterizedTest
    @EnumSource
    final void halvesTheErrorOfAConstant(Problem problem) {
        assumeTrue(reach() == Reach.CURVED || problem.ordinal() < Problem.SADDLE.ordinal());
        Dataset test = problem.test();
        double error = Problems.error(trainer().fit(problem.train(), SEED).predict(test.features()), test);
        double constant = Problems.errorOfConstant(test);
        assertTrue(error < constant / 2, "error %s of %s against %s of a constant".formatted(error, problem, constant));
    }

    @ParameterizedTest
    @EnumSource
    final void predictsOneColumnForEveryOutput(Problem problem) {
        Dataset test = problem.test();
        Matrix predictions = trainer().fit(problem.train(), SEED).predict(test.features());
        assertEquals(test.size(), predictions.rows());
        assertEquals(test.task().outputs(), predictions.columns());
        for (int row = 0; predictions.columns() > 1 && row < predictions.rows(); row++) {
            double sum = 0;
            for (double p : predictions.row(row)) {
                assertTrue(p >= 0 && p <= 1, "probability %s in row %d".formatted(p, row));
                sum += p;
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "LAYERS"})
    final void sameSeedSameBits(Problem problem) {
        Dataset train = problem.train();
        Matrix test = problem.test().features();
        Matrix once = trainer().fit(train, SEED).predict(test);
        assertEquals(once, trainer().fit(train, SEED).predict(test));
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "LAYERS"})
    final void aSubsetIsADatasetOfItsOwn(Problem problem) {
        Dataset train = problem.train();
        int[] rows = Arrays.copyOf(SEED.derive("subset").permutation(train.size()), 120);
        Matrix test = problem.test().features();
        assertEquals(
                trainer().fit(train.select(rows), SEED).predict(test),
                trainer().on(train).fit(rows, SEED).predict(test));
    }

    @Test
    final void predictingChangesNothing() {
        TargetModel model = trainer().fit(Problem.LINEAR.train(), SEED);
        Matrix first = Problem.LINEAR.rows(40, SEED.derive("first")).features();
        Matrix other = Problem.LINEAR.rows(70, SEED.derive("other")).features();
        Matrix before = model.predict(first);
        model.predict(other);
        assertEquals(before, model.predict(first));
    }

    /** Up to rounding: a matrix product may be summed in another order for another number of rows. */
    @Test
    final void aRowIsPredictedFromItselfAlone() {
        TargetModel model = trainer().fit(Problem.LINEAR.train(), SEED);
        Matrix features = Problem.LINEAR.rows(40, SEED.derive("rows")).features();
        int[] reversed = new int[40];
        for (int i = 0; i < 40; i++) {
            reversed[i] = 39 - i;
        }
        double[] there = model.predict(features).column(0);
        double[] back = model.predict(features.select(reversed)).column(0);
        for (int i = 0; i < 40; i++) {
            assertEquals(there[i], back[39 - i], 1e-5);
            assertEquals(there[i], model.predict(features.select(new int[] {i})).at(0, 0), 1e-5);
        }
    }

    @Test
    final void predictsOnSeveralThreadsAtOnce() throws Exception {
        TargetModel model = trainer().fit(Problem.LAYERS.train(), SEED);
        List<Matrix> inputs = new ArrayList<>();
        List<Matrix> expected = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            inputs.add(Problem.LAYERS.rows(20 + 5 * i, SEED.derive(i)).features());
            expected.add(model.predict(inputs.get(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Matrix>> found = new ArrayList<>();
            for (Matrix input : inputs) {
                found.add(threads.submit(() -> model.predict(input)));
            }
            for (int i = 0; i < inputs.size(); i++) {
                assertEquals(expected.get(i), found.get(i).get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    final void refusesRowsOfAnotherWidth() {
        TargetModel model = trainer().fit(Problem.LINEAR.train(), SEED);
        Matrix narrow = Matrix.of(new double[] {1, 2});
        String message = assertThrows(IllegalArgumentException.class, () -> model.predict(narrow))
                .getMessage();
        assertTrue(message.startsWith("features (2) must be as many as in training (3)"), message);
    }

    @Test
    final void predictsNothingForNoRows() {
        TargetModel model = trainer().fit(Problem.LINEAR.train(), SEED);
        assertEquals(0, model.predict(Matrix.of(0, 3, new double[0])).rows());
    }

    /** Holds for embeddings only: from the last hidden layer, the prediction is one linear layer away. */
    @Test
    final void embedsWhatItPredictsFrom() {
        TargetModel model = trainer().fit(Problem.LINEAR.train(), SEED);
        assumeTrue(model instanceof Embedding);
        Dataset test = Problem.LINEAR.test();
        Matrix hidden = ((Embedding) model).embed(test.features());
        assertEquals(test.size(), hidden.rows());
        Matrix predictions = model.predict(test.features());
        Dataset relation = Dataset.of(hidden, predictions.column(0), Problems.NUMBER);
        double[] fitted =
                new LinearTrainer(1e-9).fit(relation, SEED).predict(hidden).column(0);
        assertArrayEquals(predictions.column(0), fitted, 1e-3);
    }
}
