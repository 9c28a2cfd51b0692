package assay.reports;

import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.MeanCurve;
import assay.acquisition.trial.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the template of the page about a simulation fills in, top to bottom.
 *
 * @param tone of the verdict
 * @param label of the verdict, two or three words
 * @param sentence the verdict
 * @param notes what to know of it
 * @param rows a strategy each, least loss first
 * @param panels its curves, in the same order
 * @param facts name and value, in the order to print them
 */
record SimulationPage(
        SimulationReport report,
        Tone tone,
        String label,
        String sentence,
        List<String> notes,
        List<Row> rows,
        List<Panel> panels,
        List<Map.Entry<String, String>> facts) {

    /**
     * A strategy of the table.
     *
     * @param meaning of its name; empty if unknown
     */
    record Row(
            String strategy,
            String meaning,
            Cell difference,
            Bar bar,
            String interval,
            Cell last,
            Cell saved,
            String savedInterval,
            Cell p,
            String verdict,
            String css) {}

    static SimulationPage of(SimulationReport report) {
        List<Integer> order = IntStream.range(0, report.comparisons().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> report.comparisons().get(i).difference()))
                .toList();
        List<Comparison> comparisons =
                order.stream().map(report.comparisons()::get).toList();
        List<MeanCurve> curves = order.stream().map(report.curves()::get).toList();
        boolean better = comparisons.stream().anyMatch(c -> c.verdict() == Verdict.BETTER);
        boolean worse = comparisons.stream().anyMatch(c -> c.verdict() == Verdict.WORSE);
        return new SimulationPage(
                report,
                better ? Tone.GOOD : worse ? Tone.CAUTION : Tone.NEUTRAL,
                better ? "Better than random choice" : worse ? "Worse than random choice" : "Not told apart",
                sentence(comparisons, report.repeats()),
                notes(report, comparisons),
                rows(comparisons),
                Panel.all(report.baseline(), curves, comparisons, report.loss()),
                facts(report));
    }

    private static String sentence(List<Comparison> comparisons, int repeats) {
        List<String> better = names(comparisons, Verdict.BETTER);
        List<String> worse = names(comparisons, Verdict.WORSE);
        if (repeats < 2) {
            return "One trial tells nothing apart.";
        }
        if (better.isEmpty() && worse.isEmpty()) {
            return "No strategy was told apart from random choice in %d trials.".formatted(repeats);
        }
        List<String> sentences = new ArrayList<>();
        if (!better.isEmpty()) {
            sentences.add("%s %s random choice.".formatted(listed(better), better.size() == 1 ? "beats" : "beat"));
        }
        if (!worse.isEmpty()) {
            sentences.add("%s %s worse than random choice.".formatted(listed(worse), worse.size() == 1 ? "is" : "are"));
        }
        if (better.isEmpty()) {
            sentences.add("No strategy beats it.");
        }
        return String.join(" ", sentences);
    }

    private static List<String> names(List<Comparison> comparisons, Verdict verdict) {
        return comparisons.stream()
                .filter(c -> c.verdict() == verdict)
                .map(Comparison::arm)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private static List<String> notes(SimulationReport report, List<Comparison> comparisons) {
        List<String> notes = new ArrayList<>();
        notes.add(
                ("A strategy beats random choice only if the 95 %% interval of the difference excludes 0 and p is below"
                                + " 5 %% for all %d strategies together.")
                        .formatted(comparisons.size()));
        double[] detectable = comparisons.stream()
                .mapToDouble(Comparison::minimumDetectable)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (detectable.length > 0) {
            notes.add("%d trials find a difference of %s %% to %s %% four times of five, depending on the strategy."
                    .formatted(
                            report.repeats(),
                            Decimals.ONE.write(detectable[0]),
                            Decimals.ONE.write(detectable[detectable.length - 1])));
        }
        notes.add("Intervals are over deals of the same tests. They say nothing of other products, nor of a future that"
                + " differs from the past.");
        return notes;
    }

    private static List<Row> rows(List<Comparison> comparisons) {
        double least = Math.min(
                0,
                comparisons.stream()
                        .mapToDouble(c -> Double.isNaN(c.lower()) ? c.difference() : c.lower())
                        .min()
                        .orElse(-1));
        double most = Math.max(
                0,
                comparisons.stream()
                        .mapToDouble(c -> Double.isNaN(c.upper()) ? c.difference() : c.upper())
                        .max()
                        .orElse(1));
        double from = least == most ? -1 : least;
        double to = least == most ? 1 : most;
        return comparisons.stream().map(c -> row(c, from, to)).toList();
    }

    private static Row row(Comparison c, double from, double to) {
        return new Row(
                c.arm(),
                Strategies.meaning(c.arm()),
                Cell.of(c.difference(), Decimals.ONE),
                new Bar(from, to, c.lower(), c.difference(), c.upper(), OptionalDouble.of(0)),
                interval(c.lower(), c.upper(), Decimals.ONE),
                Cell.of(c.finalDifference(), Decimals.ONE),
                Cell.of(c.testsSaved(), Decimals.WHOLE),
                interval(c.savedLower(), c.savedUpper(), Decimals.WHOLE),
                Cell.of(c.pAdjusted(), Decimals.THREE),
                c.verdict().against("random"),
                c.verdict() == Verdict.BETTER ? "yes" : c.verdict() == Verdict.WORSE ? "no" : "open");
    }

    private static String interval(double lower, double upper, Decimals decimals) {
        return Double.isNaN(lower) ? "" : decimals.write(lower) + " to " + decimals.write(upper);
    }

    private static List<Map.Entry<String, String>> facts(SimulationReport report) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("made", report.origin().date()));
        facts.add(Map.entry("by", report.origin().version()));
        facts.add(Map.entry("trials", Integer.toString(report.repeats())));
        facts.add(Map.entry("random choice", "mean of %d runs".formatted(report.baselineRuns())));
        facts.addAll(report.origin().settings().entrySet());
        return List.copyOf(facts);
    }
}
