package assay.acquisition.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every strategy promises. */
abstract class AcquirerContract {

    static final Dataset KNOWN = known(30);
    static final Candidates POOL = pool(40);

    abstract Acquirer acquirer();

    private static Dataset known(int n) {
        Matrix features =
                Matrix.of(n, 2, new Seed(11).generator().doubles(2L * n).toArray());
        double[] targets = IntStream.range(0, n)
                .mapToDouble(i -> features.at(i, 0) + 2 * features.at(i, 1))
                .toArray();
        return Dataset.of(features, targets, new Task.Regression());
    }

    private static Candidates pool(int m) {
        Matrix features =
                Matrix.of(m, 2, new Seed(12).generator().doubles(2L * m).toArray());
        List<String> ids = IntStream.range(0, m).mapToObj(i -> "c" + i).toList();
        double[] costs = IntStream.range(0, m).mapToDouble(i -> 1 + i % 5).toArray();
        return new Candidates(ids, features, costs);
    }

    @Test
    void fillsTheBatchWithoutRepeats() {
        Plan plan = acquirer().choose(KNOWN, POOL, Budget.of(7), new Seed(1));
        assertEquals(7, plan.picks().size());
        assertEquals(7, new HashSet<>(plan.picks().stream().map(Pick::id).toList()).size());
        for (Pick pick : plan.picks()) {
            assertEquals(POOL.ids().get(pick.candidate()), pick.id());
            assertEquals(POOL.cost(pick.candidate()), pick.cost());
            assertTrue(KNOWN.ids().contains(pick.nearestPast()));
            assertTrue(pick.distance() >= 0);
            assertTrue(!pick.reason().isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 7.5, 1000})
    void neverOverspends(double money) {
        Plan plan = acquirer().choose(KNOWN, POOL, new Budget(9, money), new Seed(2));
        assertTrue(plan.totalCost() <= money, () -> plan.totalCost() + " > " + money);
        assertEquals(money < 1, plan.picks().isEmpty());
    }

    @Test
    void takesAllOfASmallPool() {
        Plan plan = acquirer().choose(KNOWN, POOL.select(new int[] {3, 5}), Budget.of(9), new Seed(3));
        assertEquals(2, plan.picks().size());
    }

    @Test
    void sameSeedSamePlan() {
        Plan first = acquirer().choose(KNOWN, POOL, Budget.of(7), new Seed(4));
        Plan second = acquirer().choose(KNOWN, POOL, Budget.of(7), new Seed(4));
        assertEquals(first.picks(), second.picks());
        assertEquals(first.notes(), second.notes());
    }
}
