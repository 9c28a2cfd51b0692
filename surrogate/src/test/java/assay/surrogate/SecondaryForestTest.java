package assay.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Skill;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SecondaryForestTest {

    private static final Seed SEED = new Seed(11);
    private static final SecondaryForest FOREST = new SecondaryForest(100, Runner.SEQUENTIAL);

    private static double[] random(int n, Seed seed) {
        RandomGenerator random = seed.generator();
        return random.doubles(n).toArray();
    }

    @Test
    void learnsAMonotoneFunctionOfAnyScale() {
        Dataset data = Problems.linear(150, SEED.derive("train"));
        double[] steep = Arrays.stream(data.targets()).map(t -> Math.exp(5 * t)).toArray();
        SecondaryModel model = FOREST.fit(data.features(), steep, SEED);
        assertTrue(model.skill().correlation() > 0.9, "skill " + model.skill());
        assertEquals(0.001, model.skill().pValue(), 1e-12);
        assertTrue(model.skill().beatsChance());

        // Only the order of the values counts
        SecondaryModel same = FOREST.fit(data.features(), data.targets(), SEED);
        assertEquals(model.skill(), same.skill());
        assertEquals(model.memberPredictions(data.features()), same.memberPredictions(data.features()));
    }

    @Test
    void membersPredictShares() {
        Dataset data = Problems.linear(60, SEED.derive("train"));
        Matrix members = FOREST.fit(data.features(), data.targets(), SEED).memberPredictions(data.features());
        assertEquals(60, members.rows());
        assertEquals(100, members.columns());
        for (double share : members.toArray()) {
            assertTrue(share > 0 && share < 1, "share " + share);
        }
    }

    @Test
    void threadsChangeNoBit() {
        Dataset data = Problems.linear(60, SEED.derive("train"));
        SecondaryModel alone = FOREST.fit(data.features(), data.targets(), SEED);
        SecondaryModel together =
                new SecondaryForest(100, new ThreadedRunner(3)).fit(data.features(), data.targets(), SEED);
        assertEquals(alone.skill(), together.skill());
        assertEquals(alone.memberPredictions(data.features()), together.memberPredictions(data.features()));
    }

    /**
     * Values that nothing predicts. A binomial of 40 trials at 5 % exceeds 6 with probability 0.003; the mean of 40
     * uniform p-values has a standard error of 0.046, and conservative ones have a higher mean.
     */
    @Test
    void seldomFindsSkillInNoise() {
        SecondaryForest small = new SecondaryForest(50, Runner.SEQUENTIAL);
        double[] p = new double[40];
        double[] correlations = new double[40];
        for (int i = 0; i < 40; i++) {
            Seed seed = SEED.derive("noise").derive(i);
            Matrix features = Problems.uniform(60, 3, seed.derive("features"));
            Skill skill =
                    small.fit(features, random(60, seed.derive("values")), seed).skill();
            p[i] = skill.pValue();
            correlations[i] = skill.correlation();
            // A null correlation of 60 rows has a standard error of 1/sqrt(59)
            assertEquals(1.645 / Math.sqrt(59), skill.chance(), 0.035);
        }
        long found = Arrays.stream(p).filter(x -> x < 0.05).count();
        double mean = Arrays.stream(p).average().orElseThrow();
        double correlation = Arrays.stream(correlations).average().orElseThrow();
        assertTrue(found <= 6, found + " of 40 beat chance");
        assertTrue(mean > 0.38 && mean < 0.78, "mean p " + mean);
        assertTrue(Math.abs(correlation) < 0.15, "mean correlation " + correlation);
    }

    /** With predictions that do not depend on the values at all, the p-values are uniform. */
    @Test
    void pValuesOfIndependentPredictionsAreUniform() {
        int[] fifths = new int[5];
        for (int i = 0; i < 200; i++) {
            Seed seed = SEED.derive("independent").derive(i);
            double[] values = random(30, seed.derive("values"));
            double[] predictions = random(30, seed.derive("predictions"));
            double p = SecondaryForest.skill(values, predictions, seed).pValue();
            fifths[(int) Math.min(4, Math.floor(5 * p))]++;
        }
        double chiSquared = Arrays.stream(fifths)
                .mapToDouble(f -> (f - 40) * (f - 40) / 40.0)
                .sum();
        // The 99.9 % quantile with 4 degrees of freedom
        assertTrue(chiSquared < 18.47, Arrays.toString(fifths));
    }

    @Test
    void withoutEnoughRowsOrVarietyThereIsNoSkill() {
        Matrix features = Problems.uniform(20, 2, SEED);
        assertNoSkill(FOREST.fit(features, new double[20], SEED).skill());
        Matrix few = Problems.uniform(7, 2, SEED);
        assertNoSkill(FOREST.fit(few, random(7, SEED), SEED).skill());
    }

    private static void assertNoSkill(Skill skill) {
        assertTrue(Double.isNaN(skill.correlation()));
        assertTrue(Double.isNaN(skill.chance()));
        assertEquals(1, skill.pValue());
        assertFalse(skill.beatsChance());
    }

    @Test
    void refusesValuesThatAreMissing() {
        Matrix features = Problems.uniform(3, 2, SEED);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> FOREST.fit(features, new double[] {1, Double.NaN, 2}, SEED))
                .getMessage();
        assertEquals("value NaN of row 1 is not a number", message);
        assertThrows(IllegalArgumentException.class, () -> FOREST.fit(features, new double[2], SEED));
        assertThrows(IllegalArgumentException.class, () -> new SecondaryForest(0, Runner.SEQUENTIAL));
    }

    @Test
    void tiesShareTheirRanks() {
        assertArrayEquals(new double[] {2.5, 1, 4, 2.5}, Ranks.average(new double[] {3, -1, 7, 3}));
        assertArrayEquals(new double[] {1.5, 1.5}, Ranks.average(new double[] {0.0, -0.0}));
    }

    /** scipy.stats.spearmanr([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 1, 4, 4, 3, 9, 8, 7, 7]).statistic */
    @Test
    void agreesWithSpearman() {
        double[] a = Ranks.unit(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        double[] b = Ranks.unit(new double[] {2, 1, 4, 4, 3, 9, 8, 7, 7});
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += a[i] * b[i];
        }
        assertEquals(0.7731365422707365, sum, 1e-12);
    }
}
