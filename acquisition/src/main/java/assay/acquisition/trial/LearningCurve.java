package assay.acquisition.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * The losses of one replayed campaign, after every round; the first point is before anything was bought. Immutable.
 */
public final class LearningCurve {

    private final int[] labelled;
    private final double[] losses;

    private LearningCurve(int[] labelled, double[] losses) {
        this.labelled = labelled;
        this.losses = losses;
    }

    /**
     * @param labelled experiments known: one more number than there were rounds, not descending
     * @param losses as many, lower is better
     */
    public static LearningCurve of(int[] labelled, double[] losses) {
        if (labelled.length < 2 || labelled.length != losses.length) {
            throw new IllegalArgumentException(
                    "a curve needs at least 2 points, and as many losses as numbers of experiments, but got %d and %d"
                            .formatted(labelled.length, losses.length));
        }
        return new LearningCurve(labelled.clone(), losses.clone());
    }

    /**
     * The losses by one metric. After a round in which nothing could be bought the models stay as they are.
     *
     * @param rounds of the simulation
     */
    public static LearningCurve of(List<Simulation.Stage> stages, Metric metric, int rounds) {
        List<Simulation.Stage> all = new ArrayList<>(stages);
        while (all.size() <= rounds) {
            all.add(stages.get(stages.size() - 1));
        }
        return of(
                all.stream().mapToInt(Simulation.Stage::labelled).toArray(),
                all.stream()
                        .mapToDouble(stage -> metric.loss(stage.scores().get(metric)))
                        .toArray());
    }

    public int rounds() {
        return losses.length - 1;
    }

    /** Experiments known after a round; round 0 is before anything was bought. */
    public int labelled(int round) {
        return labelled[round];
    }

    /** Loss after a round. */
    public double loss(int round) {
        return losses[round];
    }

    /** Mean loss over the rounds, without that before anything was bought: the area under the curve per round. */
    public double area() {
        double sum = 0;
        for (int round = 1; round < losses.length; round++) {
            sum += losses[round];
        }
        return sum / rounds();
    }

    /** Loss at the end. */
    public double last() {
        return losses[rounds()];
    }
}
