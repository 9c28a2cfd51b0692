package assay.campaigns.cli;

import assay.acquisition.Seed;
import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.Comparisons;
import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Replay;
import assay.acquisition.trial.Simulation;
import assay.campaigns.csv.CsvWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All simulated campaigns of a command.
 *
 * @param metrics in the order in which a campaign keeps its scores
 * @param rounds of each campaign
 * @param runs in the order of the arms and repeats
 */
record SimulationResults(List<Metric> metrics, int rounds, List<Run> runs) {

    /**
     * One arm on one trial.
     *
     * @param repeat from 1 on
     */
    record Run(String arm, int repeat, List<Simulation.Stage> stages, List<Double> seconds) {

        /** For a journal: of each stage the number of tests, the seconds, and the scores. */
        double[] encoded(List<Metric> metrics) {
            int width = 2 + metrics.size();
            double[] numbers = new double[stages.size() * width];
            for (int s = 0; s < stages.size(); s++) {
                numbers[s * width] = stages.get(s).labelled();
                numbers[s * width + 1] = seconds.get(s);
                for (int m = 0; m < metrics.size(); m++) {
                    numbers[s * width + 2 + m] = stages.get(s).scores().get(metrics.get(m));
                }
            }
            return numbers;
        }

        static Run decoded(String arm, int repeat, double[] numbers, List<Metric> metrics) {
            int width = 2 + metrics.size();
            List<Simulation.Stage> stages = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int s = 0; s < numbers.length / width; s++) {
                Map<Metric, Double> scores = new EnumMap<>(Metric.class);
                for (int m = 0; m < metrics.size(); m++) {
                    scores.put(metrics.get(m), numbers[s * width + 2 + m]);
                }
                stages.add(new Simulation.Stage(s, (int) numbers[s * width], scores));
                seconds.add(numbers[s * width + 1]);
            }
            return new Run(arm, repeat, stages, seconds);
        }
    }

    static final List<String> HEADER = List.of("strategy", "repeat", "round", "labelled", "metric", "score", "seconds");

    void write(Path out) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            for (int s = 0; s < run.stages().size(); s++) {
                Simulation.Stage stage = run.stages().get(s);
                for (Metric metric : metrics) {
                    rows.add(List.of(
                            run.arm(),
                            Integer.toString(run.repeat()),
                            Integer.toString(stage.round()),
                            Integer.toString(stage.labelled()),
                            Typed.word(metric),
                            CsvWriter.cell(stage.scores().get(metric)),
                            CsvWriter.cell(run.seconds().get(s))));
                }
            }
        }
        CsvWriter.write(out, HEADER, rows);
    }

    /** Whether a metric could be measured after every round of every campaign. */
    boolean isFinite(Metric metric) {
        return runs.stream()
                .flatMap(run -> run.stages().stream())
                .allMatch(stage -> Double.isFinite(stage.scores().get(metric)));
    }

    /** The campaigns as losses by one metric. */
    List<Replay> replays(Metric metric) {
        return runs.stream()
                .map(run -> new Replay("", run.repeat(), run.arm(), LearningCurve.of(run.stages(), metric, rounds)))
                .toList();
    }

    /** All arms against some of them. */
    List<Comparison> against(List<String> baseline, Metric metric, Seed seed) {
        return Comparisons.against(baseline, replays(metric), seed.derive("comparison"));
    }

    /** Mean loss of some arms over all repeats: at the end, and over the rounds from 1 on. */
    double[] meanLosses(List<String> arms, Metric metric) {
        return new double[] {
            curves(arms, metric).mapToDouble(LearningCurve::last).average().orElseThrow(),
            curves(arms, metric).mapToDouble(LearningCurve::area).average().orElseThrow()
        };
    }

    private Stream<LearningCurve> curves(List<String> arms, Metric metric) {
        return replays(metric).stream()
                .filter(replay -> arms.contains(replay.arm()))
                .map(Replay::curve);
    }
}
