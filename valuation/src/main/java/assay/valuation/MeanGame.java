package assay.valuation;

import java.util.List;

/**
 * The mean of the neighbours' targets as the prediction of a number: the utility of a set is
 * {@code -((sum of y over its min(K, size) nearest) / K - t)^2}, and 0 for the empty set. The sum is divided by K even if
 * there are fewer, as in the paper, so all targets must be centred first: a missing neighbour then counts as the mean.
 *
 * <p>With y_r the target of the r-th nearest of N, M = min(K, N) and P_r = min(K, r) / r, from the remotest one on:
 *
 * <pre>
 * s_N = -y_N / (N K) (M (M - 1) / K mean of the others + M / K y_N - 2 M t) - t^2 / N
 * s_r = s_(r+1) + (y_(r+1) - y_r) / K (P_r ((y_r + y_(r+1)) / K - 2 t)
 *         + (P_r (min(K, r) - 1) / (r - 1) sum_(l &lt; r) y_l + sum_(l &ge; r+2) c_l y_l) / K)
 * c_l = min(K - 1, l - 2) min(K, l - 1) / ((l - 1) (l - 2))
 * </pre>
 *
 * <p>O(N) for a holdout row, by one sum from either end. The paper's own algorithm for this utility is the same recursion
 * in another form; no peer has it.
 */
final class MeanGame extends NeighbourGame {

    private final double[] targets;
    private final double total;

    // Means over all K, by place from the nearest: factors of (y_r + y_(r+1)), of t, of the nearer and of the remoter
    // ones.
    private final double[] ofPair;
    private final double[] ofTarget;
    private final double[] ofNearer;
    private final double[] ofRemoter;

    private double lastOthers;
    private double lastOwn;
    private double lastTarget;

    /** @param targets n numbers, centred */
    MeanGame(double[] targets, List<Integer> neighbours) {
        int n = targets.length;
        this.targets = targets;
        double sum = 0;
        for (double y : targets) {
            sum += y;
        }
        this.total = sum;
        this.ofPair = new double[n];
        this.ofTarget = new double[n];
        this.ofNearer = new double[n];
        this.ofRemoter = new double[n];
        for (int k : neighbours) {
            tabulate(k, 1.0 / neighbours.size());
        }
    }

    private void tabulate(double k, double share) {
        int n = targets.length;
        double m = Math.min(k, n);
        lastOthers += share * m * (m - 1) / (k * k);
        lastOwn += share * m / (k * k);
        lastTarget += share * 2 * m / k;
        for (int place = 0; place < n; place++) {
            double r = place + 1;
            double p = Math.min(k, r) / r;
            ofPair[place] += share * p / (k * k);
            ofTarget[place] += share * 2 * p / k;
            if (r > 1) {
                ofNearer[place] += share * p * (Math.min(k, r) - 1) / (r - 1) / (k * k);
            }
            if (r > 2) {
                double c = Math.min(k - 1, r - 2) * Math.min(k, r - 1) / ((r - 1) * (r - 2));
                ofRemoter[place] += share * c / (k * k);
            }
        }
    }

    @Override
    void add(int[] nearest, double t, double[] sums) {
        int n = targets.length;
        double next = targets[nearest[n - 1]];
        double others = n == 1 ? 0 : (total - next) / (n - 1);
        double value = -next / n * (lastOthers * others + lastOwn * next - lastTarget * t) - t * t / n;
        put(value, nearest[n - 1], sums);
        double nearer = total - next;
        double remoter = 0;
        for (int place = n - 2; place >= 0; place--) {
            int row = nearest[place];
            double here = targets[row];
            nearer -= here;
            value += (next - here)
                    * (ofPair[place] * (here + next) - ofTarget[place] * t + ofNearer[place] * nearer + remoter);
            put(value, row, sums);
            remoter += ofRemoter[place + 1] * next;
            next = here;
        }
    }
}
