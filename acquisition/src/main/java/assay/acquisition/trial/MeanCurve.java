package assay.acquisition.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean losses of an arm after every round, over the trials of one data set.
 *
 * @param arm its name
 * @param points one more than there are rounds
 */
public record MeanCurve(String arm, List<Point> points) {

    /**
     * After a round.
     *
     * @param labelled mean number of experiments known
     * @param loss mean over the trials
     * @param againstBaseline difference from the mean of the baseline on the same trials, in units of the loss
     */
    public record Point(double labelled, double loss, PairedDifference againstBaseline) {}

    /** Copies the list. */
    public MeanCurve {
        points = List.copyOf(points);
    }

    /**
     * @param arm one of the arms, or of the baseline
     * @param baseline names of its arms
     * @param replays on one data set, at least one trial with all of them
     */
    public static MeanCurve of(String arm, List<String> baseline, List<Replay> replays) {
        return of(arm, List.of(arm), baseline, replays);
    }

    /** The mean of the baseline itself, whose difference from itself is 0. */
    public static MeanCurve ofBaseline(String name, List<String> baseline, List<Replay> replays) {
        return of(name, baseline, baseline, replays);
    }

    private static MeanCurve of(String name, List<String> arms, List<String> baseline, List<Replay> replays) {
        Map<Integer, Map<String, LearningCurve>> trials = new TreeMap<>();
        replays.forEach(replay -> trials.computeIfAbsent(replay.repeat(), repeat -> new LinkedHashMap<>())
                .put(replay.arm(), replay.curve()));
        List<Map<String, LearningCurve>> both = trials.values().stream()
                .filter(curves ->
                        curves.keySet().containsAll(arms) && curves.keySet().containsAll(baseline))
                .toList();
        int rounds = both.get(0).get(arms.get(0)).rounds();
        List<Point> points = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            int at = round;
            double[] own = both.stream()
                    .mapToDouble(curves -> meanLoss(curves, arms, at))
                    .toArray();
            double[] other = both.stream()
                    .mapToDouble(curves -> meanLoss(curves, baseline, at))
                    .toArray();
            double labelled = both.stream()
                    .mapToDouble(curves -> arms.stream()
                            .mapToInt(arm -> curves.get(arm).labelled(at))
                            .average()
                            .orElseThrow())
                    .average()
                    .orElseThrow();
            points.add(
                    new Point(labelled, Arrays.stream(own).average().orElseThrow(), PairedDifference.of(own, other)));
        }
        return new MeanCurve(name, points);
    }

    private static double meanLoss(Map<String, LearningCurve> curves, List<String> arms, int round) {
        return arms.stream()
                .mapToDouble(arm -> curves.get(arm).loss(round))
                .average()
                .orElseThrow();
    }
}
