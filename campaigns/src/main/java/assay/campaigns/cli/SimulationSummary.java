package assay.campaigns.cli;

import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Verdict;
import assay.campaigns.csv.CsvWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulation says, as file, text and JSON.
 *
 * @param metric that was compared
 * @param repeats how many trials
 * @param bought tests of each campaign
 * @param baseline its final score and its mean score over the rounds
 * @param baselineRuns how many runs of random choice it is the mean of
 * @param comparisons of all other arms with it
 */
record SimulationSummary(
        Metric metric, int repeats, int bought, double[] baseline, int baselineRuns, List<Comparison> comparisons) {

    static final String RANDOM = "random";
    private static final String BANDIT = "bandit";

    static final List<String> HEADER = List.of(
            "strategy",
            "score_final",
            "auc",
            "diff_vs_random",
            "lower",
            "upper",
            "p_adjusted",
            "tests_saved",
            "tests_saved_lower",
            "tests_saved_upper",
            "verdict");

    void write(Path file) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                RANDOM,
                CsvWriter.cell(baseline[0]),
                CsvWriter.cell(baseline[1]),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "baseline"));
        for (Comparison c : comparisons) {
            rows.add(List.of(
                    c.arm(),
                    CsvWriter.cell(score(c.finalLoss())),
                    CsvWriter.cell(score(c.area())),
                    CsvWriter.cell(c.difference()),
                    CsvWriter.cell(c.lower()),
                    CsvWriter.cell(c.upper()),
                    CsvWriter.cell(c.pAdjusted()),
                    CsvWriter.cell(c.testsSaved()),
                    CsvWriter.cell(c.savedLower()),
                    CsvWriter.cell(c.savedUpper()),
                    c.verdict().against(RANDOM)));
        }
        CsvWriter.write(file, HEADER, rows);
    }

    /** A mean loss as a mean score: what makes a score a loss undoes it, too. */
    private double score(double loss) {
        return metric.loss(loss);
    }

    /** The answer in one sentence. */
    String headline() {
        List<String> better = names(Verdict.BETTER);
        List<String> worse = names(Verdict.WORSE);
        if (comparisons.isEmpty()) {
            return "Nothing was compared with random choice.";
        }
        if (repeats < 2) {
            return "One trial tells nothing apart: ask for more --repeats.";
        }
        if (better.isEmpty() && worse.isEmpty()) {
            return "No strategy was told apart from random choice in %d trials.".formatted(repeats);
        }
        List<String> sentences = new ArrayList<>();
        if (!better.isEmpty()) {
            sentences.add(listed(better) + (better.size() == 1 ? " beats" : " beat") + " random choice.");
        }
        if (!worse.isEmpty()) {
            sentences.add(listed(worse) + (worse.size() == 1 ? " is" : " are") + " worse than random choice.");
        }
        if (better.isEmpty()) {
            sentences.add("No strategy beats it.");
        }
        return String.join(" ", sentences);
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private List<String> names(Verdict verdict) {
        return comparisons.stream()
                .filter(c -> c.verdict() == verdict)
                .map(Comparison::arm)
                .toList();
    }

    List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        lines.add("");
        int width = Math.max(
                8, comparisons.stream().mapToInt(c -> c.arm().length()).max().orElse(8));
        String name = "%-" + width + "s  ";
        lines.add(name.formatted("strategy")
                + "%-12s %-26s %-8s %-26s %s"
                        .formatted("final", "mean loss, % of random's", "p", "tests saved of " + bought, "verdict"));
        lines.add(name.formatted(RANDOM) + "%-12s mean of %d runs".formatted(cell(baseline[0]), baselineRuns));
        for (Comparison c : comparisons) {
            lines.add(name.formatted(c.arm())
                    + "%-12s %-26s %-8s %-26s %s"
                            .formatted(
                                    cell(score(c.finalLoss())),
                                    interval("%+.1f", c.difference(), c.lower(), c.upper()),
                                    Double.isNaN(c.pAdjusted())
                                            ? ""
                                            : String.format(Locale.ROOT, "%.3f", c.pAdjusted()),
                                    interval("%.0f", c.testsSaved(), c.savedLower(), c.savedUpper()),
                                    c.verdict().against(RANDOM)));
        }
        lines.add("");
        lines.add("final: mean " + Typed.word(metric) + " at the end. mean loss: " + metric.lossName()
                + " over the rounds less that of random, negative is better,");
        lines.add("95 %% interval over %d trials. p: of all strategies together, by Holm.".formatted(repeats));
        lines.addAll(power());
        regret().ifPresent(lines::add);
        return lines;
    }

    /** What choosing anew in every round has cost against the best single strategy; absent if nothing did so. */
    Optional<String> regret() {
        Optional<Comparison> bandit =
                comparisons.stream().filter(c -> c.arm().equals(BANDIT)).findFirst();
        Optional<Comparison> best = comparisons.stream()
                .filter(c -> !c.arm().equals(BANDIT))
                .min(Comparator.comparingDouble(Comparison::difference));
        return bandit.isEmpty() || best.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Regret of bandit: %.1f %% of random's loss against %s, the best single strategy in hindsight.",
                        bandit.get().difference() - best.get().difference(),
                        best.get().arm()));
    }

    /** What could have been found. */
    List<String> power() {
        double[] detectable = comparisons.stream()
                .mapToDouble(Comparison::minimumDetectable)
                .filter(d -> !Double.isNaN(d))
                .sorted()
                .toArray();
        if (detectable.length == 0) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "Four times of five, %d trials would find a difference of %.1f %% (the steadiest strategy) to %.1f %%;"
                        + " for half of that take four times as many.",
                repeats,
                detectable[0],
                detectable[detectable.length - 1]));
    }

    private static String cell(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }

    private static String interval(String format, double middle, double lower, double upper) {
        String number = String.format(Locale.ROOT, format, middle);
        return Double.isNaN(lower)
                ? number
                : number + String.format(Locale.ROOT, " (" + format + " to " + format + ")", lower, upper);
    }

    List<Map<String, Object>> document() {
        List<Map<String, Object>> documents = new ArrayList<>();
        Map<String, Object> random = new LinkedHashMap<>();
        random.put("strategy", RANDOM);
        random.put("runs", baselineRuns);
        put(random, "score_final", baseline[0]);
        put(random, "auc", baseline[1]);
        random.put("verdict", "baseline");
        documents.add(random);
        for (Comparison c : comparisons) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("strategy", c.arm());
            put(document, "score_final", score(c.finalLoss()));
            put(document, "auc", score(c.area()));
            put(document, "diff_vs_random", c.difference());
            put(document, "lower", c.lower());
            put(document, "upper", c.upper());
            put(document, "final_diff_vs_random", c.finalDifference());
            put(document, "p", c.pValue());
            put(document, "p_adjusted", c.pAdjusted());
            put(document, "tests_saved", c.testsSaved());
            put(document, "tests_saved_lower", c.savedLower());
            put(document, "tests_saved_upper", c.savedUpper());
            put(document, "minimum_detectable", c.minimumDetectable());
            document.put("verdict", c.verdict().against(RANDOM));
            documents.add(document);
        }
        return documents;
    }

    /** To as many digits as in the file; what is unknown is absent. */
    private static void put(Map<String, Object> document, String key, double number) {
        String cell = CsvWriter.cell(number);
        if (!cell.isEmpty()) {
            document.put(key, Double.valueOf(cell));
        }
    }
}
