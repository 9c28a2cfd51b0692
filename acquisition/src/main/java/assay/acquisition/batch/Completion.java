package assay.acquisition.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whether a batch that has been begun can be completed so that every sum reaches its lower bound and none exceeds its upper one: a
 * depth-first search over candidates that add to a sum which lacks something. Mutable: remembers what it found.
 *
 * <p>Exact where at most one upper bound is on a sum that is no number of candidates (say the money), and lower bounds are on numbers
 * of candidates: of candidates that count alike, the cheapest are as good as any. Elsewhere the search sees the best of each kind by
 * each sum, and ends after {@value #NODES} steps: it then says no, so that rules are never broken, at the price of a batch that might
 * have been.
 */
final class Completion {

    private static final int NODES = 20_000;

    private final Totals totals;
    private final boolean needed;
    private final boolean exact;
    /** Candidates that may have to be bought: by which sums they count in, the best first. */
    private final List<int[]> kinds;

    private final Map<List<Double>, Boolean> remembered = new HashMap<>();
    private int rememberedFor = -1;
    private List<Integer> witness = List.of();

    Completion(Totals totals, int candidates, IntPredicate open, int places) {
        this.totals = totals;
        this.needed = totals.haveLowerBounds();
        int[] priced = IntStream.range(0, totals.size())
                .filter(t -> !totals.get(t).counts())
                .toArray();
        this.exact = priced.length == 0
                || priced.length == 1 && totals.get(priced[0]).least() == 0;
        this.kinds = needed ? kinds(candidates, open, places, priced) : List.of();
    }

    private List<int[]> kinds(int candidates, IntPredicate open, int places, int[] priced) {
        Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
        for (int candidate = 0; candidate < candidates; candidate++) {
            if (open.test(candidate) && counts(candidate)) {
                BitSet key = new BitSet();
                for (int t = 0; t < totals.size(); t++) {
                    key.set(t, totals.get(t).counts() && totals.get(t).weight(candidate) > 0);
                }
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
            }
        }
        // A batch takes at most all its places from a kind before the search needs as many more.
        int most = 2 * places;
        return groups.values().stream().map(group -> best(group, priced, most)).toList();
    }

    private boolean counts(int candidate) {
        return IntStream.range(0, totals.size())
                .anyMatch(t -> totals.get(t).least() > 0 && totals.get(t).weight(candidate) > 0);
    }

    private int[] best(List<Integer> group, int[] priced, int most) {
        if (priced.length == 0) {
            return group.stream().limit(most).mapToInt(i -> i).toArray();
        }
        Set<Integer> some = new HashSet<>();
        for (int t : priced) {
            Rule.Total total = totals.get(t);
            Comparator<Integer> small = Comparator.comparingDouble(total::weight);
            if (total.most() < Double.POSITIVE_INFINITY) {
                group.stream().sorted(small).limit(most).forEach(some::add);
            }
            if (total.least() > 0) {
                group.stream().sorted(small.reversed()).limit(most).forEach(some::add);
            }
        }
        Comparator<Integer> load = Comparator.comparingDouble(this::load);
        return some.stream()
                .sorted(load.thenComparing(Comparator.naturalOrder()))
                .mapToInt(i -> i)
                .toArray();
    }

    /** How much room a candidate takes, as shares of the upper bounds, less what it adds to lower bounds. */
    private double load(int candidate) {
        double load = 0;
        for (int t = 0; t < totals.size(); t++) {
            Rule.Total total = totals.get(t);
            if (total.most() > 0 && total.most() < Double.POSITIVE_INFINITY) {
                load += total.weight(candidate) / total.most();
            }
            if (total.least() > 0) {
                load -= Math.min(1, total.weight(candidate) / total.least());
            }
        }
        return load;
    }

    /** Whether a batch with such sums and so many places left can be completed. */
    boolean isPossible(double[] sums, int places, BitSet taken) {
        return !needed || search(sums.clone(), places, taken);
    }

    /** The same after one more candidate, which fits. */
    boolean isPossibleWith(int candidate, double[] sums, int places, BitSet taken) {
        if (!needed || totals.firstLacking(sums) < 0) {
            return true;
        }
        // Places only ever become fewer: another number of them is another batch.
        if (places != rememberedFor) {
            remembered.clear();
            rememberedFor = places;
        }
        List<Double> weights = IntStream.range(0, totals.size())
                .mapToObj(t -> totals.get(t).weight(candidate))
                .toList();
        return remembered.computeIfAbsent(weights, key -> {
            double[] after = sums.clone();
            totals.add(after, candidate);
            BitSet more = (BitSet) taken.clone();
            more.set(candidate);
            return witnessStillServes(after, places - 1, more) || search(after, places - 1, more);
        });
    }

    /** Whether what completed the batch before still does. */
    private boolean witnessStillServes(double[] sums, int places, BitSet taken) {
        double[] after = sums.clone();
        int left = places;
        for (int candidate : witness) {
            if (totals.firstLacking(after) < 0) {
                return true;
            }
            if (!taken.get(candidate) && left > 0 && lacks(after, candidate) && totals.fit(after, candidate)) {
                totals.add(after, candidate);
                left--;
            }
        }
        return totals.firstLacking(after) < 0;
    }

    private boolean lacks(double[] sums, int candidate) {
        for (int t = 0; t < totals.size(); t++) {
            if (totals.get(t).weight(candidate) > 0 && totals.lack(sums, t) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean search(double[] sums, int places, BitSet taken) {
        List<Integer> found = new ArrayList<>();
        Descent descent = new Descent((BitSet) taken.clone(), found);
        boolean possible = descent.reaches(sums, places);
        if (possible) {
            witness = List.copyOf(found);
        }
        return possible;
    }

    /** One search. */
    private final class Descent {

        private final BitSet closed;
        private final List<Integer> found;
        private int nodes;

        Descent(BitSet closed, List<Integer> found) {
            this.closed = closed;
            this.found = found;
        }

        boolean reaches(double[] sums, int places) {
            int lacking = totals.firstLacking(sums);
            if (lacking < 0) {
                return true;
            }
            if (++nodes > NODES || !withinReach(sums, places)) {
                return false;
            }
            List<Integer> tried = new ArrayList<>();
            boolean reached = false;
            for (int candidate : choices(sums, lacking)) {
                closed.set(candidate);
                totals.add(sums, candidate);
                found.add(candidate);
                reached = reaches(sums, places - 1);
                if (reached) {
                    break;
                }
                found.remove(found.size() - 1);
                totals.remove(sums, candidate);
                // Closed until this node is left: batches with it have been looked at.
                tried.add(candidate);
            }
            tried.forEach(closed::clear);
            return reached;
        }

        /** Whether every sum would reach its lower bound if the places were filled for it alone. */
        private boolean withinReach(double[] sums, int places) {
            for (int t = 0; t < totals.size(); t++) {
                double lack = totals.lack(sums, t);
                if (lack > 0 && lack > reach(t, places) * (1 + 1e-9)) {
                    return false;
                }
            }
            return true;
        }

        private double reach(int total, int places) {
            if (totals.get(total).counts()) {
                return places;
            }
            return kinds.stream()
                    .flatMapToInt(IntStream::of)
                    .filter(candidate -> !closed.get(candidate))
                    .mapToDouble(candidate -> -totals.get(total).weight(candidate))
                    .sorted()
                    .limit(places)
                    .map(weight -> -weight)
                    .sum();
        }

        /** What adds to a sum and fits; one of each kind where it does not matter which. */
        private List<Integer> choices(double[] sums, int lacking) {
            List<Integer> choices = new ArrayList<>();
            for (int[] kind : kinds) {
                IntStream open = IntStream.of(kind)
                        .filter(candidate -> !closed.get(candidate)
                                && totals.get(lacking).weight(candidate) > 0
                                && totals.fit(sums, candidate));
                (exact ? open.limit(1) : open).forEach(choices::add);
            }
            choices.sort(Comparator.<Integer>comparingDouble(candidate -> -helps(sums, candidate))
                    .thenComparingDouble(Completion.this::load));
            return choices;
        }

        private double helps(double[] sums, int candidate) {
            double helps = 0;
            for (int t = 0; t < totals.size(); t++) {
                double lack = totals.lack(sums, t);
                if (lack > 0) {
                    helps += Math.min(lack, totals.get(t).weight(candidate))
                            / totals.get(t).least();
                }
            }
            return helps;
        }
    }
}
