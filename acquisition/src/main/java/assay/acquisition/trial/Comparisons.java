package assay.acquisition.trial;

import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * Compares arms with a baseline on the trials that both were replayed on.
 *
 * <p>The baseline of a trial is the mean of its runs: several runs of random choice are steadier than one. Losses are averaged over the
 * rounds, and differences divided by the mean of the baseline on that data set, so that sets of different units can be averaged, each
 * with the same weight.
 *
 * <p>An interval reaches as far as both Student's t and the hierarchical bootstrap ask for: t is too short on one side for skewed
 * differences, the bootstrap for few. So does that of the experiments saved on one data set, by the t of the jackknife. Tests: {@link RelabellingTest} of the trials, which
 * speaks of these data sets; of six sets and more, a {@link SignFlipTest} of their mean differences, which speaks of other sets of the kind.
 */
public final class Comparisons {

    private static final double CONFIDENCE = 0.95;
    private static final double POWER = 0.8;
    private static final double LEVEL = 0.05;
    private static final int DRAWS = 10_000;

    /** The signs of fewer numbers cannot have a p value below 5 %. */
    private static final int FEWEST_SIGNS = 6;

    private static final int SAVED_DRAWS = 2000;

    private Comparisons() {}

    /**
     * Compares all arms that are not the baseline, in order of their first replay, with Holm's correction over all of them.
     *
     * @param baseline names of its arms; each trial counts that has all of them
     * @param replays at least one trial with the baseline and another arm
     */
    public static List<Comparison> against(List<String> baseline, List<Replay> replays, Seed seed) {
        Map<String, Map<Integer, Map<String, LearningCurve>>> sets = new LinkedHashMap<>();
        Set<String> arms = new LinkedHashSet<>();
        for (Replay replay : replays) {
            sets.computeIfAbsent(replay.set(), set -> new TreeMap<>())
                    .computeIfAbsent(replay.repeat(), repeat -> new LinkedHashMap<>())
                    .put(replay.arm(), replay.curve());
            arms.add(replay.arm());
        }
        arms.removeAll(new HashSet<>(baseline));
        List<Comparison> raw = new ArrayList<>();
        for (String arm : arms) {
            List<ArmOnSet> results = sets.values().stream()
                    .map(trials -> ArmOnSet.of(arm, baseline, List.copyOf(trials.values())))
                    .filter(set -> set.trials() > 0)
                    .toList();
            if (!results.isEmpty()) {
                raw.add(compare(arm, results, seed.derive(arm)));
            }
        }
        double[] adjusted =
                Holm.adjusted(raw.stream().mapToDouble(Comparison::pValue).toArray());
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            comparisons.add(withAdjusted(raw.get(i), adjusted[i]));
        }
        return comparisons;
    }

    private static Comparison compare(String arm, List<ArmOnSet> sets, Seed seed) {
        double[][] differences = sets.stream().map(ArmOnSet::differences).toArray(double[][]::new);
        int[] trials = sets.stream().mapToInt(ArmOnSet::trials).toArray();
        double[] means =
                Arrays.stream(differences).mapToDouble(Comparisons::mean).toArray();
        boolean one = sets.size() == 1;
        double[] units = one ? differences[0] : means;
        double mean = mean(units);
        double[] interval = interval(units, differences, trials, seed.derive("difference"));
        double[] saved = HierarchicalBootstrap.interval(
                trials,
                SAVED_DRAWS,
                seed.derive("tests saved"),
                draw -> median(draw.sets().length, i -> sets.get(draw.sets()[i]).testsSaved(draw.repeats()[i])));
        if (one) {
            saved = wider(saved, sets.get(0));
        }
        double[] each = sets.stream()
                .mapToDouble(set -> RelabellingTest.pValue(set.areas(), seed.derive("relabelling")))
                .toArray();
        int better = 0;
        int worse = 0;
        for (int i = 0; i < each.length; i++) {
            better += each[i] < LEVEL && means[i] < 0 ? 1 : 0;
            worse += each[i] < LEVEL && means[i] > 0 ? 1 : 0;
        }
        double p = sets.size() < FEWEST_SIGNS
                ? RelabellingTest.pValue(
                        sets.stream()
                                .flatMap(set -> Arrays.stream(set.scaled()))
                                .toArray(double[][]::new),
                        seed.derive("relabelling"))
                : SignFlipTest.pValue(means, seed.derive("signs"));
        return new Comparison(
                arm,
                sets.size(),
                Arrays.stream(trials).sum(),
                one ? sets.get(0).finalLoss() : Double.NaN,
                one ? sets.get(0).area() : Double.NaN,
                mean,
                interval[0],
                interval[1],
                mean(sets.stream().mapToDouble(ArmOnSet::finalDifference).toArray()),
                p,
                p,
                median(sets.size(), i -> sets.get(i).testsSaved()),
                saved[0],
                saved[1],
                minimumDetectable(units),
                better,
                worse,
                Verdict.NOT_TOLD_APART);
    }

    private static Comparison withAdjusted(Comparison c, double adjusted) {
        return new Comparison(
                c.arm(),
                c.sets(),
                c.trials(),
                c.finalLoss(),
                c.area(),
                c.difference(),
                c.lower(),
                c.upper(),
                c.finalDifference(),
                c.pValue(),
                adjusted,
                c.testsSaved(),
                c.savedLower(),
                c.savedUpper(),
                c.minimumDetectable(),
                c.setsBetter(),
                c.setsWorse(),
                Verdict.of(adjusted, c.lower(), c.upper()));
    }

    private static double[] interval(double[] units, double[][] differences, int[] trials, Seed seed) {
        if (units.length < 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] bootstrap = HierarchicalBootstrap.interval(trials, DRAWS, seed, draw -> {
            double sum = 0;
            for (int i = 0; i < draw.sets().length; i++) {
                double[] set = differences[draw.sets()[i]];
                double inSet = 0;
                for (int repeat : draw.repeats()[i]) {
                    inSet += set[repeat];
                }
                sum += inSet / set.length;
            }
            return sum / draw.sets().length;
        });
        double mean = mean(units);
        double half = t(units.length, (1 + CONFIDENCE) / 2) * standardError(units);
        return new double[] {Math.min(mean - half, bootstrap[0]), Math.max(mean + half, bootstrap[1])};
    }

    /** As far as the jackknife's t asks for too: the bootstrap of a few curves is too short. At most all experiments are saved. */
    private static double[] wider(double[] saved, ArmOnSet set) {
        int n = set.trials();
        if (n < 2) {
            return saved;
        }
        double[] without = new double[n];
        Arrays.setAll(
                without,
                out -> set.testsSaved(
                        IntStream.range(0, n).filter(trial -> trial != out).toArray()));
        // Of n numbers that are each n - 1 times as close to their mean as the trials are.
        double half = t(n, (1 + CONFIDENCE) / 2) * (n - 1) * standardError(without);
        double middle = set.testsSaved();
        return new double[] {
            Math.max(-set.bought(), Math.min(saved[0], middle - half)),
            Math.min(set.bought(), Math.max(saved[1], middle + half))
        };
    }

    private static double minimumDetectable(double[] units) {
        return units.length < 2
                ? Double.NaN
                : (t(units.length, (1 + CONFIDENCE) / 2) + t(units.length, POWER)) * standardError(units);
    }

    private static double t(int units, double p) {
        return new TDistribution(units - 1.0).inverseCumulativeProbability(p);
    }

    private static double standardError(double[] x) {
        StreamingStatistics statistics = new StreamingStatistics();
        for (double v : x) {
            statistics.addValue(v);
        }
        return statistics.getStandardDeviation() / Math.sqrt(x.length);
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(Double.NaN);
    }

    private static double median(int n, IntToDoubleFunction of) {
        double[] sorted = new double[n];
        Arrays.setAll(sorted, of);
        Arrays.sort(sorted);
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
