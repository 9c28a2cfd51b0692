package assay.acquisition.trial;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Campaigns that could have been, replayed on known experiments. A replay starts with about a third of the experiments that are dealt, is
 * tested on a quarter, or on half of those in the region where they are fewer, and buys half of the rest in three rounds. Of many
 * experiments {@value #MOST_DEALT} are dealt, drawn anew for each replay; in order of time a quarter is left out, so that replays differ.
 */
final class HistoryReplays {

    /** More make a replay slow, and hardly the difference between strategies clearer. */
    static final int MOST_DEALT = 300;

    private static final int ROUNDS = 3;
    private static final int RANDOM_RUNS = 3;
    private static final int LEAST_START = 12;
    private static final int LEAST_TEST = 10;

    private final Dataset known;
    private final List<Boolean> region;
    private final TargetModel.Trainer trainer;
    private final ReplayedChoice.TimeOrder order;
    private final Strategy random;
    private final Runner runner;
    private final int start;
    private final int pool;
    private final int test;
    private final int batch;

    /**
     * @param region for each known experiment whether models may be tested on it
     * @param random choice, with which all is compared
     */
    HistoryReplays(
            Dataset known,
            List<Boolean> region,
            TargetModel.Trainer trainer,
            ReplayedChoice.TimeOrder order,
            Strategy random,
            Runner runner) {
        this.known = known;
        this.region = region;
        this.trainer = trainer;
        this.order = order;
        this.random = random;
        this.runner = runner;
        int n = known.size();
        int dealt = Math.min(MOST_DEALT, order.oldestFirst(n).isPresent() ? n - n / 4 : n);
        int inside = (int) region.stream().filter(in -> in).count();
        this.start = Math.max(Math.max(LEAST_START, 2 * trainer.leastRows()), dealt / 3);
        this.test = Math.min(dealt / 4, inside / 2);
        this.pool = dealt - start - test;
        this.batch = pool / 2 / ROUNDS;
    }

    /** Whether there is enough to start with, to buy and to test on. */
    boolean arePossible() {
        return batch >= 1 && test >= LEAST_TEST;
    }

    int dealt() {
        return start + pool + test;
    }

    /** How many experiments a replay buys. */
    int bought() {
        return ROUNDS * batch;
    }

    /** Of classes the Brier score, which tells more apart than the share of errors. */
    Metric metric() {
        return known.task() instanceof Task.Classification
                ? Metric.BRIER
                : Metric.of(known.task()).get(0);
    }

    /**
     * Compares strategies with the mean of three runs of random choice.
     *
     * @param what for the progress bar
     * @param from number of the first replay: other numbers are other deals
     * @param count how many replays, at least 2
     */
    List<Comparison> compare(String what, List<Strategy> strategies, int from, int count, Seed seed) {
        List<Strategy> arms = new ArrayList<>();
        IntStream.rangeClosed(1, RANDOM_RUNS).forEach(run -> arms.add(new Rerun(random, run)));
        List<String> baseline = arms.stream().map(Strategy::name).toList();
        arms.addAll(strategies);
        List<List<Replay>> replays =
                runner.run(what, count, arms.size(), (index, step) -> replay(from + index, arms, seed, step));
        return Comparisons.against(
                baseline,
                replays.stream().flatMap(List::stream).toList(),
                seed.derive("comparison").derive(from));
    }

    private List<Replay> replay(int number, List<Strategy> arms, Seed seed, Runnable step) {
        Seed own = seed.derive(number);
        Deal deal = deal(own.derive("deal"));
        Trial trial = Trial.of(known, deal).withRegion(inside(deal.start()), inside(deal.pool()));
        Simulation simulation = new Simulation(new FirstModelOnce(trainer, trial.start()), batch, ROUNDS, 1);
        List<Replay> results = new ArrayList<>();
        for (Strategy arm : arms) {
            results.add(new Replay(
                    "known", number, arm.name(), LearningCurve.of(simulation.run(trial, arm, own), metric(), ROUNDS)));
            step.run();
        }
        return results;
    }

    private Deal deal(Seed seed) {
        return order.oldestFirst(known.size())
                .map(rows -> Deal.inTime(rows, region, start, pool, test, seed))
                .orElseGet(() -> Deal.atRandom(region, start, pool, test, seed));
    }

    private boolean[] inside(int[] rows) {
        boolean[] inside = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            inside[i] = region.get(rows[i]);
        }
        return inside;
    }

    /** All arms of a replay begin with the same model. On one thread. */
    private static final class FirstModelOnce implements TargetModel.Trainer {

        private final TargetModel.Trainer trainer;
        private final Dataset first;
        private final List<TargetModel> made = new ArrayList<>();

        FirstModelOnce(TargetModel.Trainer trainer, Dataset first) {
            this.trainer = trainer;
            this.first = first;
        }

        @Override
        public TargetModel fit(Dataset train, Seed seed) {
            // The very object: a simulation draws one seed for it.
            if (train != first) {
                return trainer.fit(train, seed);
            }
            if (made.isEmpty()) {
                made.add(trainer.fit(train, seed));
            }
            return made.get(0);
        }
    }
}
