package assay.reports;

import assay.acquisition.Seed;
import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.Comparisons;
import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.MeanCurve;
import assay.acquisition.trial.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Made-up learning curves: the error falls from 10, by so much for each strategy. */
final class SimulationExamples {

    private static final List<String> RANDOM = List.of("random", "random.2");

    private SimulationExamples() {}

    /** alc is ahead, value:lossval behind, null is chance. */
    static SimulationReport mixed() {
        Map<String, Double> speeds = new LinkedHashMap<>();
        speeds.put("value:lossval", 0.3);
        speeds.put("null", 0.6);
        speeds.put("alc", 1.1);
        return report(speeds, 12);
    }

    /** Chance alone. */
    static SimulationReport nothing() {
        return report(Map.of("null", 0.6), 6);
    }

    static SimulationReport oneTrial() {
        return report(Map.of("alc", 1.1), 1);
    }

    static SimulationReport hostile() {
        return report(Map.of("</script><img src=x onerror=alert(1)>", 0.6), 4);
    }

    private static SimulationReport report(Map<String, Double> speeds, int repeats) {
        List<Replay> replays = new ArrayList<>();
        RandomGenerator random = new Seed(5).generator();
        for (int repeat = 0; repeat < repeats; repeat++) {
            double start = 10 + random.nextGaussian();
            for (String arm : RANDOM) {
                replays.add(new Replay("", repeat, arm, curve(start, 0.6, random)));
            }
            for (Map.Entry<String, Double> speed : speeds.entrySet()) {
                replays.add(new Replay("", repeat, speed.getKey(), curve(start, speed.getValue(), random)));
            }
        }
        List<Comparison> comparisons = Comparisons.against(RANDOM, replays, new Seed(6));
        return new SimulationReport(
                "Which strategy buys better tests of ROLC_p [g]?",
                "RMSE",
                repeats,
                40,
                MeanCurve.ofBaseline("random", RANDOM, replays),
                RANDOM.size(),
                comparisons,
                comparisons.stream()
                        .map(c -> MeanCurve.of(c.arm(), RANDOM, replays))
                        .toList(),
                new RankingReport.Origin(
                        "assay 0.1", "2026-11-29", "assay simulate --pool tests.csv", Map.of("seed", "1"), List.of()));
    }

    private static LearningCurve curve(double start, double speed, RandomGenerator random) {
        double[] losses = new double[5];
        Arrays.setAll(losses, round -> round == 0 ? start : start - speed * round + 0.15 * random.nextGaussian());
        return LearningCurve.of(new int[] {20, 30, 40, 50, 60}, losses);
    }
}
