package assay.valuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.surrogate.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassWiseShapleyTest {

    private static final Effort EFFORT = Effort.ofModels(20_000);

    private static Valuation value(
            ClassWiseShapley method, TargetModel.Trainer trainer, Dataset train, Dataset holdout, Runner runner) {
        return Valuators.of(method, trainer, runner).value(train, holdout, new Seed(1));
    }

    private static Dataset line(Task task, double[] x, double... y) {
        return Dataset.of(Matrix.of(x.length, 1, x), y, task);
    }

    private static Task classes(String... names) {
        return new Task.Classification(List.of(names));
    }

    /**
     * By the definition in the paper: for all sets of others, or all others at once, Shapley's value by enumeration of the
     * share of own rows that are right, times e to the share of other rows. One nearest neighbour, computed here.
     */
    private static double[] enumerated(Dataset train, Dataset holdout, ClassWiseShapley.Others which) {
        int n = train.size();
        double[] values = new double[n];
        for (int label = 0; label < train.task().outputs(); label++) {
            int c = label;
            int[] own = IntStream.range(0, n).filter(i -> train.target(i) == c).toArray();
            int[] others =
                    IntStream.range(0, n).filter(i -> train.target(i) != c).toArray();
            int least = which == ClassWiseShapley.Others.ALL ? (1 << others.length) - 1 : 0;
            for (int set = least; set < 1 << others.length; set++) {
                int surroundings = set;
                Utility game = (members, replicate) -> {
                    boolean[] in = new boolean[n];
                    members.stream().forEach(i -> in[own[i]] = true);
                    IntStream.range(0, others.length).forEach(i -> in[others[i]] |= (surroundings >> i & 1) == 1);
                    return utility(train, holdout, in, c);
                };
                double[] shapley = Games.enumerate(game, Coalitions.shapley(own.length));
                for (int i = 0; i < own.length; i++) {
                    values[own[i]] += shapley[i] / ((1 << others.length) - least);
                }
            }
        }
        return values;
    }

    private static double utility(Dataset train, Dataset holdout, boolean[] in, int label) {
        double own = 0;
        double rest = 0;
        for (int v = 0; v < holdout.size(); v++) {
            int nearest = -1;
            for (int i = 0; i < in.length; i++) {
                if (in[i] && (nearest < 0 || distance(train, i, holdout, v) < distance(train, nearest, holdout, v))) {
                    nearest = i;
                }
            }
            // Nothing known: the most frequent class, which is 0 in these examples.
            double predicted = nearest < 0 ? 0 : train.target(nearest);
            double right = predicted == holdout.target(v) ? 1. / holdout.size() : 0;
            own += holdout.target(v) == label ? right : 0;
            rest += holdout.target(v) == label ? 0 : right;
        }
        return own * Math.exp(rest);
    }

    private static double distance(Dataset train, int i, Dataset holdout, int v) {
        return Math.abs(train.features().at(i, 0) - holdout.features().at(v, 0));
    }

    private static final Dataset TRAIN =
            line(classes("a", "b", "c"), new double[] {0, 1, 2.2, 3, 4.5, 5, 6.1, 7}, 0, 0, 1, 0, 1, 2, 0, 2);
    private static final Dataset HOLDOUT =
            line(classes("a", "b", "c"), new double[] {.4, 1.3, 2.3, 3.4, 4.2, 5.3, 6.9}, 0, 0, 1, 0, 1, 2, 2);

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void agreesWithEnumeration(Sampling sampling) {
        for (ClassWiseShapley.Others others : ClassWiseShapley.Others.values()) {
            ClassWiseShapley method = new ClassWiseShapley(others, sampling, 0, EFFORT);
            Valuation valuation = value(method, Surrogates.knn(1), TRAIN, HOLDOUT, Runner.SEQUENTIAL);
            double[] exact = enumerated(TRAIN, HOLDOUT, others);
            for (int i = 0; i < exact.length; i++) {
                String which = "%s, experiment %d".formatted(valuation.provenance(), i);
                assertEquals(exact[i], valuation.value(i), 4.5 * valuation.standardError(i) + 1e-12, which);
                assertTrue(valuation.standardError(i) < 0.012, which);
            }
            assertTrue(Arrays.stream(exact).max().orElseThrow() > 0.05);
        }
    }

    /**
     * A model that predicts a class, rightly, as soon as it has seen one experiment of it, and is else wrong: every experiment
     * of a class gets the same share of what the class is worth, by symmetry. With all others, classes of 3, 2 and 1 of six
     * holdout rows are worth 3/6 exp(3/6), 2/6 exp(4/6) and 1/6 exp(5/6), among 4, 1 and 2 experiments.
     */
    @Test
    void agreesWithAClosedForm() {
        Task task = classes("a", "b", "c");
        Dataset train = line(task, new double[7], 0, 2, 0, 1, 0, 2, 0);
        Dataset holdout = line(task, new double[] {0, 0, 0, 1, 1, 2}, 0, 0, 0, 1, 1, 2);
        Valuation all = value(
                ClassWiseShapley.DEFAULT
                        .withOthers(ClassWiseShapley.Others.ALL)
                        .withSampling(Sampling.OWEN)
                        .withEffort(EFFORT),
                seen(),
                train,
                holdout,
                Runner.SEQUENTIAL);
        double a = 3 / 6. * Math.exp(3 / 6.) / 4;
        double b = 2 / 6. * Math.exp(4 / 6.);
        double c = 1 / 6. * Math.exp(5 / 6.) / 2;
        for (int i = 0; i < 7; i++) {
            double exact = new double[] {a, c, a, b, a, c, a}[i];
            assertEquals(exact, all.value(i), 4.5 * all.standardError(i) + 1e-12);
        }
        assertEquals(b, all.value(3), 1e-12);
        // Of each class permutations are efficient exactly.
        double[] values = value(
                        ClassWiseShapley.DEFAULT
                                .withOthers(ClassWiseShapley.Others.ALL)
                                .withSampling(Sampling.PERMUTATION)
                                .withEffort(EFFORT),
                        seen(),
                        train,
                        holdout,
                        Runner.SEQUENTIAL)
                .values();
        assertEquals(4 * a, values[0] + values[2] + values[4] + values[6], 1e-9);
        assertEquals(2 * c, values[1] + values[5], 1e-9);
    }

    /** The feature of a holdout row is its class. */
    private static TargetModel.Trainer seen() {
        return (train, seed) -> features -> {
            int outputs = train.task().outputs();
            double[] all = new double[features.rows() * outputs];
            for (int row = 0; row < features.rows(); row++) {
                int own = (int) features.at(row, 0);
                boolean known = Arrays.stream(train.targets()).anyMatch(target -> target == own);
                all[row * outputs + (known ? own : (own + 1) % outputs)] = 1;
            }
            return Matrix.of(features.rows(), outputs, all);
        };
    }

    /** What harms its own class is worth less than nothing, and a wrong label shows. */
    @Test
    void aWrongLabelIsWorthLess() {
        double[] x = {0, .1, .2, .3, .4, 1, 1.1, 1.2, 1.3, 1.4};
        Dataset train = line(classes("a", "b"), x, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1);
        Dataset holdout = line(classes("a", "b"), new double[] {.05, .21, .35, 1.05, 1.25}, 0, 0, 0, 1, 1);
        double[] values = value(
                        ClassWiseShapley.DEFAULT.withEffort(EFFORT),
                        Surrogates.knn(1),
                        train,
                        holdout,
                        Runner.SEQUENTIAL)
                .values();
        assertEquals(Arrays.stream(values).min().orElseThrow(), values[2]);
        assertTrue(values[2] < 0);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void theOrderOfWorkDoesNotMatter(Sampling sampling) {
        ClassWiseShapley method =
                ClassWiseShapley.DEFAULT.withSampling(sampling).withEffort(Effort.ofModels(500));
        Valuation one = value(method, Surrogates.knn(1), TRAIN, HOLDOUT, Runner.SEQUENTIAL);
        Valuation other = value(method, Surrogates.knn(1), TRAIN, HOLDOUT, Examples.BACKWARDS);
        assertArrayEquals(one.values(), other.values());
        for (int i = 0; i < TRAIN.size(); i++) {
            assertEquals(one.standardError(i), other.standardError(i));
        }
    }

    @Test
    void aClassThatTheHoldoutLacksIsWorthNothingAndSaysSo() {
        Dataset holdout = HOLDOUT.select(new int[] {0, 1, 2, 3});
        Valuation valuation = value(
                ClassWiseShapley.DEFAULT.withEffort(Effort.ofModels(100)),
                Surrogates.knn(1),
                TRAIN,
                holdout,
                Runner.SEQUENTIAL);
        assertEquals(0, valuation.value(5));
        assertEquals(0, valuation.value(7));
        assertTrue(valuation.value(0) != 0);
        assertTrue(valuation.provenance().endsWith("; class c is worth 0, for it is not in the holdout"));
    }

    @Test
    void numbersAreRefused() {
        Dataset numbers = line(new Task.Regression(), new double[] {0, 1, 2}, 1, 2, 4);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> value(ClassWiseShapley.DEFAULT, Surrogates.knn(1), numbers, numbers, Runner.SEQUENTIAL));
        assertTrue(refusal.getMessage().contains("the target is a number. Maybe data-shapley?"), refusal.getMessage());
    }

    /** Models of all classes together are what was asked for, as far as whole pieces of work allow. */
    @Test
    void classesShareTheModels() {
        Valuation valuation = value(
                ClassWiseShapley.DEFAULT.withEffort(Effort.ofModels(800)),
                Surrogates.knn(1),
                TRAIN,
                HOLDOUT,
                Runner.SEQUENTIAL);
        assertTrue(valuation.provenance().endsWith("; 800 models"), valuation.provenance());
        assertTrue(valuation.provenance().startsWith("cs-shapley, half of the other classes, subsets, at most 800"));
    }
}
