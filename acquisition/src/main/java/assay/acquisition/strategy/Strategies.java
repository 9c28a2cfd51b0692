package assay.acquisition.strategy;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.EnsembleModel;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import java.util.Optional;

/** The door to the strategies. */
public final class Strategies {

    /** Values all known experiments: a valuation method with its holdout settled. */
    @FunctionalInterface
    public interface Appraisal {

        /** @return one value per row of {@code known} */
        Valuation value(Dataset known, Seed seed);

        /**
         * Values half of a history as if there were no more, to see how far another history would agree. In a smaller part of the time, where
         * time is limited.
         *
         * @return empty if these are too few to be valued; by default if they are fewer than {@value #FEWEST}
         */
        default Optional<Valuation> valueHalf(Dataset half, Seed seed) {
            return half.size() < FEWEST ? Optional.empty() : Optional.of(value(half, seed));
        }

        /** Half of a history that has something to say. */
        int FEWEST = 20;

        /** So many halves are valued, at most, for one preference. */
        int HALVES = 8;
    }

    /** Measures how far the target model that values are made with beats a constant. */
    @FunctionalInterface
    public interface BaseSkillTest {

        /** Out of fold, on the known experiments. */
        BaseSkill measure(Dataset known, Seed seed);
    }

    /** Predicts every known experiment by a target model that has not seen it. */
    @FunctionalInterface
    public interface OutOfFoldErrors {

        /** @return |target - prediction| of each experiment, or 1 - probability of its class */
        double[] measure(Dataset known, Seed seed);
    }

    /** What candidates would be worth, were they known. */
    @FunctionalInterface
    public interface Worth {

        /**
         * @param embedded m x h, as the network sees them
         * @return m x C, a value for each class that the candidate may turn out to have
         */
        Matrix byClass(Matrix embedded);
    }

    /**
     * A network, and what known experiments are worth in its eyes.
     *
     * @param network trained on the features that were given
     * @param values one per known experiment
     * @param worth of candidates, if it need not be guessed from the values of their neighbours
     */
    public record Appraised(Embedding network, Valuation values, Optional<Worth> worth) {

        /** Candidates are worth what their neighbours are. */
        public Appraised(Embedding network, Valuation values) {
            this(network, values, Optional.empty());
        }
    }

    /** Trains a network on known experiments and values them in its embedding. */
    @FunctionalInterface
    public interface EmbeddedAppraisal {

        /** @param known with configurable features only */
        Appraised appraise(Dataset known, Seed seed);
    }

    private Strategies() {}

    /** Active Data Shapley: of the candidates of highest expected value in a network's embedding, a batch that is spread out there. */
    public static Strategy ads(EmbeddedAppraisal appraisal) {
        return ads(appraisal, Preselection.DEFAULT);
    }

    /** The same with another share, or other neighbours. A share of 1 is greedy k-center in the embedding, as CoreSet has it. */
    public static Strategy ads(EmbeddedAppraisal appraisal, Preselection preselection) {
        return new ActiveShapley(appraisal, preselection);
    }

    /**
     * Greedy integrated variance reduction: what explains most of the candidates in the declared region. The kernel has a length per
     * feature, found anew each round with the noise.
     */
    public static Strategy alc() {
        return new IntegratedVariance("alc", KernelCommittee.fitted(), IntegratedVariance::alike);
    }

    /** The same with one length, the median distance of experiments, and noise of 0.05 of the signal: nothing is fitted. */
    public static Strategy alcPlain() {
        return new IntegratedVariance("alc-plain", KernelCommittee.plain(), IntegratedVariance::alike);
    }

    /** The same as {@link #alcPlain()}, but differences in important features count more. */
    public static Strategy alcScaled(FeatureImportance importance) {
        return new IntegratedVariance("alc-importance", KernelCommittee.scaled(importance), IntegratedVariance::alike);
    }

    /**
     * The same as {@link #alc()}, but the variance of a candidate counts as much as its predicted squared error, as far as errors
     * can be predicted at all.
     */
    public static Strategy alcByError(OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new IntegratedVariance("alc-error", KernelCommittee.fitted(), byError(errors, secondary));
    }

    /**
     * Greedy integrated variance reduction for a committee of two kernels, averaging the share of the uncertainty that a result would take:
     * one with a common length, which holds where candidates leave the known experiments, and one with a length per feature whose
     * prior follows a forest's importances, which finds inert settings. Variances count by predicted squared errors, as far as errors
     * can be predicted.
     */
    public static Strategy alcCommittee(
            FeatureImportance importance, OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new IntegratedVariance(
                "alc-committee",
                KernelCommittee.common().and(KernelCommittee.informed(importance)),
                byError(errors, secondary));
    }

    /**
     * Greedy integrated variance reduction for a committee of two that fits no kernel: the smooth one of {@link #alcPlain()} and a rough one.
     * Variances count by predicted squared errors, as far as errors can be predicted.
     */
    public static Strategy alcRobust(OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new IntegratedVariance("alc-robust", smoothAndRough(), byError(errors, secondary));
    }

    /**
     * The same with a third member, by which experiments are alike that the members of an ensemble are wrong about together: the model that
     * learns from the picks says what it is unsure about.
     *
     * @param ensemble of the target model: the trees of a forest, an {@link #ensemble} of networks, or {@link #bootstraps}
     */
    public static Strategy alcEnsemble(
            EnsembleModel.Trainer ensemble, OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new IntegratedVariance(
                "alc-ensemble", smoothAndRough().and(KernelCommittee.disputed(ensemble)), byError(errors, secondary));
    }

