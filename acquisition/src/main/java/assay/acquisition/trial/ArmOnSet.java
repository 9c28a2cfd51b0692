package assay.acquisition.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One arm and the baseline on the trials of one data set that both have. Immutable. */
final class ArmOnSet {

    /** The curve of the arm, then those of the baseline. */
    private final List<List<LearningCurve>> trials;

    private ArmOnSet(List<List<LearningCurve>> trials) {
        this.trials = trials;
    }

    /** @param trials curves of each by name of the arm */
    static ArmOnSet of(String arm, List<String> baseline, List<Map<String, LearningCurve>> trials) {
        List<List<LearningCurve>> paired = new ArrayList<>();
        for (Map<String, LearningCurve> curves : trials) {
            if (curves.containsKey(arm) && curves.keySet().containsAll(baseline)) {
                List<LearningCurve> row = new ArrayList<>(List.of(curves.get(arm)));
                baseline.forEach(name -> row.add(curves.get(name)));
                paired.add(row);
            }
        }
        return new ArmOnSet(paired);
    }

    int trials() {
        return trials.size();
    }

    /** Mean losses over the rounds: for each trial that of the arm, then those of the baseline. */
    double[][] areas() {
        return trials.stream()
                .map(row -> row.stream().mapToDouble(LearningCurve::area).toArray())
                .toArray(double[][]::new);
    }

    /** The same in units of the baseline's mean over all trials; as they are if that is 0. */
    double[][] scaled() {
        double[][] areas = areas();
        double scale = baselineMean(areas);
        return Arrays.stream(areas)
                .map(row -> Arrays.stream(row)
                        .map(loss -> scale == 0 ? loss : loss / scale)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double baselineMean(double[][] losses) {
        return Arrays.stream(losses)
                .flatMapToDouble(row -> Arrays.stream(row).skip(1))
                .average()
                .orElseThrow();
    }

    /** Mean over the trials of the mean loss over the rounds. */
    double area() {
        return Arrays.stream(areas()).mapToDouble(row -> row[0]).average().orElseThrow();
    }

    /** Mean over the trials of the loss at the end. */
    double finalLoss() {
        return trials.stream().mapToDouble(row -> row.get(0).last()).average().orElseThrow();
    }

    /** Of the mean losses over the rounds, in % of the baseline's mean over all trials. */
    double[] differences() {
        return inPercent(areas());
    }

    /** Mean difference of the loss at the end, in %. */
    double finalDifference() {
        double[][] last = trials.stream()
                .map(row -> row.stream().mapToDouble(LearningCurve::last).toArray())
                .toArray(double[][]::new);
        return Arrays.stream(inPercent(last)).average().orElseThrow();
    }

    private static double[] inPercent(double[][] losses) {
        double[] baselines = Arrays.stream(losses)
                .mapToDouble(row -> Arrays.stream(row).skip(1).average().orElseThrow())
                .toArray();
        double scale = baselineMean(losses);
        double[] differences = new double[losses.length];
        Arrays.setAll(
                differences,
                // Where no loss is left, nothing is better or worse.
                i -> scale == 0 && losses[i][0] == 0 ? 0 : 100 * (losses[i][0] - baselines[i]) / scale);
        return differences;
    }

    /** Experiments bought by the end, the most of all campaigns. */
    int bought() {
        return trials.stream()
                .flatMap(List::stream)
                .mapToInt(curve -> curve.labelled(curve.rounds()) - curve.labelled(0))
                .max()
                .orElseThrow();
    }

    /** Experiments saved by the mean curves of all trials. */
    double testsSaved() {
        return testsSaved(IntStream.range(0, trials.size()).toArray());
    }

    /** The same of some trials, each as often as it is named. */
    double testsSaved(int[] some) {
        int rounds = trials.get(0).get(0).rounds();
        double[] bought = new double[rounds + 1];
        double[] losses = new double[rounds + 1];
        double[] baseline = new double[rounds + 1];
        double[] baselineLosses = new double[rounds + 1];
        for (int trial : some) {
            List<LearningCurve> row = trials.get(trial);
            for (int round = 0; round <= rounds; round++) {
                LearningCurve arm = row.get(0);
                bought[round] += (double) (arm.labelled(round) - arm.labelled(0)) / some.length;
                losses[round] += arm.loss(round) / some.length;
                for (LearningCurve other : row.subList(1, row.size())) {
                    double share = 1.0 / (some.length * (row.size() - 1.0));
                    baseline[round] += share * (other.labelled(round) - other.labelled(0));
                    baselineLosses[round] += share * other.loss(round);
                }
            }
        }
        return TestsSaved.of(bought, losses, baseline, baselineLosses);
    }
}
