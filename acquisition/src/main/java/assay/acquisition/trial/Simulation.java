package assay.acquisition.trial;

import assay.acquisition.Acquirer;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A campaign replayed: an acquirer buys from a {@link Trial} round by round, and after each round fresh models are
 * trained on all that is known and tested.
 *
 * <p>Trainings draw from the seed of the trial and the number of the retraining alone: two acquirers on the same trial, and
 * two rounds of one, differ by what was bought and by nothing else. Immutable; cost: (rounds + 1) x retrainings fits, and
 * what the acquirer takes.
 *
 * @param trainer of the target model, a regression
 * @param batch experiments per round
 * @param rounds at least 1
 * @param retrainings models per round, whose scores are averaged; at least 1
 */
public record Simulation(TargetModel.Trainer trainer, int batch, int rounds, int retrainings) {

    /** Checks all bounds. */
    public Simulation {
        if (batch < 1 || rounds < 1 || retrainings < 1) {
            throw new IllegalArgumentException("batch (%d), rounds (%d) and retrainings (%d) must be at least 1"
                    .formatted(batch, rounds, retrainings));
        }
    }

    /**
     * After a round.
     *
     * @param round 0 before anything was bought
     * @param labelled experiments known
     * @param scores mean over the retrainings
     */
    public record Stage(int round, int labelled, Map<Metric, Double> scores) {}

    /**
     * Replays one campaign.
     *
     * @param seed of the trial: the same for every acquirer that is compared on it
     * @return one stage more than there are rounds; fewer if the acquirer bought nothing in a round
     */
    public List<Stage> run(Trial trial, Acquirer acquirer, Seed seed) {
        if (trial.start().task() instanceof Task.Classification) {
            throw new IllegalArgumentException("a simulation needs a numeric target, but this one is a class");
        }
        Dataset known = trial.start();
        int[] left = IntStream.range(0, trial.offer().size()).toArray();
        List<Stage> stages = new ArrayList<>();
        stages.add(stage(0, known, trial, seed));
        for (int round = 1; round <= rounds && left.length > 0; round++) {
            Candidates offer = trial.offer().select(left);
            Plan plan = acquirer.choose(
                    known, offer, Budget.of(batch), seed.derive("acquisition").derive(round));
            int[] picks = plan.picks().stream().mapToInt(Pick::candidate).toArray();
            if (picks.length == 0) {
                break;
            }
            known = known.with(trial.results().select(at(left, picks)));
            left = without(left, picks);
            stages.add(stage(round, known, trial, seed));
        }
        return stages;
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
        double[] truth = Arrays.stream(trial.test().targets())
                .map(trial.encoding()::targetInUnits)
                .toArray();
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        for (int retraining = 0; retraining < retrainings; retraining++) {
            Matrix predictions = trainer.fit(known, seed.derive("training").derive(retraining))
                    .predict(trial.test().features());
            double[] predicted = Arrays.stream(predictions.column(0))
                    .map(trial.encoding()::targetInUnits)
                    .toArray();
            for (Metric metric : Metric.values()) {
                scores.merge(metric, metric.of(truth, predicted) / retrainings, Double::sum);
            }
        }
        return new Stage(round, known.size(), scores);
    }
}
