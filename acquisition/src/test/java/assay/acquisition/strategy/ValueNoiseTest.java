package assay.acquisition.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Skill;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With secondary models that are a straight line through the known experiments, or the mean of the nearest. */
class ValueNoiseTest {

    private static final int KNOWN = 40;
    private static final int POOL = 200;

    private static final SecondaryModel.Trainer LINE = (known, values, seed) -> {
        int n = values.length;
        double meanX = Arrays.stream(known.column(0)).average().orElseThrow();
        double meanY = Arrays.stream(values).average().orElseThrow();
        double xy = IntStream.range(0, n)
                .mapToDouble(i -> (known.at(i, 0) - meanX) * (values[i] - meanY))
                .sum();
        double xx = IntStream.range(0, n)
                .mapToDouble(i -> (known.at(i, 0) - meanX) * (known.at(i, 0) - meanX))
                .sum();
        double slope = xy / xx;
        return new SecondaryModel() {
            @Override
            public Matrix memberPredictions(Matrix features) {
                return Matrix.of(
                        features.rows(),
                        1,
                        Arrays.stream(features.column(0))
                                .map(x -> meanY + slope * (x - meanX))
                                .toArray());
            }

            @Override
            public Skill skill() {
                return new Skill(.5, .2, .001);
            }
        };
    };

    /** The mean of the three nearest. */
    private static final SecondaryModel.Trainer NEIGHBOURS = (known, values, seed) -> new SecondaryModel() {
        @Override
        public Matrix memberPredictions(Matrix features) {
            return Matrix.of(
                    features.rows(),
                    1,
                    Arrays.stream(features.column(0))
                            .map(x -> IntStream.range(0, values.length)
                                    .boxed()
                                    .sorted(Comparator.comparingDouble(i -> Math.abs(known.at(i, 0) - x)))
                                    .limit(3)
                                    .mapToDouble(i -> values[i])
                                    .average()
                                    .orElseThrow())
                            .toArray());
        }

        @Override
        public Skill skill() {
            return new Skill(.5, .2, .001);
        }
    };

    private static Matrix inputs(int n, Seed seed) {
        return Matrix.of(n, 1, seed.generator().doubles(n).toArray());
    }

