package assay.valuation;

import assay.valuation.KnnShapley.Vote;
import java.util.List;

/**
 * Votes of the neighbours for the class of the holdout row. With a_r = 1 if the r-th nearest of N experiments has that
 * class and 0 otherwise, the utility of a set is the sum of a over its min(K, size) nearest, divided by K (hard) or by
 * their number (soft; 1/C for the empty set). From the remotest one on:
 *
 * <ul>
 *   <li>hard: s_N = a_N min(K, N) / (N K), s_r = s_(r+1) + (a_r - a_(r+1)) min(K, r) / (K r). The papers and all peers
 *       start with a_N / N, which is right only for K &le; N.
 *   <li>soft: s_N = ((a_N - 1/C) + (a_N - mean of the others) (H_min(K, N) - 1)) / N with H the harmonic numbers,
 *       s_r = s_(r+1) + (a_r - a_(r+1)) (min(K, r) / (K r) + (H_K - 1) / (N - 1)), and for K &ge; N
 *       H_(N-1) / (N - 1) in the last bracket.
 * </ul>
 */
final class VoteGame extends NeighbourGame {

    private final int[] classes;
    private final double[] slopes;
    private final Vote vote;
    private final double chance;
    private final double harmonic;

    /**
     * @param targets n positions of classes
     * @param count how many classes there are
     */
    VoteGame(double[] targets, int count, List<Integer> neighbours, Vote vote) {
        int n = targets.length;
        this.vote = vote;
        this.chance = 1.0 / count;
        this.classes = new int[n];
        for (int i = 0; i < n; i++) {
            classes[i] = (int) targets[i];
        }
        this.slopes = new double[n];
        double sum = 0;
        for (int k : neighbours) {
            tabulate(k, 1.0 / neighbours.size());
            sum += harmonic(Math.min(k, n)) - 1;
        }
        this.harmonic = sum / neighbours.size();
    }

    private void tabulate(int k, double share) {
        int n = classes.length;
        boolean fewer = k < n;
        double ofSize = vote == Vote.HARD || n == 1 ? 0 : (harmonic(Math.min(k, n - 1)) - (fewer ? 1 : 0)) / (n - 1);
        for (int r = 1; r <= n; r++) {
            double hard = vote == Vote.HARD || fewer ? Math.min(k, r) / ((double) k * r) : 0;
            slopes[r - 1] += share * (hard + ofSize);
        }
    }

    private static double harmonic(int r) {
        double sum = 0;
        for (int j = r; j >= 1; j--) {
            sum += 1.0 / j;
        }
        return sum;
    }

    @Override
    void add(int[] nearest, double target, double[] sums) {
        int n = slopes.length;
        int own = (int) target;
        double next = right(nearest[n - 1], own);
        double value = vote == Vote.HARD ? next * slopes[n - 1] : softStart(nearest, own, next);
        put(value, nearest[n - 1], sums);
        for (int r = n - 2; r >= 0; r--) {
            int row = nearest[r];
            double here = right(row, own);
            value += (here - next) * slopes[r];
            put(value, row, sums);
            next = here;
        }
    }

    private double softStart(int[] nearest, int own, double last) {
        int n = slopes.length;
        double others = 0;
        for (int r = 0; r < n - 1; r++) {
            others += right(nearest[r], own);
        }
        double mean = n == 1 ? 0 : others / (n - 1);
        return (last - chance + (last - mean) * harmonic) / n;
    }

    private double right(int row, int own) {
        return classes[row] == own ? 1 : 0;
    }
}
