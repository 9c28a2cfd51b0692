package assay.acquisition.batch;

import assay.acquisition.Acquirer;
import assay.acquisition.BaseSkill;
import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.SkillGate;
import assay.acquisition.Valuation;
import assay.acquisition.diversity.FarthestPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The papers' pipeline: value what is known, learn to predict value from what is known before an experiment, and take the
 * candidates of the highest expected value. Wibiral et al., "LossVal", appendix C.
 *
 * <p>We differ in four points: values are learnt as ranks; nothing is ranked by value unless the {@link SkillGate} is
 * passed, and the widest gaps are filled instead; every expected value has the spread of the forest's trees, and every
 * pick the share of resampled forests that would pick it; and money counts as value per cost when it is limited.
 */
final class ValueAcquirer implements Acquirer {

    private static final int PRESELECTION = 5;
    private static final int RESAMPLES = 200;

    private final String name;
    private final Acquirers.Appraisal appraisal;
    private final Acquirers.BaseSkillTest baseSkill;
    private final SecondaryModel.Trainer secondary;
    private final Diversity diversity;

    ValueAcquirer(
            String method,
            Acquirers.Appraisal appraisal,
            Acquirers.BaseSkillTest baseSkill,
            SecondaryModel.Trainer secondary,
            Diversity diversity) {
        this.name = "value:" + method
                + (diversity == Diversity.NONE ? "" : "+" + diversity.name().toLowerCase(Locale.ROOT));
        this.appraisal = appraisal;
        this.baseSkill = baseSkill;
        this.secondary = secondary;
        this.diversity = diversity;
    }

    @Override
    public Plan choose(Dataset known, Candidates pool, Budget budget, Seed seed) {
        Valuation valuation = appraisal.value(known, seed.derive("valuation"));
        SecondaryModel model = secondary.fit(known.configurable(), valuation.values(), seed.derive("secondary model"));
        BaseSkill base = baseSkill.measure(known, seed.derive("base skill"));
        SkillGate gate = new SkillGate(base, model.skill());
        if (!gate.passed()) {
            return fallBack(known, pool, budget, seed, gate, valuation);
        }
        Matrix members = model.memberPredictions(pool.features());
        Selection selection = new Selection(known, pool, budget);
        double[] expected = means(members, IntStream.range(0, members.columns()).toArray());
        List<Integer> chosen = selection.best(expected);
        double[] frequency = frequencies(members, selection, seed.derive("resampled trees"));
        List<Pick> picks = new ArrayList<>();
        for (int candidate : chosen) {
            double[] sorted = members.row(candidate);
            Arrays.sort(sorted);
            NearestPast past = NearestPast.of(pool.features(), candidate, known, selection.configurable);
            picks.add(new Pick(
                    candidate,
                    pool.ids().get(candidate),
                    expected[candidate],
                    quantile(sorted, 0.1),
                    quantile(sorted, 0.9),
                    frequency[candidate],
                    past.id(),
                    past.distance(),
                    pool.cost(candidate),
                    reason(expected[candidate], budget, past)));
        }
        return new Plan(name, name, picks, Optional.of(gate), Optional.of(valuation), List.of(CAUTION));
    }

    /** Measured in a study of our own, before the product; docs/internals.md says how. */
    private static final String CAUTION =
            "Values explain, clean and filter; they are not a shopping list. Measured on 14"
                    + " problems, buying the highest expected values was worse than buying at random on 9 to 13 of them: such"
                    + " batches cluster. Filling gaps (farthest-point) beat random choice, modestly.";

    private Plan fallBack(
            Dataset known, Candidates pool, Budget budget, Seed seed, SkillGate gate, Valuation valuation) {
        Plan filling = new FarthestPointAcquirer().choose(known, pool, budget, seed);
        String what = gate.base().beatsConstant()
                ? "values cannot be predicted from what is known before a test"
                : "the target model predicts no better than a constant, so its values mean nothing";
        return new Plan(
                name,
                filling.used(),
                filling.picks(),
                Optional.of(gate),
                Optional.of(valuation),
                List.of("Skill gate not passed: " + what + ". The plan fills the widest gaps instead."));
    }

    private String reason(double expected, Budget budget, NearestPast past) {
        String perCost = budget.isLimitedByMoney() ? ", among the best per cost" : "";
        String spread = diversity == Diversity.CORESET ? ", spread out" : "";
        return String.format(Locale.ROOT, "expected to be worth more than %.0f %% of past tests", 100 * expected)
                + perCost
                + spread
                + past.warning();
    }

    /** How often each candidate is chosen when the members of the secondary model are drawn with replacement. */
    private static double[] frequencies(Matrix members, Selection selection, Seed seed) {
        double[] frequency = new double[members.rows()];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] draw = seed.derive(resample)
                    .generator()
                    .ints(members.columns(), 0, members.columns())
                    .toArray();
            for (int candidate : selection.best(means(members, draw))) {
                frequency[candidate] += 1.0 / RESAMPLES;
            }
        }
        return frequency;
    }

    private static double[] means(Matrix members, int[] draw) {
        double[] means = new double[members.rows()];
        for (int row = 0; row < means.length; row++) {
            double sum = 0;
            for (int member : draw) {
                sum += members.at(row, member);
            }
            means[row] = sum / draw.length;
        }
        return means;
    }

    /** Linear interpolation between order statistics. */
    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** From expected values to a batch. */
    private final class Selection {

        private final Candidates pool;
        private final Budget budget;
        private final Matrix configurable;

        Selection(Dataset known, Candidates pool, Budget budget) {
            this.pool = pool;
            this.budget = budget;
            this.configurable = known.configurable();
        }

        List<Integer> best(double[] expected) {
            Integer[] order = new Integer[expected.length];
            Arrays.setAll(order, i -> i);
            double[] worth = new double[expected.length];
            Arrays.setAll(worth, i -> budget.isLimitedByMoney() ? expected[i] / pool.cost(i) : expected[i]);
            Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -worth[i]));
            return diversity == Diversity.NONE ? fill(order) : spread(order, expected.length);
        }

        private List<Integer> fill(Integer[] order) {
            Purse purse = new Purse(budget, pool);
            List<Integer> chosen = new ArrayList<>();
            for (int candidate : order) {
                if (purse.affords(candidate)) {
                    purse.pay(candidate);
                    chosen.add(candidate);
                }
            }
            return chosen;
        }

        private List<Integer> spread(Integer[] order, int size) {
            int[] best = Arrays.stream(order)
                    .limit(Math.min(size, (long) PRESELECTION * budget.batch()))
                    .mapToInt(i -> i)
                    .toArray();
            FarthestPoint cover =
                    new FarthestPoint(configurable, pool.features().select(best));
            Purse purse = new Purse(budget, pool);
            List<Integer> chosen = new ArrayList<>();
            for (Optional<FarthestPoint.Gap> gap = cover.pick(i -> purse.affords(best[i]));
                    gap.isPresent();
                    gap = cover.pick(i -> purse.affords(best[i]))) {
                int candidate = best[gap.get().candidate()];
                purse.pay(candidate);
                chosen.add(candidate);
            }
            return chosen;
        }
    }
}