    private static Valuation valuation(Matrix known, double slope, double noise, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] values = IntStream.range(0, known.rows())
                .mapToDouble(i -> slope * known.at(i, 0) + noise * random.nextGaussian())
                .toArray();
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        List<String> ids =
                IntStream.range(0, values.length).mapToObj(i -> "T" + i).toList();
        return new Valuation(ids, values, unknown, "made up");
    }

    private static double[] expected(Matrix known, Valuation valuation, Matrix pool) {
        return LINE.fit(known, valuation.values(), new Seed(1)).means(pool);
    }

    private static ValueNoise noise(Matrix known, Valuation valuation, Matrix pool) {
        return noise(known, valuation, LINE, pool, expected(known, valuation, pool), new Seed(2));
    }

    /** Where halves are not valued anew. */
    private static ValueNoise noise(
            Matrix known,
            Valuation valuation,
            SecondaryModel.Trainer trainer,
            Matrix pool,
            double[] expected,
            Seed seed) {
        return new ValueNoise(tests(known), valuation, new Kept(valuation), trainer, pool, expected, seed);
    }

    private record Kept(Valuation valuation) implements Strategies.Appraisal {

        @Override
        public Valuation value(Dataset known, Seed seed) {
            return valuation;
        }

        @Override
        public Optional<Valuation> valueHalf(Dataset half, Seed seed) {
            return Optional.empty();
        }
    }

    private static Dataset tests(Matrix inputs) {
        return Dataset.of(inputs, new double[inputs.rows()], new Task.Regression());
    }

    /** As many as are promised, so that whoever values them can share out the time. */
    @Test
    void soManyHalvesAreValued() {
        Matrix known = inputs(KNOWN, new Seed(3));
        Matrix pool = inputs(POOL, new Seed(4));
        Valuation valuation = valuation(known, 1, 1, new Seed(5));
        List<Integer> sizes = new ArrayList<>();
        Strategies.Appraisal counting = (half, seed) -> {
            sizes.add(half.size());
            return new Valuation(half.ids(), new double[half.size()], new double[half.size()], "test");
        };
        new ValueNoise(tests(known), valuation, counting, LINE, pool, expected(known, valuation, pool), new Seed(2));
        assertEquals(Collections.nCopies(Strategies.Appraisal.HALVES, KNOWN / 2), sizes);
    }

    @Test
    void withoutNoiseEveryHistoryExpectsTheSame() {
        Matrix known = inputs(KNOWN, new Seed(3));
        Matrix pool = inputs(POOL, new Seed(4));
        Valuation valuation = valuation(known, 1, 0, new Seed(5));
        ValueNoise noise = noise(known, valuation, pool);
        assertArrayEquals(expected(known, valuation, pool), noise.redrawn(new Seed(6)), 1e-9);
        assertEquals(0, noise.tied(0));
    }

    /**
     * Where all is chance, the best candidate of this history is behind the worst in half of the others. Half is not reached, as a share of
     * signal is never estimated to be less than 0; a bootstrap around what is expected would say "ahead" in nearly all.
     */
    @Test
    void whereAllIsNoiseTheBestIsNotCertainToBeAheadOfTheWorst() {
        int ahead = 0;
        int asked = 0;
        for (int history = 0; history < 30; history++) {
            Seed seed = new Seed(7).derive(history);
            Matrix known = inputs(KNOWN, seed.derive("known"));
            Matrix pool = inputs(POOL, seed.derive("pool"));
            Valuation valuation = valuation(known, 0, 1, seed.derive("values"));
            double[] expected = NEIGHBOURS.fit(known, valuation.values(), seed).means(pool);
            int best = IntStream.range(0, POOL)
                    .reduce((a, b) -> expected[b] > expected[a] ? b : a)
                    .orElseThrow();
            int worst = IntStream.range(0, POOL)
                    .reduce((a, b) -> expected[b] < expected[a] ? b : a)
                    .orElseThrow();
            ValueNoise noise = noise(known, valuation, NEIGHBOURS, pool, expected, seed.derive("noise"));
            for (int redraw = 0; redraw < 20; redraw++) {
                double[] other = noise.redrawn(seed.derive(redraw));
                ahead += other[best] > other[worst] ? 1 : 0;
                asked++;
            }
        }
        double share = ahead / (double) asked;
        assertTrue(share > .4 && share < .7, "ahead in " + share);
    }

    /** With a strong slope, the far ends are told apart, and neighbours are not told from each other more often than the ends. */
    @Test
    void candidatesFarApartAreToldApart() {
        Matrix known = inputs(KNOWN, new Seed(8));
        Matrix pool = Matrix.of(3, 1, new double[] {.05, .5, .95});
        ValueNoise noise = noise(known, valuation(known, 3, .3, new Seed(9)), pool);
        assertEquals(0, noise.tied(0));
        assertEquals(0, noise.tied(2));
        ValueNoise flat = noise(known, valuation(known, 0, 1, new Seed(10)), pool);
        assertEquals(2, flat.tied(1));
    }

    @Test
    void standardErrorsOfValuesAreNoise() {
        Matrix known = inputs(KNOWN, new Seed(11));
        Matrix pool = inputs(POOL, new Seed(12));
        Valuation exact = valuation(known, 1, 0, new Seed(13));
        double[] errors = new double[KNOWN];
        Arrays.fill(errors, 1);
        List<String> ids = IntStream.range(0, KNOWN).mapToObj(exact::id).toList();
        Valuation vague = new Valuation(ids, exact.values(), errors, "made up");
        double[] redrawn = noise(known, vague, pool).redrawn(new Seed(14));
        double[] expected = expected(known, vague, pool);
        double apart = furthest(expected, redrawn);
        assertTrue(apart > .01, "apart " + apart);
    }

    /**
     * Values that all share a slope which chance dealt to this history: halves of the valuation of all agree on it, halves that are valued by
     * themselves each have their own.
     */
    @Test
    void whatOneValuationHasInCommonIsNoSignal() {
        Matrix known = inputs(KNOWN, new Seed(23));
        Matrix pool = inputs(POOL, new Seed(24));
        Strategies.Appraisal appraisal = (tests, seed) ->
                valuation(tests.configurable(), seed.generator().nextGaussian(), .01, seed);
        Valuation valuation = appraisal.value(tests(known), new Seed(25));
        double[] expected = expected(known, valuation, pool);
        ValueNoise anew = new ValueNoise(tests(known), valuation, appraisal, LINE, pool, expected, new Seed(26));

        assertTrue(furthest(expected, noise(known, valuation, pool).redrawn(new Seed(27))) < .1);
        assertTrue(furthest(expected, anew.redrawn(new Seed(27))) > .3);
    }

    private static double furthest(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    /** For a million candidates, a number for each and each of a hundred members would fill the memory. */
    @Test
    void membersAreNotAskedOfThePool() {
        SecondaryModel.Trainer means = (known, values, seed) -> new SecondaryModel() {
            @Override
            public Matrix memberPredictions(Matrix features) {
                throw new AssertionError("members were asked of " + features.rows() + " experiments");
            }

            @Override
            public double[] means(Matrix features) {
                return features.column(0);
            }

            @Override
            public Skill skill() {
                return new Skill(.5, .2, .001);
            }
        };
        Dataset known = tests(inputs(KNOWN, new Seed(19)));
        Candidates pool = new Candidates(
                IntStream.range(0, POOL).mapToObj(i -> "C" + i).toList(),
                inputs(POOL, new Seed(20)),
                DoubleStream.generate(() -> 1).limit(POOL).toArray());
        Strategy strategy = Strategies.byValueUngated(
                "made-up", (tests, seed) -> valuation(tests.configurable(), 1, 1, seed), means);

        Preference preference = strategy.prefer(Situation.of(known, pool, 3), new Seed(21));

        int best = preference.best(i -> true, i -> 1).orElseThrow().candidate();
        assertEquals(Arrays.stream(pool.features().column(0)).max().orElseThrow(), preference.expectedValue(best));
        assertTrue(preference.redrawn(new Seed(22)).isPresent());
    }

    @Test
    void sameSeedSameHistory() {
        Matrix known = inputs(KNOWN, new Seed(15));
        Matrix pool = inputs(POOL, new Seed(16));
        Valuation valuation = valuation(known, 1, 1, new Seed(17));
        assertArrayEquals(
                noise(known, valuation, pool).redrawn(new Seed(18)),
                noise(known, valuation, pool).redrawn(new Seed(18)));
    }
}
