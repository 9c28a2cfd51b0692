package assay.benchmarks;

import assay.acquisition.Seed;
import assay.acquisition.trial.Comparison;
import assay.acquisition.trial.Comparisons;
import assay.acquisition.trial.LearningCurve;
import assay.acquisition.trial.Replay;
import assay.campaigns.csv.CsvWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of {@link AcquisitionStudy}: every strategy against random choice, against random choice of five times as many, thinned out, and
 * against plain alc; over all problems, and against random choice on each; for each target model, and for the mean of both. Run with the file of results, or several
 * with commas between them, the file of the table and, if not all are to be compared, the names of strategies; prints what is pooled.
 */
public final class AcquisitionSummary {

    private static final String PREFILTER = "random-prefilter+coreset";
    private static final String PLAIN = "alc-plain";
    private static final String ALL = "all";
    private static final String BOTH = "both";
    private static final Seed SEED = new Seed(1);

    private AcquisitionSummary() {}

    /** @param args files of results, file of the table; then, if not all, names of strategies with commas between them */
    public static void main(String[] args) {
        Map<String, List<Replay>> byTarget = new LinkedHashMap<>();
        for (String target : AcquisitionStudy.targets().keySet()) {
            byTarget.put(
                    target,
                    Arrays.stream(args[0].split(","))
                            .flatMap(file -> StudyFile.replays(Path.of(file), target).stream())
                            .filter(replay -> AcquisitionStudy.RANDOM.contains(replay.arm())
                                    || args.length < 3
                                    || List.of(args[2].split(",")).contains(replay.arm()))
                            .toList());
        }
        byTarget.put(BOTH, meanOf(List.copyOf(byTarget.values())));
        List<List<String>> rows = new ArrayList<>();
        byTarget.forEach((target, replays) -> {
            rows.addAll(rows(target, ALL, "random", AcquisitionStudy.RANDOM, replays));
            List<Replay> withoutRandom = replays.stream()
                    .filter(replay -> !AcquisitionStudy.RANDOM.contains(replay.arm()))
                    .toList();
            for (String control : List.of(PREFILTER, PLAIN)) {
                if (withoutRandom.stream().anyMatch(replay -> replay.arm().equals(control))) {
                    rows.addAll(rows(target, ALL, control, List.of(control), withoutRandom));
                }
            }
            Set<String> problems = new LinkedHashSet<>();
            replays.forEach(replay -> problems.add(replay.set()));
            for (String problem : problems) {
                List<Replay> own = replays.stream()
                        .filter(replay -> replay.set().equals(problem))
                        .toList();
                rows.addAll(rows(target, problem, "random", AcquisitionStudy.RANDOM, own));
            }
        });
        CsvWriter.write(
                Path.of(args[1]),
                List.of(
                        "target",
                        "problem",
                        "baseline",
                        "strategy",
                        "sets",
                        "trials",
                        "difference",
                        "lower",
                        "upper",
                        "better",
                        "worse",
                        "p",
                        "p_holm",
                        "tests_saved",
                        "tests_saved_lower",
                        "tests_saved_upper",
                        "verdict"),
                rows);
    }

    /** A trial, of which all strategies have a campaign. */
    private record Deal(String set, int repeat) {

        static Deal of(Replay replay) {
            return new Deal(replay.set(), replay.repeat());
        }
    }

    /**
     * Every campaign as the mean over the target models, each in units of what random choice leaves to it on the same trial; a campaign that
     * one of them lacks is left out.
     */
    static List<Replay> meanOf(List<List<Replay>> models) {
        Map<Deal, Map<String, List<LearningCurve>>> curves = new LinkedHashMap<>();
        for (List<Replay> replays : models) {
            Map<Deal, Double> random = replays.stream()
                    .filter(replay -> AcquisitionStudy.RANDOM.contains(replay.arm()))
                    .collect(Collectors.groupingBy(
                            Deal::of,
                            Collectors.averagingDouble(replay -> replay.curve().area())));
            for (Replay replay : replays) {
                curves.computeIfAbsent(Deal.of(replay), deal -> new LinkedHashMap<>())
                        .computeIfAbsent(replay.arm(), arm -> new ArrayList<>())
                        .add(scaled(replay.curve(), 1 / (models.size() * random.get(Deal.of(replay)))));
            }
        }
        List<Replay> means = new ArrayList<>();
        curves.forEach((deal, arms) -> arms.forEach((arm, parts) -> {
            if (parts.size() == models.size()) {
                LearningCurve mean =
                        parts.stream().reduce(AcquisitionSummary::sum).orElseThrow();
                means.add(new Replay(deal.set(), deal.repeat(), arm, mean));
            }
        }));
        return means;
    }

    private static LearningCurve scaled(LearningCurve curve, double factor) {
        return of(curve, round -> factor * curve.loss(round));
    }

    private static LearningCurve sum(LearningCurve one, LearningCurve other) {
        return of(one, round -> one.loss(round) + other.loss(round));
    }

    private static LearningCurve of(LearningCurve like, IntToDoubleFunction losses) {
        return LearningCurve.of(
                IntStream.rangeClosed(0, like.rounds()).map(like::labelled).toArray(),
                IntStream.rangeClosed(0, like.rounds()).mapToDouble(losses).toArray());
    }

    private static List<List<String>> rows(
            String target, String problem, String name, List<String> baseline, List<Replay> replays) {
        return Comparisons.against(baseline, replays, SEED.derive(target).derive(problem)).stream()
                .map(c -> row(target, problem, name, c))
                .toList();
    }

    private static List<String> row(String target, String problem, String baseline, Comparison c) {
        if (problem.equals(ALL)) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %-26s %-28s %6.1f [%5.1f, %5.1f]  %2d/%2d of %2d  p %.4f  saved %4.0f [%4.0f, %4.0f]  %s%n",
                    target,
                    baseline,
                    c.arm(),
                    c.difference(),
                    c.lower(),
                    c.upper(),
                    c.setsBetter(),
                    c.setsWorse(),
                    c.sets(),
                    c.pAdjusted(),
                    c.testsSaved(),
                    c.savedLower(),
                    c.savedUpper(),
                    c.verdict().against(baseline));
        }
        return List.of(
                target,
                problem,
                baseline,
                c.arm(),
                Integer.toString(c.sets()),
                Integer.toString(c.trials()),
                cell(c.difference()),
                cell(c.lower()),
                cell(c.upper()),
                Integer.toString(c.setsBetter()),
                Integer.toString(c.setsWorse()),
                cell(c.pValue()),
                cell(c.pAdjusted()),
                cell(c.testsSaved()),
                cell(c.savedLower()),
                cell(c.savedUpper()),
                c.verdict().against(baseline));
    }

    private static String cell(double x) {
        return Double.isNaN(x) ? "" : String.format(Locale.ROOT, "%.4f", x);
    }
}
