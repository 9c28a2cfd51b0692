package assay.campaigns.cli;

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
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.acquisition.strategy.Diversity;
import assay.acquisition.strategy.Strategies;
import assay.acquisition.trial.CrossValidation;
import assay.acquisition.trial.PerRoundChoice;
import assay.acquisition.trial.ReplayedChoice;
import assay.campaigns.cli.StrategyName.Kind;
import assay.surrogate.Surrogates;
import assay.valuation.CrossHoldout;
import assay.valuation.KnnShapley;
import assay.valuation.Valuators;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes strategies of names, with the models they need: the one place, so that every command means the same by a name.
 *
 * @param modelling the target model, and the valuation methods of all names that will be asked for
 * @param task of the known tests
 * @param holdout that values are measured against; absent for holdouts in turn
 * @param runner where they learn
 * @param order of time in which auto replays the known tests
 * @param ads its settings
 * @param start how many tests a simulated campaign starts with; absent outside of simulations
 */
record StrategyMaker(
        Modelling modelling,
        Task task,
        Optional<Dataset> holdout,
        Runner runner,
        ReplayedChoice.TimeOrder order,
        AdsSettings ads,
        Optional<Integer> start) {

    /** Of the forest that is asked for uncertainty and for clusters. */
    private static final int TREES = 200;

    /** Of a deep ensemble. */
    private static final int MEMBERS = 5;

    /** Of networks that have to say what is in dispute. */
    private static final int NETWORKS = 8;

    private static final int BOOTSTRAPS = 20;

    /** Of the past, by which auto chooses; as many again measure what it chose. */
    private static final int REPLAYS = 10;

    /** Fewer known tests are not replayed. */
    private static final int FEWEST = 40;

    /** Of forests in replays, also in place of other models that take long. */
    private static final int REPLAYED_TREES = 50;

    private static final int REPLAYED_FOLDS = 3;

    /** Beyond, auto leaves out the strategies that keep hundreds of numbers for each candidate: they would not fit into 2 GB. */
    static final int LARGEST_POOL = 200_000;

    /** What strategies learn with. */
    private record Tools(
            TargetModel.Trainer trainer,
            Strategies.OutOfFoldErrors errors,
            SecondaryModel.Trainer secondary,
            EnsembleModel.Trainer trees,
            EnsembleModel.Trainer ensemble,
            FeatureImportance importance) {}

    /** For a plan, not for a simulation. */
    StrategyMaker(
            Modelling modelling,
            Task task,
            Optional<Dataset> holdout,
            Runner runner,
            ReplayedChoice.TimeOrder order,
            AdsSettings ads) {
        this(modelling, task, holdout, runner, order, ads, Optional.empty());
    }

    Strategy strategy(StrategyName name) {
        return strategy(name, tools());
    }

    private Strategy strategy(StrategyName name, Tools tools) {
        return Strategies.spreadOut(plain(name, tools), name.diversity(), tools.trainer());
    }

    private Tools tools() {
        return new Tools(
                modelling.trainer(),
                (known, seed) -> CrossValidation.errors(known, modelling.trainer(), modelling.folds(), seed, runner),
                Surrogates.secondaryForest(runner),
                Surrogates.trees(TREES, runner),
                ensemble(),
                Surrogates.forestImportance(TREES, runner));
    }

    /** For replays, which are many. */
    private Tools quickTools() {
        return new Tools(
                quickTrainer(),
                (known, seed) -> CrossValidation.errors(known, quickTrainer(), REPLAYED_FOLDS, seed, runner),
                Surrogates.secondaryForest(REPLAYED_TREES, runner),
                Surrogates.trees(REPLAYED_TREES, runner),
                isQuick() ? ensemble() : Surrogates.trees(REPLAYED_TREES, runner),
                Surrogates.forestImportance(REPLAYED_TREES, runner));
    }

    /** Of the target model; the same model from other draws of the tests where a seed does not matter to it. */
    private EnsembleModel.Trainer ensemble() {
        return switch (modelling.kind()) {
            case FOREST -> Surrogates.trees(TREES, runner);
            case LINEAR, KNN -> Strategies.bootstraps(modelling.trainer(), BOOTSTRAPS, runner);
            case COMPACT, DL4J, CNN -> Strategies.ensemble(modelling.trainer(), NETWORKS, runner);
        };
    }

    private boolean isQuick() {
        return modelling.kind() == ModelKind.LINEAR || modelling.kind() == ModelKind.KNN;
    }

    private TargetModel.Trainer quickTrainer() {
        return isQuick() ? modelling.trainer() : Surrogates.forest(REPLAYED_TREES, Runner.SEQUENTIAL);
    }

    private Strategy plain(StrategyName name, Tools tools) {
        SecondaryModel.Trainer secondary = tools.secondary();
        Strategies.OutOfFoldErrors errors = tools.errors();
        EnsembleModel.Trainer trees = tools.trees();
        FeatureImportance importance = tools.importance();
        return switch (name.kind()) {
            case AUTO -> auto();
            case BANDIT ->
                new PerRoundChoice(
                        shortlist().stream()
                                .map(ReplayedChoice.Contender::taken)
                                .toList(),
                        modelling.trainer(),
                        start.orElseThrow(),
                        runner);
            case FARTHEST_POINT -> Strategies.farthestPoint();
            case ALC -> Strategies.alc();
            case ALC_PLAIN -> Strategies.alcPlain();
            case ALC_IMPORTANCE -> Strategies.alcScaled(importance);
            case ALC_ERROR -> Strategies.alcByError(errors, secondary);
            case ALC_COMMITTEE -> Strategies.alcCommittee(importance, errors, secondary);
            case ALC_ROBUST -> Strategies.alcRobust(errors, secondary);
            case ALC_ENSEMBLE -> Strategies.alcEnsemble(tools.ensemble(), errors, secondary);
            case ERROR_COVERAGE -> Strategies.errorCoverage(errors, secondary);
            case LCMD -> Strategies.lcmd(trees);
            case ERROR -> Strategies.error(errors, secondary);
            case UNCERTAINTY -> Strategies.uncertainty(trees);
            case ENTROPY -> Strategies.entropy(tools.trainer());
            case MARGIN -> Strategies.margin(tools.trainer());
            case BALD -> Strategies.bald(Strategies.ensemble(modelling.trainer(), MEMBERS, runner));
            case ADS -> Strategies.ads(this::appraised, ads.preselection());
            case RANDOM -> Strategies.random();
            case NULL -> Strategies.nullArm();
            case RANDOM_IN_REGION -> Strategies.randomInRegion();
            case RANDOM_PREFILTER -> Strategies.randomPrefilter();
            case VALUE -> byValue(name.method().orElseThrow(), secondary);
        };
    }

    /**
     * What auto and bandit choose between: what did best in our study, of numbers and of classes. The first is what auto takes if none wins
     * replays; the second if there are none: it heeds a region, and needs no folds of what may be few tests.
     */
    private List<ReplayedChoice.Contender> shortlist() {
        Stream<StrategyName> names = task instanceof Task.Classification
                ? Stream.of(
                        name(Kind.ALC_ENSEMBLE, Diversity.NONE),
                        name(Kind.ALC, Diversity.NONE),
                        name(Kind.MARGIN, Diversity.CORESET),
                        name(Kind.ENTROPY, Diversity.NONE))
                : Stream.of(Kind.ALC_ENSEMBLE, Kind.ALC_PLAIN, Kind.ERROR_COVERAGE, Kind.FARTHEST_POINT)
                        .map(kind -> name(kind, Diversity.NONE));
        return names.map(name -> new ReplayedChoice.Contender(strategy(name, tools()), strategy(name, quickTools())))
                .toList();
    }

    private static StrategyName name(Kind kind, Diversity diversity) {
        return new StrategyName(kind, Optional.empty(), diversity);
    }

    private Strategy auto() {
        TargetModel.Trainer trainer = quickTrainer();
        List<ReplayedChoice.Contender> shortlist = shortlist();
        return new ReplayedChoice(
                shortlist,
                Strategies.random(),
                shortlist.get(0),
                shortlist.get(1),
                ReplayedChoice.Contender.of(Strategies.farthestPoint()),
                new ReplayedChoice.Settings(
                        trainer,
                        isQuick() ? Optional.empty() : Optional.of("a forest of %d trees".formatted(REPLAYED_TREES)),
                        fewest(trainer),
                        LARGEST_POOL,
                        REPLAYS),
                order,
                runner);
    }

    /** A replay starts with a third, and the errors of that, and of all, are measured out of fold. */
    private int fewest(TargetModel.Trainer trainer) {
        return Math.max(FEWEST, Math.max(modelling.folds(), 6 * trainer.leastRows()));
    }

    private Strategy byValue(MethodName method, SecondaryModel.Trainer secondary) {
        Modelling one = modelling.only(method);
        return Strategies.byValue(
                method.toString(),
                new Appraising(one, holdout),
                (known, seed) -> one.baseSkill(known, seed, runner),
                secondary);
    }

    /** Values by one method. Where seconds are limited, all halves together have half as many again. */
    private record Appraising(Modelling modelling, Optional<Dataset> holdout) implements Strategies.Appraisal {

        private static final double SHARE = 0.5 / HALVES;

        @Override
        public Valuation value(Dataset known, Seed seed) {
            return modelling.value(known, holdout, seed);
        }

        @Override
        public Optional<Valuation> valueHalf(Dataset half, Seed seed) {
            int fewest = Math.max(
                    FEWEST, Math.max(modelling.folds(), 2 * modelling.trainer().leastRows()));
            return half.size() < fewest
                    ? Optional.empty()
                    : Optional.of(modelling.ofHalves(SHARE).value(half, holdout, seed));
        }
    }

    /**
     * KNN-Shapley values in the embedding of a network that was trained on all known experiments, against the holdout, or against holdouts
     * in turn where there is none; those the network has seen.
     */
    private Strategies.Appraised appraised(Dataset known, Seed seed) {
        if (!(modelling.trainer().fit(known, seed.derive("network")) instanceof Embedding network)) {
            throw new AssertionError("ads with a model that has no embedding: " + modelling.model());
        }
        Valuator shapley = Valuators.of(KnnShapley.DEFAULT, modelling.trainer(), runner);
        Dataset seen = embedded(known, network);
        Seed valuing = seed.derive("values");
        if (holdout.isEmpty()) {
            return new Strategies.Appraised(network, CrossHoldout.value(shapley, seen, modelling.folds(), valuing));
        }
        Dataset judge = embedded(holdout.get(), network);
        Optional<Strategies.Worth> exact = ads.worth() == AdsSettings.Worth.EXACT
                ? Optional.of(Valuators.knnShapleyOfCandidates(
                        seen, judge, KnnShapley.DEFAULT.neighbours().get(0))::apply)
                : Optional.empty();
        return new Strategies.Appraised(network, shapley.value(seen, judge, valuing), exact);
    }

    private static Dataset embedded(Dataset data, Embedding network) {
        Matrix features = network.embed(data.configurable());
        return new Dataset(data.ids(), features, features.columns(), data.targets(), data.task());
    }
}