    private static KernelCommittee smoothAndRough() {
        return KernelCommittee.plain().and(KernelCommittee.rough());
    }

    private static IntegratedVariance.Weights byError(OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return (situation, seed) ->
                ErrorModel.of(situation, errors, secondary, seed).shrunkSquares();
    }

    /** Candidates where the target model is expected to err most, whether or not they are alike. */
    public static Strategy error(OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new ErrorStrategy(errors, secondary);
    }

    /** Wide gaps between known experiments where the target model is expected to err. */
    public static Strategy errorCoverage(OutOfFoldErrors errors, SecondaryModel.Trainer secondary) {
        return new ErrorCoverage(errors, secondary);
    }

    /** Fills the widest gaps between known experiments: coverage, whatever the target. */
    public static Strategy farthestPoint() {
        return new FarthestPointStrategy();
    }

    /** The baseline: candidates drawn without looking. */
    public static Strategy random() {
        return new RandomStrategy("random", "random picks", RandomStrategy.Where.ANYWHERE);
    }

    /** A control: a second random arm, which shows what chance does. */
    public static Strategy nullArm() {
        return new RandomStrategy("null", "null picks", RandomStrategy.Where.ANYWHERE);
    }

    /** A control: random candidates of the declared region. */
    public static Strategy randomInRegion() {
        return new RandomStrategy("random-in-region", "random picks in the region", RandomStrategy.Where.IN_REGION);
    }

    /** A control: five times as many random candidates as the batch, thinned out. What spreading out does by itself. */
    public static Strategy randomPrefilter() {
        return new SpreadOut(new RandomStrategy("random-prefilter", "prefilter", RandomStrategy.Where.ANYWHERE));
    }

    /**
     * Candidates that the members of an ensemble disagree about.
     *
     * @param trainer a forest, whose trees are the members, or an {@link #ensemble}
     */
    public static Strategy uncertainty(EnsembleModel.Trainer trainer) {
        return new Disagreement("uncertainty", trainer);
    }

    /**
     * The same for an ensemble of target models: mutual information of class and member, or the spread of numbers.
     *
     * @param trainer an {@link #ensemble} of the target model
     */
    public static Strategy bald(EnsembleModel.Trainer trainer) {
        return new Disagreement("bald", trainer);
    }

    /**
     * The target model trained from several seeds.
     *
     * @param members at least 2
     * @param runner where they are trained
     */
    public static EnsembleModel.Trainer ensemble(TargetModel.Trainer trainer, int members, Runner runner) {
        return new DeepEnsemble(trainer, members, runner);
    }

    /**
     * The target model trained on draws, with replacement, of as many experiments (Breiman, "Bagging predictors", Machine Learning 24, 1996): an ensemble of
     * models that draw no random numbers themselves.
     *
     * @param members at least 2
     * @param runner where they are trained
     */
    public static EnsembleModel.Trainer bootstraps(TargetModel.Trainer trainer, int members, Runner runner) {
        return ensemble(
                (train, seed) -> {
                    int n = train.size();
                    int[] drawn = seed.derive("draw").generator().ints(n, 0, n).toArray();
                    return trainer.fit(train.select(drawn), seed);
                },
                members,
                runner);
    }

    /** Candidates whose class the target model leaves open: the highest entropy. Refuses targets that are numbers. */
    public static Strategy entropy(TargetModel.Trainer trainer) {
        return Undecided.entropy(trainer);
    }

    /** Candidates between two classes: the smallest lead of the likeliest. Refuses targets that are numbers. */
    public static Strategy margin(TargetModel.Trainer trainer) {
        return Undecided.margin(trainer);
    }

    /**
     * From each of the largest clusters the farthest, as the trees of a forest see it.
     *
     * @param trees a forest, whose trees are the members
     */
    public static Strategy lcmd(EnsembleModel.Trainer trees) {
        return new LargestCluster(trees);
    }

    /**
     * The papers' pipeline: candidates of the highest expected value, if the skill gate is passed; else gaps are filled.
     *
     * @param method name of the valuation method
     */
    public static Strategy byValue(
            String method, Appraisal appraisal, BaseSkillTest baseSkill, SecondaryModel.Trainer secondary) {
        return new ValueStrategy(method, appraisal, Optional.of(baseSkill), secondary);
    }

    /** The same without a skill gate, as the papers have it: for experiments that measure what the values are good for. */
    public static Strategy byValueUngated(String method, Appraisal appraisal, SecondaryModel.Trainer secondary) {
        return new ValueStrategy(method, appraisal, Optional.empty(), secondary);
    }

    /**
     * What a strategy likes best, in five-fold number, spread out.
     *
     * @param trainer of the networks that BADGE looks at; their models must be {@link Embedding}s
     */
    public static Strategy spreadOut(Strategy strategy, Diversity diversity, TargetModel.Trainer trainer) {
        return switch (diversity) {
            case NONE -> strategy;
            case CORESET -> thinnedOut(strategy);
            case KMEDIANS -> new PickedOut(strategy, "+kmedians", Pickers::kMedians);
            case BADGE -> new PickedOut(strategy, "+badge", Pickers.badge(trainer));
        };
    }

    /** The five-fold batch that a strategy likes best, thinned out by the greedy k-center algorithm. */
    public static Strategy thinnedOut(Strategy strategy) {
        return new SpreadOut(strategy);
    }
}
