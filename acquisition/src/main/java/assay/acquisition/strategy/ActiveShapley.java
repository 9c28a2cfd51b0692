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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Active Data Shapley ("ads"): known experiments are valued in the embedding of a network, the value of a candidate is predicted from that of
 * its neighbours there, and from the 30 % of highest value a batch is spread out by greedy k-center. Ghorbani, Zou and Esteva,
 * "Data Shapley Valuation for Efficient Batch Active Learning", 2021.
 *
 * <p>What a candidate would be worth depends on its class, which is not known: it is predicted for each class from the five nearest known
 * experiments of that class, and the highest counts. Of more than ten classes the ten that the network thinks likeliest are asked. The paper
 * leaves the number of neighbours open. For numbers, which the paper does not treat, there is one group of neighbours. At least twice the batch is preselected.
 *
 * <p>O(n m h) for an embedding of h units.
 */
final class ActiveShapley implements Strategy {

    static final String NAME = "ads";

    private static final int MOST_CLASSES = 10;
    private static final String CAUTION =
            "In our study ads beat random choice where things are sorted into classes and the network that embeds them is also what learns from"
                    + " the batch. Elsewhere, pools full of junk included, it was no better than spreading out over the whole pool, and it took"
                    + " longer.";

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
        double[] values = known.task() instanceof Task.Classification
                ? highest(
                        appraised
                                .worth()
                                .map(worth -> worth.byClass(embedded))
                                .orElseGet(() ->
                                        byClass(seen, known, appraised.values().values(), embedded)),
                        appraised.network().predict(pool))
                : means(
                        seen,
                        IntStream.range(0, known.size()).toArray(),
                        appraised.values().values(),
                        embedded);
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
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
                        NAME,
                        Optional.empty(),
                        Optional.of(appraised.values()),
                        List.of(appraised.worth().isPresent() ? CAUTION_IF_EXACT : CAUTION)));
    }

    /** m x C: the mean value of a candidate's neighbours of each class; no value by a class that nobody has. */
    private Matrix byClass(Matrix seen, Dataset known, double[] values, Matrix pool) {
        int classes = known.task().outputs();
        double[] all = new double[pool.rows() * classes];
        for (int c = 0; c < classes; c++) {
            int which = c;
            int[] members = IntStream.range(0, known.size())
                    .filter(row -> known.target(row) == which)
                    .toArray();
            double[] means = members.length == 0 ? new double[0] : means(seen, members, values, pool);
            for (int i = 0; i < pool.rows(); i++) {
                all[i * classes + c] = members.length == 0 ? Double.NEGATIVE_INFINITY : means[i];
            }
        }
        return Matrix.of(pool.rows(), classes, all);
    }

    /** Over the classes that a candidate may have, the likeliest if they are many. */
    private static double[] highest(Matrix byClass, Matrix probabilities) {
        int classes = byClass.columns();
        double[] highest = new double[byClass.rows()];
        for (int i = 0; i < highest.length; i++) {
            int row = i;
            highest[i] = IntStream.range(0, classes)
                    .filter(c -> byClass.at(row, c) > Double.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer c) -> -probabilities.at(row, c)))
                    .limit(MOST_CLASSES)
                    .mapToDouble(c -> byClass.at(row, c))
                    .max()
                    .orElseThrow();
        }
        return highest;
    }

    /** For each candidate the mean value of the nearest of some known experiments; of equally near ones the first. */
    private double[] means(Matrix seen, int[] members, double[] values, Matrix pool) {
        int k = Math.min(preselection.neighbours(), members.length);
        int[][] nearest = Nearest.of(
                seen.select(members).toArray(), members.length, pool.toArray(), pool.rows(), pool.columns(), k);
        double[] means = new double[pool.rows()];
        for (int i = 0; i < means.length; i++) {
            // In row order, so that the same neighbours make the same mean to the last bit.
            Arrays.sort(nearest[i]);
            for (int place : nearest[i]) {
                means[i] += values[members[place]];
            }
            means[i] /= k;
        }
        return means;
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
