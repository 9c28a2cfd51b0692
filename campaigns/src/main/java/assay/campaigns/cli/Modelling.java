package assay.campaigns.cli;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Encoding;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import assay.acquisition.trial.CrossValidation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.CrossHoldout;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import java.util.List;
import java.util.Optional;

/**
 * The models and methods that a command line asks for, ready to be trained.
 *
 * @param model name of the target model
 * @param trainer of the target model
 * @param method the valuation method; absent if none was asked for
 * @param valuator that method, with its models
 * @param scaling of the features
 * @param folds holdouts in turn, of valuation without a holdout and of the skill of the target model
 * @param neighbours how many tests the target model needs to learn from
 */
record Modelling(
        String model,
        TargetModel.Trainer trainer,
        Optional<ValuationMethod> method,
        Optional<Valuator> valuator,
        Encoding.Scaling scaling,
        int folds,
        int neighbours) {

    private static final int DEFAULT_FOLDS = 5;
    private static final int DEFAULT_TREES = 200;
    private static final int DEFAULT_NEIGHBOURS = 5;

    /** true or false, as a setting. */
    private enum Answer {
        TRUE,
        FALSE
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException for a setting that is out of bounds or that nobody knows
     */
    static Modelling of(ModelKind kind, Optional<MethodName> name, Settings settings, Runner runner) {
        Modelling modelling = read(kind, name, settings, runner);
        settings.rejectUnknown(
                name.map(n -> n + " with " + Typed.word(kind)).orElseGet(() -> "the model " + Typed.word(kind)));
        return modelling;
    }

    /**
     * Reads the settings of several methods: each takes those that it knows.
     *
     * @param names at least one
     * @throws IllegalArgumentException for a setting that is out of bounds or that none of them knows
     */
    static List<Modelling> each(ModelKind kind, List<MethodName> names, Settings settings, Runner runner) {
        List<Modelling> all = names.stream()
                .map(name -> read(kind, Optional.of(name), settings, runner))
                .toList();
        settings.rejectUnknown("none of " + names + " with " + Typed.word(kind));
        return all;
    }

    private static Modelling read(ModelKind kind, Optional<MethodName> name, Settings settings, Runner runner) {
        Encoding.Scaling scaling = settings.choice("standardise", Answer.TRUE) == Answer.TRUE
                ? Encoding.Scaling.STANDARDISED
                : Encoding.Scaling.RAW;
        int folds = atLeast(2, "folds", settings, DEFAULT_FOLDS);
        int neighbours = kind == ModelKind.KNN ? settings.integer("k", DEFAULT_NEIGHBOURS) : 1;
        Optional<ValuationMethod> method = name.map(n -> n.method(settings));
        if (method.filter(ValuationMethod::takesPartInTraining).isPresent() && !kind.isNetwork()) {
            throw new IllegalArgumentException("method %s takes part in the training of a network, but the model is %s."
                            .formatted(name.orElseThrow(), Typed.word(kind))
                    + " Maybe --model compact?");
        }
        TargetModel.Trainer trainer = kind.isNetwork() ? network(kind, settings) : other(kind, neighbours, settings);
        Optional<Valuator> valuator = method.map(m -> Valuators.of(m, trainer, runner));
        return new Modelling(Typed.word(kind), trainer, method, valuator, scaling, folds, neighbours);
    }

    private static int atLeast(int bound, String key, Settings settings, int otherwise) {
        int value = settings.integer(key, otherwise);
        if (value < bound) {
            throw new IllegalArgumentException("%s (%d) must be at least %d".formatted(key, value, bound));
        }
        return value;
    }

    private static Differentiable.Trainer network(ModelKind kind, Settings settings) {
        MlpSettings defaults = MlpSettings.DEFAULT;
        MlpSettings mlp = new MlpSettings(
                settings.integer("layers", defaults.layers()),
                settings.integer("hidden", defaults.hidden()),
                settings.choice("activation", defaults.activation()),
                settings.choice("optimiser", defaults.optimiser()),
                settings.number("rate", defaults.rate()),
                settings.integer("epochs", defaults.epochs()),
                settings.integer("batch", defaults.batch()),
                settings.integer("patience", defaults.patience()));
        return kind == ModelKind.DL4J ? Surrogates.dl4j(mlp) : Surrogates.compact(mlp);
    }

    private static TargetModel.Trainer other(ModelKind kind, int neighbours, Settings settings) {
        return switch (kind) {
            case LINEAR -> Surrogates.linear();
            // Grown within tasks that are parallel already.
            case FOREST -> Surrogates.forest(atLeast(1, "models", settings, DEFAULT_TREES), Runner.SEQUENTIAL);
            case KNN -> Surrogates.knn(neighbours);
            case COMPACT, DL4J -> throw new AssertionError(kind + " is a network");
        };
    }

    /** Values the known tests against a holdout, or against holdouts in turn where there is none. */
    Valuation value(Dataset known, Optional<Dataset> holdout, Seed seed) {
        Valuator chosen = valuator.orElseThrow();
        return holdout.isPresent()
                ? chosen.value(known, holdout.get(), seed)
                : CrossHoldout.value(chosen, known, folds, seed);
    }

    /**
     * This, if its target model can learn from what a holdout leaves over.
     *
     * @param tests how many there are
     * @throws IllegalArgumentException if it needs more
     */
    Modelling checkedFor(int tests) {
        int left = tests - (tests + folds - 1) / folds;
        if (neighbours > left) {
            throw new IllegalArgumentException(
                    "k (%d) must be at most the number of tests that are left without a holdout (%d of %d; folds=%d)"
                            .formatted(neighbours, left, tests, folds));
        }
        return this;
    }

    /** The same as {@link #baseSkill}; absent if there are too few tests to learn from, or a constant is never wrong. */
    Optional<BaseSkill> baseSkillIfAny(Dataset known, Seed seed, Runner runner) {
        int parts = Math.min(folds, known.size());
        if (parts < 2 || known.size() - (known.size() + parts - 1) / parts < neighbours) {
            return Optional.empty();
        }
        return Optional.of(CrossValidation.skill(known, trainer, parts, seed, runner))
                .filter(skill -> Double.isFinite(skill.score()) && Double.isFinite(skill.lower()));
    }

    /** How far the target model beats a constant, out of fold. */
    BaseSkill baseSkill(Dataset known, Seed seed, Runner runner) {
        return CrossValidation.skill(known, trainer, folds, seed, runner);
    }
}
