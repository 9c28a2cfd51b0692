package assay.acquisition.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Acquirer;
import assay.acquisition.BaseSkill;
import assay.acquisition.Budget;
import assay.acquisition.Embedding;
import assay.acquisition.Evidence;
import assay.acquisition.Explanation;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Skill;
import assay.acquisition.Valuation;
import assay.acquisition.strategy.Diversity;
import assay.acquisition.strategy.Strategies;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchBuilderTest {

    private static final BaseSkill GOOD = new BaseSkill("R2", .8, .7, .9);
    private static final BaseSkill POOR = new BaseSkill("R2", .01, -.1, .12);
    private static final Skill CHANCE = new Skill(.02, .3, .4);
    private static final Skill SKILLED = new Skill(.7, .3, .001);

    /** Three members that see the first feature, and disagree by 0.1 each way. */
    private record Linear(Skill skill) implements SecondaryModel, Evidence {

        @Override
        public Interval interval(double[] experiment, double coverage) {
            return new Interval(.8 * experiment[0] + .1 - coverage / 10, .8 * experiment[0] + .1 + coverage / 10);
        }

        /** The fourth and the sixth experiment. */
        @Override
        public double[] weights(double[] experiment) {
            return IntStream.range(0, AcquirerContract.KNOWN.size())
                    .mapToDouble(i -> i == 3 ? .25 : i == 5 ? .75 : 0)
                    .toArray();
        }

        @Override
        public Matrix memberPredictions(Matrix features) {
            double[][] rows = new double[features.rows()][];
            for (int i = 0; i < rows.length; i++) {
                double x = features.at(i, 0);
                rows[i] = new double[] {.8 * x, .8 * x + .1, .8 * x + .2};
            }
            return Matrix.of(rows);
        }
    }

    /** A network that sees the features as they are, and predicts a sum that depends a little on chance. */
    private record Plain(long chance) implements Embedding {

        @Override
        public Matrix embed(Matrix features) {
            return features;
        }

        @Override
        public Matrix predict(Matrix features) {
            return Matrix.of(
                    features.rows(),
                    1,
                    IntStream.range(0, features.rows())
                            .mapToDouble(row -> features.at(row, 0) * (1 + .01 * chance) + features.at(row, 1))
                            .toArray());
        }
    }

    private static Acquirer byValue(BaseSkill base, Skill skill, Diversity diversity) {
        return new BatchBuilder(Strategies.spreadOut(
                Strategies.byValue(
                        "test",
                        (known, seed) -> new Valuation(known.ids(), known.targets(), known.targets(), "targets"),
                        (known, seed) -> base,
                        (features, values, seed) -> new Linear(skill)),
                diversity,
                (data, seed) -> new Plain(seed.value() % 7)));
    }

    @Nested
    class Random extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.random());
        }
    }

    @Nested
    class Farthest extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return new BatchBuilder(Strategies.farthestPoint());
        }
    }

    @Nested
    class ByValue extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return byValue(GOOD, SKILLED, Diversity.NONE);
        }

        @Test
        void takesTheHighestExpectedValues() {
            Plan plan = acquirer().choose(KNOWN, POOL, Budget.of(5), new Seed(1));
            int[] best = IntStream.range(0, POOL.size())
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            POOL.features().at(b, 0), POOL.features().at(a, 0)))
                    .limit(5)
                    .mapToInt(i -> i)
                    .toArray();
            assertEquals(
                    Arrays.stream(best).boxed().toList(),
                    plan.picks().stream().map(Pick::candidate).toList());
            assertEquals("value:test", plan.used());
            for (Pick pick : plan.picks()) {
                double x = POOL.features().at(pick.candidate(), 0);
                assertEquals(.8 * x + .1, pick.expectedValue(), 1e-12);
                assertEquals(.8 * x + .02, pick.lower(), 1e-12);
                assertEquals(.8 * x + .18, pick.upper(), 1e-12);
                // Every history leads to the same expectations, so that all pick the same five.
                assertEquals(1, pick.probabilityInBatch(), 1e-9);
                assertEquals(
                        new Explanation(
                                OptionalInt.of(0),
                                List.of(new Explanation.Driver("5", .75), new Explanation.Driver("3", .25))),
                        pick.explanation());
                assertTrue(pick.reason().endsWith("; mostly from 5 (75 %), 3 (25 %)"), pick.reason());
            }
        }

        @Test
        void moneyCountsAsValuePerCostWhereThatBuysMore() {
            Plan plan = acquirer().choose(KNOWN, POOL, new Budget(9, 12), new Seed(1));
            double bought =
                    plan.picks().stream().mapToDouble(Pick::expectedValue).sum();
            Plan rich = acquirer().choose(KNOWN, POOL, Budget.of(9), new Seed(1));
            double spent = 0;
            double plain = 0;
            for (Pick pick : rich.picks()) {
                if (spent + pick.cost() <= 12) {
                    spent += pick.cost();
                    plain += pick.expectedValue();
                }
            }
            assertTrue(bought > plain, () -> bought + " for the money by value per cost");
        }
    }

    @Nested
    class ByValueSpreadOut extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return byValue(GOOD, SKILLED, Diversity.CORESET);
        }

        @Test
        void staysAmongTheFiveFoldBatch() {
            Plan plan = acquirer().choose(KNOWN, POOL, Budget.of(4), new Seed(1));
            assertEquals("value:test+coreset", plan.used());
            double[] x = POOL.features().column(0);
            Arrays.sort(x);
            double least = x[x.length - 20];
            assertTrue(plan.picks().stream().allMatch(p -> POOL.features().at(p.candidate(), 0) >= least));
        }
    }

    /** Picked as a batch, all from the five-fold batch of the highest expected values. */
    private static void staysAmong(Acquirer acquirer, String name) {
        Plan plan = acquirer.choose(AcquirerContract.KNOWN, AcquirerContract.POOL, Budget.of(4), new Seed(1));
        double[] x = AcquirerContract.POOL.features().column(0);
        Arrays.sort(x);
        double least = x[x.length - 20];
        assertEquals(name, plan.used());
        assertTrue(plan.picks().stream()
                .allMatch(p -> AcquirerContract.POOL.features().at(p.candidate(), 0) >= least));
    }

    @Nested
    class ByValueRepresentative extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return byValue(GOOD, SKILLED, Diversity.KMEDIANS);
        }

        @Test
        void staysAmongTheFiveFoldBatch() {
            staysAmong(acquirer(), "value:test+kmedians");
        }
    }

    @Nested
    class ByValueAndGradient extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return byValue(GOOD, SKILLED, Diversity.BADGE);
        }

        @Test
        void staysAmongTheFiveFoldBatch() {
            staysAmong(acquirer(), "value:test+badge");
        }
    }

    @Nested
    class WithoutSkill extends AcquirerContract {
        @Override
        Acquirer acquirer() {
            return byValue(GOOD, CHANCE, Diversity.NONE);
        }

        @Test
        void fillsGapsAndSaysSo() {
            Plan plan = acquirer().choose(KNOWN, POOL, Budget.of(4), new Seed(1));
            Plan gaps = new BatchBuilder(Strategies.farthestPoint()).choose(KNOWN, POOL, Budget.of(4), new Seed(1));
            assertEquals("value:test", plan.asked());
            assertEquals("farthest-point", plan.used());
            assertEquals(gaps.picks(), plan.picks());
            assertEquals(List.of(false), List.of(plan.gate().orElseThrow().passed()));
            assertTrue(plan.notes().get(0).contains("cannot be predicted"));
        }

        @Test
        void aModelNoBetterThanAConstantFailsTheGateWhateverTheSecondarySays() {
            Plan plan = byValue(POOR, SKILLED, Diversity.NONE).choose(KNOWN, POOL, Budget.of(4), new Seed(1));
            assertEquals("farthest-point", plan.used());
            assertTrue(plan.notes().get(0).contains("no better than a constant"));
        }
    }
}
