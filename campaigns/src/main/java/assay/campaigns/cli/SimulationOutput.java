package assay.campaigns.cli;

import assay.acquisition.Role;
import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.MeanCurve;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Replay;
import assay.campaigns.csv.OutputFile;
import assay.campaigns.csv.Problem;
import assay.reports.RankingReport;
import assay.reports.Reports;
import assay.reports.SimulationReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of a simulation as summary, page, text and JSON. */
final class SimulationOutput {

    private final AssayCommand root;
    private final Metric metric;
    private final List<String> baseline;
    private final List<Replay> replays;
    private final String model;
    private final SimulationSummary summary;

    /**
     * @param metric that is compared
     * @param baseline names of the runs of random choice
     * @param bought tests of a campaign
     * @param model name of the target model
     */
    SimulationOutput(
            AssayCommand root,
            SimulationResults results,
            Metric metric,
            List<String> baseline,
            int repeats,
            int bought,
            String model) {
        this.root = root;
        this.metric = metric;
        this.baseline = baseline;
        this.replays = results.replays(metric);
        this.model = model;
        double[] losses = results.meanLosses(baseline, metric);
        this.summary = new SimulationSummary(
                metric,
                repeats,
                bought,
                new double[] {metric.loss(losses[0]), metric.loss(losses[1])},
                baseline.size(),
                results.against(baseline, metric, root.seed()));
    }

    void writeSummary(Path file) {
        summary.write(file);
    }

    /** @param settings name and value, in the order to print them */
    void writeReport(Path page, KnownTests tests, Map<String, String> settings, List<String> arguments) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("model", model);
        all.put("seed", Long.toString(root.seed().value()));
        all.put("tests", Integer.toString(tests.known().size()));
        all.putAll(settings);
        SimulationReport report = new SimulationReport(
                "Which strategy buys better tests of "
                        + tests.file().schema().columns(Role.TARGET).get(0).label() + "?",
                metric.lossName(),
                summary.repeats(),
                summary.bought(),
                MeanCurve.ofBaseline(SimulationSummary.RANDOM, baseline, replays),
                baseline.size(),
                summary.comparisons(),
                summary.comparisons().stream()
                        .map(Comparison::arm)
                        .map(arm -> MeanCurve.of(arm, baseline, replays))
                        .toList(),
                new RankingReport.Origin(
                        new VersionProvider().getVersion()[0],
                        LocalDate.now().toString(),
                        "assay " + String.join(" ", arguments),
                        all,
                        tests.warnings().stream().map(Problem::describe).toList()));
        byte[] html = Reports.html(report).getBytes(StandardCharsets.UTF_8);
        new OutputFile(page).write(stream -> stream.write(html));
    }

    void print(Path out, Optional<Path> file, Optional<Path> page) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", summary.headline());
        document.put("seed", root.seed().value());
        document.put("model", model);
        document.put("metric", Typed.word(metric));
        document.put("repeats", summary.repeats());
        document.put("strategies", summary.document());
        summary.regret().ifPresent(regret -> document.put("regret", regret));
        document.put("out", out.toString());
        file.ifPresent(path -> document.put("summary", path.toString()));
        page.ifPresent(path -> document.put("report", path.toString()));
        List<String> text = new ArrayList<>(summary.text());
        text.add("");
        text.add("all scores in " + out
                + file.map(path -> ", summary in " + path).orElse("")
                + page.map(path -> ", page in " + path).orElse(""));
        root.console().result(document, text);
    }
}
