package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.Task;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * The game of one class in {@link ClassWiseShapley}: its players are the experiments of that class, in the order of their
 * rows. Experiments of other classes that a set is trained with depend on the replicate alone, as the seed of the training
 * does: the sets of a replicate have them in common.
 */
final class ClassWiseGame implements Utility {

    private final SubsetLearner learner;
    private final Dataset holdout;
    private final int label;
    private final Metric metric;
    private final ClassWiseShapley.Others which;
    private final Seed seed;
    private final int[] players;
    private final int[] others;

    ClassWiseGame(
            SubsetLearner learner, Dataset train, Dataset holdout, int label, ClassWiseShapley method, Seed seed) {
        this.learner = learner;
        this.holdout = holdout;
        this.label = label;
        this.metric = method.metric(holdout.task());
        this.which = method.others();
        this.seed = seed;
        this.players = rows(train, true);
        this.others = rows(train, false);
    }

    private int[] rows(Dataset train, boolean ofClass) {
        double[] targets = train.targets();
        int[] rows = new int[targets.length];
        int count = 0;
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] == label == ofClass) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Rows of the players, ascending. */
    int[] players() {
        return players.clone();
    }

    /** Whether the holdout has an experiment of the class; if not, every set is worth 0. */
    boolean isPlayed() {
        return Arrays.stream(holdout.targets()).anyMatch(target -> target == label);
    }

    @Override
    public double of(BitSet members, int replicate) {
        BitSet rows = others(replicate);
        members.stream().forEach(player -> rows.set(players[player]));
        Matrix predictions = learner.predict(
                rows.stream().toArray(),
                holdout.features(),
                seed.derive("training").derive(replicate));
        double own = 0;
        double rest = 0;
        for (int row = 0; row < holdout.size(); row++) {
            double score = Scores.of(predictions, row, holdout.target(row), holdout.task(), metric) / holdout.size();
            if (holdout.target(row) == label) {
                own += score;
            } else {
                rest += score;
            }
        }
        double utility = own * Math.exp(rest);
        if (!Double.isFinite(utility)) {
            throw new ArithmeticException("the utility of a set of %d experiments is %s. Maybe the rate is too high?"
                    .formatted(rows.cardinality(), utility));
        }
        return utility;
    }

    private BitSet others(int replicate) {
        BitSet rows = new BitSet();
        RandomGenerator random = seed.derive("others").derive(replicate).generator();
        for (int row : others) {
            rows.set(row, which == ClassWiseShapley.Others.ALL || random.nextBoolean());
        }
        return rows;
    }

    /** Name of the class, for people. */
    String name() {
        return ((Task.Classification) holdout.task()).classes().get(label);
    }
}
