package assay.acquisition.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.DiversityPrice;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.RulePrice;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final double[] SIX = {.9, .8, .7, .6, .5, .4};

    private static Candidates pool(double... costs) {
        double[] places = IntStream.range(0, costs.length).mapToDouble(i -> i).toArray();
        return new Candidates(
                IntStream.range(0, costs.length).mapToObj(i -> "c" + i).toList(),
                Matrix.of(costs.length, 1, places),
                costs);
    }

    private static Candidates free(int candidates) {
        double[] ones = new double[candidates];
        Arrays.fill(ones, 1);
        return pool(ones);
    }

    private static Plan plan(double[] values, Candidates pool, Budget budget, Rules rules) {
        Dataset known = Dataset.of(Matrix.of(1, 1, new double[] {-1}), new double[] {0}, new Task.Regression());
        return new BatchBuilder(new Modular(values))
                .choose(Situation.of(known, pool, budget.batch()), budget, rules, new Seed(1));
    }

    private static List<Integer> picks(Plan plan) {
        return plan.picks().stream().map(Pick::candidate).toList();
    }

    private static boolean[] those(int candidates, IntPredicate which) {
        boolean[] answers = new boolean[candidates];
        for (int i = 0; i < candidates; i++) {
            answers[i] = which.test(i);
        }
        return answers;
    }

    private static double[] ones(int candidates, IntPredicate which) {
        return IntStream.range(0, candidates)
                .mapToDouble(i -> which.test(i) ? 1 : 0)
                .toArray();
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    @Test
    void onlyWhatIsAllowedIsBought() {
        Rules rules = Rules.of(List.of(
                Rule.only("odd", those(6, i -> i % 2 == 1)), Rule.only("small", those(6, i -> i < 5))));
        assertEquals(List.of(1, 3), picks(plan(SIX, free(6), Budget.of(4), rules)));
    }

    @Test
    void aQuotaEndsWithItsLastPlace() {
        Rules rules = Rules.of(List.of(Rule.total("first three <= 1", ones(6, i -> i < 3), 0, 1)));
        assertEquals(List.of(0, 3, 4), picks(plan(SIX, free(6), Budget.of(3), rules)));
    }

    @Test
    void placesAreKeptForWhatTheBatchMustHave() {
        Rules rules = Rules.of(List.of(
                Rule.total("last two >= 2", ones(6, i -> i >= 4), 2, Double.POSITIVE_INFINITY),
                Rule.total("even >= 2", ones(6, i -> i % 2 == 0), 2, Double.POSITIVE_INFINITY)));
        // Of three places, two are for 4 and 5, and 4 is even; so the free one must be even, too.
        assertEquals(List.of(0, 4, 5), picks(plan(SIX, free(6), Budget.of(3), rules)));
    }

    @Test
    void moneyIsKeptForWhatTheBatchMustHave() {
        Candidates pool = pool(3, 3, 3, 1, 4, 2);
        Rules rules = Rules.of(List.of(Rule.total("last two >= 1", ones(6, i -> i >= 4), 1, 6)));
        // After 0 for 3 there is money for 5, not for 4.
        assertEquals(List.of(0, 5), picks(plan(SIX, pool, new Budget(2, 5), rules)));
    }

    @Test
    void aSumStaysWithinItsLimit() {
        Rules rules = Rules.of(List.of(Rule.total("sum(mass) <= 1", numbers(.1, .2, .9, .7, .1, .1), 0, 1)));
        // 0.1 + 0.2 + 0.7 is 1.0 for people, 0.9999999999999999 or 1.0000000000000002 for computers.
        assertEquals(List.of(0, 1, 3), picks(plan(SIX, free(6), Budget.of(4), rules)));
    }

    @Test
    void aSumReachesItsLowerLimit() {
        Rules rules = Rules.of(List.of(
                Rule.total("sum(mass) >= 1.5", numbers(.1, .2, .9, .7, .1, .1), 1.5, Double.POSITIVE_INFINITY)));
        assertEquals(List.of(0, 2, 3), picks(plan(SIX, free(6), Budget.of(3), rules)));
    }

    @Test
    void pinsComeFirstAndSaySo() {
        Rules rules = Rules.of(List.of(Rule.pin("--pin c5", 5), Rule.pin("--pin c3", 3)));
        Plan plan = plan(SIX, free(6), Budget.of(3), rules);
        assertEquals(List.of(5, 3, 0), picks(plan));
        assertEquals("pinned; worth 0.4", plan.picks().get(0).reason());
        assertEquals("worth 0.9", plan.picks().get(2).reason());
    }

    @Test
    void theRuleThatLeavesNothingIsNamed() {
        Rules rules = Rules.of(List.of(Rule.only("all", those(6, i -> true)), Rule.only("none", those(6, i -> false))));
        Rules.Conflict conflict = rules.conflict(free(6), Budget.of(2)).orElseThrow();
        assertEquals(List.of(List.of("none")), conflict.sets());
        assertTrue(conflict.leavesNothing());
        assertThrows(IllegalArgumentException.class, () -> plan(SIX, free(6), Budget.of(2), rules));
    }

    @Test
    void aPairOfRulesIsNamed() {
        Rules rules = Rules.of(List.of(
                Rule.only("odd", those(6, i -> i % 2 == 1)),
                Rule.total("any <= 3", ones(6, i -> true), 0, 3),
                Rule.total("even >= 1", ones(6, i -> i % 2 == 0), 1, 6)));
        Rules.Conflict conflict = rules.conflict(free(6), Budget.of(2)).orElseThrow();
        assertEquals(List.of(List.of("odd", "even >= 1")), conflict.sets());
        assertEquals(false, conflict.leavesNothing());
    }

    @Test
    void threeRulesAreNamedIfNoTwoOfThemContradictEachOther() {
        Rules rules = Rules.of(List.of(
                Rule.pin("--pin c0", 0),
                Rule.total("even <= 3", ones(6, i -> i % 2 == 0), 0, 3),
                Rule.total("odd >= 1", ones(6, i -> i % 2 == 1), 1, 6),
                Rule.total("c2 or c4 >= 1", ones(6, i -> i == 2 || i == 4), 1, 6)));
        Rules.Conflict conflict = rules.conflict(free(6), Budget.of(2)).orElseThrow();
        assertEquals(List.of(List.of("--pin c0", "odd >= 1", "c2 or c4 >= 1")), conflict.sets());
    }

    @Test
    void theBudgetIsOneOfTheRules() {
        Rules rules = Rules.of(List.of(Rule.total("dear >= 1", ones(3, i -> i == 2), 1, 3)));
        Rules.Conflict conflict =
                rules.conflict(pool(1, 1, 9), new Budget(2, 8)).orElseThrow();
        assertEquals(List.of(List.of("dear >= 1", "the budget of 8")), conflict.sets());
    }

    /** Rules drawn at random, on pools small enough to look at every batch. */
    @Test
    void conflictsAndBatchesAgreeWithEnumeration() {
        int contradictions = 0;
        for (int draw = 0; draw < 300; draw++) {
            RandomGenerator random = new Seed(17).derive(draw).generator();
            int n = 7;
            int places = 2 + random.nextInt(3);
            Candidates pool = pool(random.doubles(n, 1, 5).toArray());
            Budget budget = random.nextBoolean() ? new Budget(places, 4 + 6 * random.nextDouble()) : Budget.of(places);
            boolean[] allowed = those(n, i -> random.nextInt(5) > 0);
            double[] one = ones(n, i -> random.nextBoolean());
            double[] two = ones(n, i -> random.nextBoolean());
            int least = random.nextInt(4);
            int most = random.nextInt(3);
            List<Rule> list = new ArrayList<>(List.of(
                    Rule.only("allowed", allowed),
                    Rule.total("one", one, least, Double.POSITIVE_INFINITY),
                    Rule.total("two", two, Math.min(most, random.nextInt(2)), most)));
            if (random.nextInt(3) == 0) {
                list.add(Rule.pin("pin", random.nextInt(n)));
            }
            Rules rules = Rules.of(list);
            IntPredicate keeps = set -> keeps(set, pool, budget, rules);
            boolean possible = IntStream.range(1, 1 << n).anyMatch(keeps);
            Optional<Rules.Conflict> conflict = rules.conflict(pool, budget);
            assertEquals(possible, conflict.isEmpty(), "draw " + draw);
            contradictions += possible ? 0 : 1;
            if (possible) {
                Plan plan = plan(random.doubles(n).toArray(), pool, budget, rules);
                int set = picks(plan).stream().mapToInt(i -> 1 << i).sum();
                assertTrue(keeps.test(set), "draw " + draw);
                assertTrue(
                        IntStream.range(0, n).noneMatch(i -> (set >> i & 1) == 0 && keeps.test(set | 1 << i)),
                        "the batch of draw " + draw + " has room for one more");
            }
        }
        assertTrue(contradictions > 30 && contradictions < 250, contradictions + " contradictions");
    }

    private static boolean keeps(int set, Candidates pool, Budget budget, Rules rules) {
        int[] batch =
                IntStream.range(0, pool.size()).filter(i -> (set >> i & 1) == 1).toArray();
        if (batch.length > budget.batch()
                || IntStream.of(batch).mapToDouble(pool::cost).sum() > budget.money()) {
            return false;
        }
        return rules.list().stream().allMatch(rule -> {
            if (rule instanceof Rule.Only only) {
                return IntStream.of(batch).allMatch(only::allows);
            }
            if (rule instanceof Rule.Total total) {
                double sum = IntStream.of(batch).mapToDouble(total::weight).sum();
                return sum >= total.least() && sum <= total.most();
            }
            return IntStream.of(batch).anyMatch(i -> i == ((Rule.Pin) rule).candidate());
        });
    }

    /** With money as the only limit, the better of the two greedy batches is at least half as good as the best one. */
    @Test
    void theBetterOfTwoGreedyBatchesIsAtLeastHalfTheBest() {
        double worst = 1;
        for (int draw = 0; draw < 200; draw++) {
            RandomGenerator random = new Seed(23).derive(draw).generator();
            int n = 9;
            double[] values = random.doubles(n, .01, 1).map(x -> x * x).toArray();
            double[] costs = IntStream.range(0, n)
                    .mapToDouble(i -> .2 + 8 * values[i] * random.nextDouble())
                    .toArray();
            double money = 3;
            Plan plan = plan(values, pool(costs), new Budget(n, money), Rules.NONE);
            double best = IntStream.range(0, 1 << n)
                    .filter(set -> sum(costs, set) <= money)
                    .mapToDouble(set -> sum(values, set))
                    .max()
                    .orElseThrow();
            double got = picks(plan).stream().mapToDouble(i -> values[i]).sum();
            assertTrue(got >= best / 2, "draw " + draw);
            worst = Math.min(worst, got / best);
        }
        assertTrue(worst > .5 && worst < 1, "worst " + worst);
    }

    private static double sum(double[] numbers, int set) {
        return IntStream.range(0, numbers.length)
                .filter(i -> (set >> i & 1) == 1)
                .mapToDouble(i -> numbers[i])
                .sum();
    }

    /** A dear candidate that is worth all: per price, the crumbs come first and leave no money for it. */
    @Test
    void theBestIsNotMissedForCrumbs() {
        assertEquals(List.of(1), picks(plan(numbers(.02, .9), pool(.01, 1), new Budget(2, 1), Rules.NONE)));
        assertEquals(List.of(1, 2), picks(plan(numbers(.5, .4, .4), pool(2, 1, 1), new Budget(2, 2), Rules.NONE)));
    }

    @Test
    void thePriceOfARuleIsWhatTheBatchWithoutItIsWorthMore() {
        Rules rules = Rules.of(List.of(
                Rule.total("last two >= 1", ones(6, i -> i >= 4), 1, 6),
                Rule.only("not the best", those(6, i -> i > 0))));
        Plan plan = plan(SIX, free(6), Budget.of(2), rules);
        assertEquals(List.of(1, 4), picks(plan));
        List<RulePrice> prices = plan.prices();
        // Without the quota 1 and 2: 1.5 for 1.3. Without the other 0 and 4: 1.4 for 1.3.
        assertEquals(
                List.of("last two >= 1", "not the best"),
                prices.stream().map(RulePrice::rule).toList());
        assertEquals(.2, prices.get(0).gain(), 1e-12);
        assertEquals(.2 / 1.3, prices.get(0).share(), 1e-12);
        assertEquals(.1, prices.get(0).expectedValue(), 1e-12);
        assertEquals(1, prices.get(0).picks());
        assertEquals(.1, prices.get(1).gain(), 1e-12);
        assertEquals(
                "Price of last two >= 1: without it, 1 other test would be bought, and the batch be worth 15.4 % more to the"
                        + " strategy (mean expected value +0.100).",
                plan.notes().get(0));
    }

    @Test
    void aRuleThatChangesNothingIsFree() {
        Rules rules = Rules.of(List.of(Rule.total("last two <= 1", ones(6, i -> i >= 4), 0, 1)));
        Plan plan = plan(SIX, free(6), Budget.of(2), rules);
        assertEquals(List.of(new RulePrice("last two <= 1", 0, 0, 0, 0)), plan.prices());
        assertEquals(List.of(), plan.notes());
    }

    @Test
    void moneyHasAPriceToo() {
        Plan plan = plan(
                SIX,
                pool(3, 3, 1, 1, 1, 1),
                new Budget(2, 2),
                Rules.of(List.of(Rule.only("all", those(6, i -> true)))));
        assertEquals(List.of(2, 3), picks(plan));
        assertEquals("the budget of 2", plan.prices().get(0).rule());
        assertEquals(.4, plan.prices().get(0).gain(), 1e-12);
    }

    /** Values fall along a line from the known experiment at -1: the more are preselected, the wider the two picks are apart. */
    @Test
    void spreadingOutCostsValue() {
        List<DiversityPrice> curve = plan(
                        numbers(.9, .8, .7, .6, .5, .4, .3, .2, .1, .05), free(10), Budget.of(2), Rules.NONE)
                .diversity();
        assertEquals(
                List.of(1, 2, 3, 5, 8, 10),
                curve.stream().map(DiversityPrice::preselection).toList());
        assertEquals(0, curve.get(0).givenUp(), 1e-12);
        assertEquals(1, curve.get(0).spread(), 1e-12);
        assertEquals(.85, curve.get(0).expectedValue(), 1e-12);
        // Of four, the farthest from -1 is 3, and then 1 is as far from both as 0 is not.
        assertEquals(2, curve.get(1).spread(), 1e-12);
        assertEquals(.7, curve.get(1).expectedValue(), 1e-12);
        assertEquals(1 - .7 / .85, curve.get(1).givenUp(), 1e-12);
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.get(i).spread() >= curve.get(i - 1).spread());
            assertTrue(curve.get(i).givenUp() >= curve.get(i - 1).givenUp());
        }
        assertEquals(Set.of(1, 2, 3, 5, 8, 10).size(), curve.size());
    }
}
