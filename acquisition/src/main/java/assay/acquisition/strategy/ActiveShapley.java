package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.Task;
import assay.acquisition.diversity.FarthestPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Active Data Shapley ("ads"): known experiments are valued in the embedding of a network, the value of a candidate is predicted from that of
 * its neighbours there, and from the 30 % of highest value a batch is spread out by greedy k-center. Ghorbani, Zou and Esteva,
 * "Data Shapley Valuation for Efficient Batch Active Learning", 2021. There, the highest of the whole pool are kept; here, unless told
 * otherwise, those of every neighbourhood ({@link Preselection.Within}), which leaves k-center the whole pool to spread out over.
 *
 * <p>What a candidate would be worth depends on its class, which is not known: it is predicted for each class from the five nearest known
 * experiments of that class, and the highest counts. Of more than ten classes the ten that the network thinks likeliest are asked. The paper
 * leaves the number of neighbours open. For numbers, which the paper does not treat, there is one group of neighbours. At least twice the batch is preselected.
 *
 * <p>O(n m h) for an embedding of h units.
 */
final class ActiveShapley implements Strategy {

    static final String NAME = "ads";

    private static final String CAUTION =
            "In our study ads beat random choice for numbers, and for classes where the network that embeds them is also what learns from the batch,"
                    + " but was not told apart from spreading out over the whole pool, which takes less time. In pools full of junk it was no help.";

    private static final String CAUTION_IN_POOL =
            "In our study ads as published beat random choice where things are sorted into classes and the network that embeds them is also what"
                    + " learns from the batch. Elsewhere, pools full of junk included, it was no better than spreading out over the whole pool, and it"
                    + " took longer; with a preselected share of a tenth it was worse on one of three sound pools.";

    private static final String CAUTION_IF_EXACT =
            "In our study exact values, of a tenth of the pool, kept noise out of the batch on one of three sets and cost accuracy on two where the"
                    + " pool was clean.";

    private final Strategies.EmbeddedAppraisal appraisal;
    private final Preselection preselection;

    ActiveShapley(Strategies.EmbeddedAppraisal appraisal, Preselection preselection) {
        this.appraisal = appraisal;
        this.preselection = preselection;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Dataset known = situation.known().withFeatures(situation.known().configurable());
        Strategies.Appraised appraised = appraisal.appraise(known, seed.derive("appraisal"));
        Matrix pool = situation.pool().features();
        Matrix seen = appraised.network().embed(known.features());
        Matrix embedded = appraised.network().embed(pool);
        int[] order = prospects(known, appraised, seen, pool, embedded).order(preselection.within());
        int preselected = Math.max((int) Math.ceil(preselection.share() * order.length), 2 * situation.batch());
        Matrix covered = situation.pending().rows() == 0
                ? seen
                : seen.above(appraised.network().embed(situation.pending()));
        return new Preselected(
                covered,
                embedded,
                order,
                preselected,
                new Preference.Grounds(
                        NAME, Optional.empty(), Optional.of(appraised.values()), List.of(caution(appraised))));
    }

    private String caution(Strategies.Appraised appraised) {
        if (appraised.worth().isPresent()) {
            return CAUTION_IF_EXACT;
        }
        return preselection.within() == Preselection.Within.CELL ? CAUTION : CAUTION_IN_POOL;
    }

    private Prospects prospects(
            Dataset known, Strategies.Appraised appraised, Matrix seen, Matrix pool, Matrix embedded) {
        double[] values = appraised.values().values();
        if (!(known.task() instanceof Task.Classification)) {
            return Prospects.ofNumbers(seen, values, embedded, preselection.neighbours());
        }
        Matrix probabilities = appraised.network().predict(pool);
        return appraised
                .worth()
                .map(worth -> Prospects.ofWorth(worth.byClass(embedded), probabilities))
                .map(exact -> preselection.within() == Preselection.Within.CELL ? exact.inCells(seen, embedded) : exact)
                .orElseGet(() ->
                        Prospects.ofClasses(known, seen, values, embedded, probabilities, preselection.neighbours()));
    }

    /** The farthest of those of highest value; once all of those are taken or not allowed, of twice as many. */
    private static final class Preselected implements Preference {

        private final Matrix covered;
        private final Matrix pool;
        private final int[] order;
        private final int[] place;
        private final Grounds grounds;
        private final List<Integer> taken = new ArrayList<>();
        private int limit;
        private FarthestPoint cover;

        Preselected(Matrix covered, Matrix pool, int[] order, int limit, Grounds grounds) {
            this.covered = covered;
            this.pool = pool;
            this.order = order;
            this.grounds = grounds;
            this.place = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
            }
            preselect(limit);
        }

        private void preselect(int count) {
            limit = Math.min(order.length, count);
            int[] bought = taken.stream().mapToInt(i -> i).toArray();
            cover = new FarthestPoint(covered.above(pool.select(bought)), pool.select(Arrays.copyOf(order, limit)));
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            Optional<Choice> best = cover.farthest(i -> !taken.contains(order[i]) && allowed.test(order[i]))
                    .map(gap -> new Choice(order[gap.candidate()], gap.distance(), reason(gap.distance())));
            if (best.isPresent() || limit == order.length) {
                return best;
            }
            preselect(2 * limit);
            return best(allowed, price);
        }

        private String reason(double distance) {
            return String.format(
                    Locale.ROOT,
                    "among the %d of highest expected value, %.2f from the nearest test as the network sees it",
                    limit,
                    distance);
        }

        @Override
        public void take(int candidate) {
            taken.add(candidate);
            if (place[candidate] < limit) {
                cover.take(place[candidate]);
            } else {
                cover.cover(pool.row(candidate));
            }
        }

        @Override
        public Grounds grounds() {
            return grounds;
        }
    }
}
