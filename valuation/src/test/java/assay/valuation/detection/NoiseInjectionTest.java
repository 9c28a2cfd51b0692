package assay.valuation.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import assay.valuation.detection.NoisySplit.Holdout;
import assay.valuation.detection.NoisySplit.Sizes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseInjectionTest {

    private static final Seed SEED = new Seed(5);

    /** n rows of two features 0, with targets 0 .. 6 in turn. */
    private static Dataset numbers(int n) {
        double[] targets = IntStream.range(0, n).mapToDouble(i -> i % 7).toArray();
        return Dataset.of(Matrix.of(n, 2, new double[2 * n]), targets, new Task.Regression());
    }

    /** The same with classes, of which the last two occur nowhere. */
    private static Dataset classes(int n) {
        double[] targets = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
        return Dataset.of(
                Matrix.of(n, 2, new double[2 * n]), targets, new Task.Classification(List.of("a", "b", "c", "d", "e")));
    }

    private static Set<Integer> changedTargets(Dataset before, Dataset after) {
        return IntStream.range(0, before.size())
                .filter(row -> before.target(row) != after.target(row))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> changedFeatures(Dataset before, Dataset after) {
        return IntStream.range(0, before.size())
                .filter(row -> !Arrays.equals(
                        before.features().row(row), after.features().row(row)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** 7000 spoiled rows of 7 targets: each of the 42 changes is as likely, 1000/6 each with sd 12 in groups of 1000. */
    @Test
    void everyOtherTargetThatOccursIsAsLikely() {
        Dataset clean = numbers(7000);
        NoiseInjection noisy = NoiseInjection.of(Noise.of(Noise.Kind.LABEL, 1), clean, SEED);

        int[][] counts = new int[7][7];
        for (int row = 0; row < 7000; row++) {
            counts[(int) clean.target(row)][(int) noisy.dataset().target(row)]++;
        }

        for (int from = 0; from < 7; from++) {
            for (int to = 0; to < 7; to++) {
                assertEquals(from == to ? 0 : 1000 / 6.0, counts[from][to], from == to ? 0 : 48, from + " to " + to);
            }
        }
    }

    @Test
    void aClassThatNoRowHasIsGivenToNone() {
        NoiseInjection noisy = NoiseInjection.of(Noise.of(Noise.Kind.LABEL, .5), classes(600), SEED);

        assertEquals(
                Set.of(0.0, 1.0, 2.0),
                Arrays.stream(noisy.dataset().targets()).boxed().collect(Collectors.toSet()));
        assertEquals(noisy.spoiled(), changedTargets(classes(600), noisy.dataset()));
        assertEquals(300, noisy.spoiled().size());
    }

    /** 20 000 normal numbers: mean within 4 standard errors, sd likewise. */
    @Test
    void featuresGetTheNoiseAskedFor() {
        Dataset clean = numbers(10_000);
        NoiseInjection noisy = NoiseInjection.of(new Noise(Noise.Kind.FEATURE, 1, 3, .5), clean, SEED);
        double[] x = noisy.dataset().features().toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());

        assertEquals(3, mean, 4 * .5 / Math.sqrt(20_000));
        assertEquals(.5, sd, 4 * .5 / Math.sqrt(40_000));
        assertEquals(Set.of(), changedTargets(clean, noisy.dataset()));
    }

    /** As in the reference: 41 rows, the first 20 with other targets, the rest with noise, and none with both. */
    @Test
    void mixedNoiseSpoilsEveryRowOnce() {
        Dataset clean = numbers(205);
        NoiseInjection noisy = NoiseInjection.of(Noise.of(Noise.Kind.MIXED, .2), clean, SEED);
        Set<Integer> labels = changedTargets(clean, noisy.dataset());
        Set<Integer> features = changedFeatures(clean, noisy.dataset());
        Set<Integer> both = new HashSet<>(labels);
        both.retainAll(features);
        Set<Integer> either = new HashSet<>(labels);
        either.addAll(features);

        assertEquals(20, labels.size());
        assertEquals(21, features.size());
        assertEquals(Set.of(), both);
        assertEquals(noisy.spoiled(), either);
    }

    @ParameterizedTest
    @EnumSource(Noise.Kind.class)
    void splitsAreDisjointAndDependOnTheSeedAlone(Noise.Kind kind) {
        Dataset all = Dataset.of(
                Matrix.of(300, 1, IntStream.range(0, 300).asDoubleStream().toArray()),
                IntStream.range(0, 300).mapToDouble(i -> i % 5).toArray(),
                new Task.Regression());
        Sizes sizes = new Sizes(100, 50, 120);

        NoisySplit noisy = NoisySplit.draw(all, sizes, Noise.of(kind, .2), Holdout.NOISY, SEED);
        NoisySplit clean = NoisySplit.draw(all, sizes, Noise.of(kind, 0.1), Holdout.CLEAN, SEED);
        Set<String> ids = new HashSet<>(noisy.train().ids());
        ids.addAll(noisy.holdout().ids());
        ids.addAll(noisy.test().ids());

        assertEquals(270, ids.size());
        assertEquals(20, noisy.spoiled().size());
        assertEquals(10, clean.spoiled().size());
        assertEquals(noisy.train().ids(), clean.train().ids());
        assertEquals(noisy.test().features(), clean.test().features());
        assertNotEquals(
                List.of(
                        noisy.holdout().features(),
                        Arrays.hashCode(noisy.holdout().targets())),
                List.of(
                        clean.holdout().features(),
                        Arrays.hashCode(clean.holdout().targets())));
        for (int row = 0; row < 50; row++) {
            assertEquals(
                    Double.parseDouble(clean.holdout().ids().get(row)),
                    clean.holdout().features().at(row, 0));
        }
    }

    @Test
    void boundsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Noise.of(Noise.Kind.LABEL, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new Noise(Noise.Kind.FEATURE, .1, 0, -1));
        Noise noise = Noise.of(Noise.Kind.LABEL, .1);
        Exception few = assertThrows(
                IllegalArgumentException.class,
                () -> NoisySplit.draw(numbers(100), new Sizes(90, 20, 0), noise, Holdout.CLEAN, SEED));
        assertTrue(few.getMessage().contains("need 110 rows, but there are 100"), few.getMessage());
        Dataset same = numbers(10).withTargets(new double[10]);
        assertThrows(IllegalArgumentException.class, () -> NoiseInjection.of(noise, same, SEED));
    }
}
