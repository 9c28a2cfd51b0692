package assay.acquisition.trial;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A campaign replayed: a strategy buys from a {@link Trial} round by round, and after each round fresh models are
 * trained on all that is known and tested.
 *
 * <p>Trainings draw from the seed of the trial and the number of the retraining alone: two strategies on the same trial, and
 * two rounds of one, differ by what was bought and by nothing else. What a strategy draws depends on its name and the round too, so
 * that the same strategy under another name is a second run of it. Immutable; cost: (rounds + 1) x retrainings fits, and
 * what the strategy takes.
 *
 * @param trainer of the target model
 * @param budget of each round
 * @param rounds at least 1
 * @param retrainings models per round, whose scores are averaged; at least 1
 */
public record Simulation(TargetModel.Trainer trainer, Budget budget, int rounds, int retrainings) {

    /** Checks all bounds. */
    public Simulation {
        if (rounds < 1 || retrainings < 1) {
            throw new IllegalArgumentException(
                    "rounds (%d) and retrainings (%d) must be at least 1".formatted(rounds, retrainings));
        }
    }

    /** @param batch experiments per round, whatever they cost; at least 1 */
    public Simulation(TargetModel.Trainer trainer, int batch, int rounds, int retrainings) {
        this(trainer, Budget.of(batch), rounds, retrainings);
    }

    /**
     * After a round.
     *
     * @param round 0 before anything was bought
     * @param labelled experiments known
     * @param scores mean over the retrainings, of every metric of the task
     */
    public record Stage(int round, int labelled, Map<Metric, Double> scores) {

        /** Copies the map. */
        public Stage {
            scores = Collections.unmodifiableMap(new EnumMap<>(scores));
        }
    }

    /** Positions within an offer of what is bought next. */
    @FunctionalInterface
    private interface Buyer {

        /**
         * @param bought positions of what was bought within the offer of the trial, in that order
         * @param left positions of the offer within that of the trial
         */
        int[] buy(Dataset known, Candidates offer, int[] bought, int[] left, int round);
    }

    /**
     * Replays one campaign of a strategy.
     *
     * @param seed of the trial: the same for every strategy that is compared on it
     * @return one stage more than there are rounds; fewer if nothing was bought in a round
     */
    public List<Stage> run(Trial trial, Strategy strategy, Seed seed) {
        Seed own = seed.derive("acquisition").derive(strategy.name());
        return replay(
                trial,
                (known, offer, bought, left, round) ->
                        filled(strategy.prefer(situation(trial, known, offer, bought, left), own.derive(round)), offer),
                seed);
    }

    /** The same with any other policy, whose draws depend on the round alone; the region of the trial is not shown to it. */
    public List<Stage> run(Trial trial, Acquirer acquirer, Seed seed) {
        Seed own = seed.derive("acquisition");
        return replay(
                trial,
                (known, offer, bought, left, round) ->
                        acquirer.choose(known, offer, budget, own.derive(round)).picks().stream()
                                .mapToInt(Pick::candidate)
                                .toArray(),
                seed);
    }

    private List<Stage> replay(Trial trial, Buyer buyer, Seed seed) {
        Dataset known = trial.start();
        int[] bought = {};
        int[] left = IntStream.range(0, trial.offer().size()).toArray();
        List<Stage> stages = new ArrayList<>();
        stages.add(stage(0, known, trial, seed));
        for (int round = 1; round <= rounds && left.length > 0; round++) {
            int[] picks = buyer.buy(known, trial.offer().select(left), bought, left, round);
            if (picks.length == 0) {
                break;
            }
            int[] now = at(left, picks);
            known = known.with(trial.results().select(now));
            bought = IntStream.concat(IntStream.of(bought), IntStream.of(now)).toArray();
            left = without(left, picks);
            stages.add(stage(round, known, trial, seed));
        }
        return stages;
    }

    /** Where nothing of the declared region is left to buy, everything is as good. */
    private Situation situation(Trial trial, Dataset known, Candidates offer, int[] bought, int[] left) {
        boolean[] inside = new boolean[left.length];
        boolean any = false;
        for (int i = 0; i < left.length; i++) {
            inside[i] = trial.region().get(left[i]);
            any |= inside[i];
        }
        Situation situation = Situation.of(known, offer, budget.batch());
        if (!any) {
            return situation;
        }
        boolean[] knownInside = new boolean[known.size()];
        int start = trial.start().size();
        for (int row = 0; row < knownInside.length; row++) {
            knownInside[row] =
                    row < start ? trial.startRegion().get(row) : trial.region().get(bought[row - start]);
        }
        return situation.withRegion(inside, knownInside);
    }

    /** What is preferred, one after the other, as long as the budget lasts; where money is limited, per price. */
    private int[] filled(Preference preference, Candidates offer) {
        List<Integer> picks = new ArrayList<>();
        double[] money = {budget.money()};
        IntPredicate affords = candidate -> offer.cost(candidate) <= money[0];
        IntToDoubleFunction price = budget.isLimitedByMoney() ? offer::cost : candidate -> 1;
        while (picks.size() < budget.batch()) {
            Optional<Preference.Choice> best = preference.best(affords, price);
            if (best.isEmpty()) {
                break;
            }
            int candidate = best.get().candidate();
            preference.take(candidate);
            picks.add(candidate);
            money[0] -= offer.cost(candidate);
        }
        return picks.stream().mapToInt(i -> i).toArray();
    }

    private static int[] at(int[] positions, int[] picks) {
        return Arrays.stream(picks).map(pick -> positions[pick]).toArray();
    }

    private static int[] without(int[] positions, int[] picks) {
        boolean[] taken = new boolean[positions.length];
        for (int pick : picks) {
            taken[pick] = true;
        }
        return IntStream.range(0, positions.length)
                .filter(i -> !taken[i])
                .map(i -> positions[i])
                .toArray();
    }

    private Stage stage(int round, Dataset known, Trial trial, Seed seed) {
        List<Metric> metrics = Metric.of(known.task());
        double[] truth = inUnits(trial, trial.test().targets());
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        for (int retraining = 0; retraining < retrainings; retraining++) {
            Matrix predicted = inUnits(
                    trial,
                    trainer.fit(known, seed.derive("training").derive(retraining))
                            .predict(trial.test().features()));
            for (Metric metric : metrics) {
                scores.merge(metric, metric.of(truth, predicted) / retrainings, Double::sum);
            }
        }
        return new Stage(round, known.size(), scores);
    }

    private static Matrix inUnits(Trial trial, Matrix predicted) {
        return trial.test().task() instanceof Task.Classification
                ? predicted
                : Matrix.of(predicted.rows(), 1, inUnits(trial, predicted.column(0)));
    }

    private static double[] inUnits(Trial trial, double[] targets) {
        boolean asTheyAre = trial.test().task() instanceof Task.Classification
                || trial.encoding().isEmpty();
        return asTheyAre
                ? targets
                : Arrays.stream(targets)
                        .map(trial.encoding().orElseThrow()::targetInUnits)
                        .toArray();
    }
}
