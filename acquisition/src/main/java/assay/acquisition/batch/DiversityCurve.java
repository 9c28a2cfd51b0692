package assay.acquisition.batch;

import assay.acquisition.Candidates;
import assay.acquisition.DiversityPrice;
import assay.acquisition.Matrix;
import assay.acquisition.Situation;
import assay.acquisition.diversity.FarthestPoint;
import assay.kernels.Distances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What spreading a batch out costs, for preselections of several sizes, under the rules of the batch. */
final class DiversityCurve {

    private static final int[] PRESELECTIONS = {1, 2, 3, 5, 8, 10};

    private final Situation situation;
    private final int places;
    private final Rules rules;
    private final double[] expected;
    private final int[] ranking;

    /** @param expected value of each candidate */
    DiversityCurve(Situation situation, int places, Rules rules, double[] expected) {
        this.situation = situation;
        this.places = places;
        this.rules = rules;
        this.expected = expected;
        Filling empty = new Filling(situation.pool(), places, rules);
        Candidates pool = situation.pool();
        this.ranking = IntStream.range(0, expected.length)
                .filter(empty::allows)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        candidate -> -expected[candidate] / (rules.isAboutMoney() ? pool.cost(candidate) : 1)))
                .mapToInt(i -> i)
                .toArray();
    }

    List<DiversityPrice> points() {
        List<DiversityPrice> points = new ArrayList<>();
        for (int preselection : PRESELECTIONS) {
            List<Integer> picks = thinned(preselection * places);
            if (picks.isEmpty()) {
                return List.of();
            }
            double mean = picks.stream().mapToDouble(i -> expected[i]).average().orElseThrow();
            double best = points.isEmpty() ? mean : points.get(0).expectedValue();
            points.add(new DiversityPrice(
                    preselection, best > 0 ? 1 - mean / best : Double.NaN, smallestDistance(picks), mean));
        }
        return points;
    }

    /** Pins, and the rest from as many candidates as are preselected; from as many again where the rules let none of those in. */
    private List<Integer> thinned(int preselected) {
        Filling filling = new Filling(situation.pool(), places, rules);
        List<Integer> picks = new ArrayList<>(rules.pins());
        picks.forEach(filling::take);
        Matrix features = situation.pool().features();
        Matrix covered = situation.known().configurable().above(situation.pending());
        for (int from = 0; from < ranking.length && picks.size() < places; from += preselected) {
            int[] some = IntStream.range(from, Math.min(from + preselected, ranking.length))
                    .map(place -> ranking[place])
                    .filter(filling::allows)
                    .toArray();
            if (some.length == 0) {
                continue;
            }
            FarthestPoint cover = new FarthestPoint(
                    covered.above(
                            features.select(picks.stream().mapToInt(i -> i).toArray())),
                    features.select(some));
            for (Optional<FarthestPoint.Gap> gap = cover.pick(i -> filling.allows(some[i]));
                    gap.isPresent();
                    gap = cover.pick(i -> filling.allows(some[i]))) {
                int candidate = some[gap.get().candidate()];
                filling.take(candidate);
                picks.add(candidate);
            }
        }
        return picks;
    }

    private double smallestDistance(List<Integer> picks) {
        double[] features = situation
                .pool()
                .features()
                .select(picks.stream().mapToInt(i -> i).toArray())
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        int dimensions = situation.pool().features().columns();
        for (int i = 0; i < picks.size(); i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, Distances.squared(features, i, features, j, dimensions));
            }
        }
        return picks.size() < 2 ? Double.NaN : Math.sqrt(least);
    }
}
