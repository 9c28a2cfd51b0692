package assay.campaigns.cli;

import assay.acquisition.BaseSkill;
import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Encoding;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.trial.CrossValidation;
import assay.kernels.Products;
import assay.kernels.WarmUp;
import assay.surrogate.CnnSettings;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.CrossHoldout;
import assay.valuation.JointValuator;
import assay.valuation.Journal;
import assay.valuation.KnnShapley;
import assay.valuation.LossVal;
import assay.valuation.Retraining;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The models and methods that a command line asks for, ready to be trained.
 *
 * @param kind of the target model
 * @param trainer of the target model
 * @param methods the valuation methods; empty if none was asked for
 * @param runner where they run
 * @param seconds that methods which retrain may take; as many as there are if nothing was said
 * @param scaling of the features
 * @param folds holdouts in turn, of valuation without a holdout and of the skill of the target model
 * @param neighbours how many tests the target model needs to learn from
 */
record Modelling(
        ModelKind kind,
        TargetModel.Trainer trainer,
        List<ValuationMethod> methods,
        Runner runner,
        double seconds,
        Encoding.Scaling scaling,
        int folds,
        int neighbours) {

    private static final Pattern IMAGE = Pattern.compile("(\\d{1,5})x(\\d{1,5})(?:x(\\d{1,5}))?");
    private static final int DEFAULT_FOLDS = 5;
    private static final int TESTS_PER_RESULT = 10;
    private static final int DEFAULT_TREES = 200;
    private static final int DEFAULT_NEIGHBOURS = 5;

    /** Named settings of a network, which other settings change. */
    private enum Preset {
        /** The classification network of the LossVal paper. */
        LOSSVAL,
        /** The network for ROLC_p of crash tests. */
        ROLC_P
    }

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
    static Modelling of(ModelKind kind, List<MethodName> names, Settings settings, Runner runner) {
        Encoding.Scaling scaling = scaling(kind, settings);
        int folds = atLeast(2, "folds", settings, DEFAULT_FOLDS);
        int neighbours = kind == ModelKind.KNN ? settings.integer("k", DEFAULT_NEIGHBOURS) : 1;
        List<ValuationMethod> methods =
                names.stream().map(name -> name.method(settings)).toList();
        methods.stream()
                .filter(method -> method.takesPartInTraining() && !kind.isNetwork())
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalArgumentException(
                            "method %s takes part in the training of a network, but the model is %s. Maybe --model compact?"
                                    .formatted(method.name(), Typed.word(kind)));
                });
        boolean retrains = methods.stream().anyMatch(Retraining.class::isInstance);
        double seconds = retrains ? seconds(settings) : Double.MAX_VALUE;
        TargetModel.Trainer trainer = kind.isNetwork()
                ? network(kind, settings, ofLossVal(methods))
                : other(kind, neighbours, retrains ? "trees" : "models", settings);
        String asked = names.isEmpty()
                ? "the model " + Typed.word(kind)
                : names.stream().map(MethodName::toString).collect(Collectors.joining(", ")) + " with "
                        + Typed.word(kind);
        settings.rejectUnknown(asked);
        return new Modelling(kind, trainer, methods, runner, seconds, scaling, folds, neighbours);
    }

    /** Of an image every pixel counts, as bright as it is; the network finds its unit itself. */
    private static Encoding.Scaling scaling(ModelKind kind, Settings settings) {
        if (kind == ModelKind.CNN) {
            return Encoding.Scaling.PIXELS;
        }
        return settings.choice("standardise", Answer.TRUE) == Answer.TRUE
                ? Encoding.Scaling.STANDARDISED
                : Encoding.Scaling.RAW;
    }

    private static double seconds(Settings settings) {
        double seconds = settings.number("seconds", Double.MAX_VALUE);
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds (%s) must be a positive number".formatted(seconds));
        }
        return seconds;
    }

    private static int atLeast(int bound, String key, Settings settings, int otherwise) {
        int value = settings.integer(key, otherwise);
        if (value < bound) {
            throw new IllegalArgumentException("%s (%d) must be at least %d".formatted(key, value, bound));
        }
        return value;
    }

    /** What LossVal says is the same on every machine; then so is what is said of its network. */
    private static boolean ofLossVal(List<ValuationMethod> methods) {
        return !methods.isEmpty() && methods.stream().allMatch(LossVal.class::isInstance);
    }

    /** Lets the virtual machine get ready to train networks on our engine, if that is what will be trained. */
    void warmUp(BooleanSupplier stop) {
        if (kind == ModelKind.COMPACT) {
            WarmUp.run(ofLossVal(methods) ? Products.REPRODUCIBLE : Products.FAST, stop);
        }
    }

    private static Differentiable.Trainer network(ModelKind kind, Settings settings, boolean reproducible) {
        MlpSettings defaults =
                settings.choice("preset", Preset.LOSSVAL) == Preset.ROLC_P ? MlpSettings.ROLC_P : MlpSettings.DEFAULT;
        MlpSettings mlp = new MlpSettings(
                settings.integer("layers", defaults.layers()),
                settings.integer("hidden", defaults.hidden()),
                settings.choice("activation", defaults.activation()),
                settings.choice("optimiser", defaults.optimiser()),
                settings.number("rate", defaults.rate()),
                settings.integer("epochs", defaults.epochs()),
                settings.integer("batch", defaults.batch()),
                settings.integer("patience", defaults.patience()));
        Differentiable.Trainer network = kind == ModelKind.DL4J ? Surrogates.dl4j(mlp) : Surrogates.compact(mlp);
        return reproducible ? network.reproducible() : network;
    }

    private static CnnSettings cnn(Settings settings) {
        String image = settings.text("image")
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the model cnn needs to know how high and wide images are. Maybe --set image=28x28, or 32x32x3 for three channels?"));
        Matcher sides = IMAGE.matcher(image);
        if (!sides.matches()) {
            throw new IllegalArgumentException(
                    "image (%s) must be height x width, or height x width x channels. Maybe 28x28, or 32x32x3?"
                            .formatted(image));
        }
        CnnSettings defaults = CnnSettings.of(
                Integer.parseInt(sides.group(1)),
                Integer.parseInt(sides.group(2)),
                sides.group(3) == null ? 1 : Integer.parseInt(sides.group(3)));
        return defaults.withFilters(settings.integer("filters", defaults.filters()))
                .withKernel(settings.integer("kernel", defaults.kernel()))
                .withHidden(settings.integer("hidden", defaults.hidden()))
                .withRate(settings.number("rate", defaults.rate()))
                .withEpochs(settings.integer("epochs", defaults.epochs()))
                .withBatch(settings.integer("batch", defaults.batch()))
                .withPatience(settings.integer("patience", defaults.patience()));
    }

    private static TargetModel.Trainer other(ModelKind kind, int neighbours, String trees, Settings settings) {
        return switch (kind) {
            case LINEAR -> Surrogates.linear();
            // Grown within tasks that are parallel already.
            case FOREST -> Surrogates.forest(atLeast(1, trees, settings, DEFAULT_TREES), Runner.SEQUENTIAL);
            case KNN -> Surrogates.knn(neighbours);
            case CNN -> Surrogates.cnn(cnn(settings));
            case COMPACT, DL4J -> throw new AssertionError(kind + " is a network");
        };
    }

    /** Name of the target model. */
    String model() {
        return Typed.word(kind);
    }

    /** The same with one of the methods alone. */
    Modelling only(MethodName method) {
        List<ValuationMethod> one =
                methods.stream().filter(m -> m.name().equals(method.toString())).toList();
        if (one.isEmpty()) {
            throw new IllegalArgumentException("method %s was not asked for, only %s"
                    .formatted(
                            method, methods.stream().map(ValuationMethod::name).toList()));
        }
        return new Modelling(kind, trainer, one, runner, seconds, scaling, folds, neighbours);
    }

    /**
     * The same for halves of the tests, which a progress bar tells from all of them.
     *
     * @param share of the seconds that methods which retrain may take, for one half
     */
    Modelling ofHalves(double share) {
        Runner titled = runner.titled("How sure? Half of the tests: ");
        return new Modelling(kind, trainer, methods, titled, share * seconds, scaling, folds, neighbours);
    }

    /** Values the known tests by the first method. */
    Valuation value(Dataset known, Optional<Dataset> holdout, Seed seed) {
        return values(known, holdout, seed, Journal.NONE).get(0);
    }

    /**
     * Values the known tests by every method, against a holdout, or against holdouts in turn where there is none and the
     * method needs one.
     *
     * @param journal of the trainings of methods that retrain
     */
    List<Valuation> values(Dataset known, Optional<Dataset> holdout, Seed seed, Journal journal) {
        if (holdout.isPresent()) {
            return joint(methods, seconds, journal).value(known, holdout.get(), seed);
        }
        List<ValuationMethod> crossed =
                methods.stream().filter(ValuationMethod::needsHoldout).toList();
        List<ValuationMethod> direct =
                methods.stream().filter(method -> !method.needsHoldout()).toList();
        double share = seconds / methods.size();
        double perFold = share * crossed.size() / folds;
        JointValuator inTurn =
                (train, apart, s) -> joint(crossed, perFold, journal).value(train, apart, s);
        Iterator<Valuation> byFolds = crossed.isEmpty()
                ? Collections.emptyIterator()
                : CrossHoldout.values(inTurn, known, folds, seed).iterator();
        Iterator<Valuation> atOnce = joint(direct, share * direct.size(), journal)
                .value(known, known.select(new int[0]), seed)
                .iterator();
        return methods.stream()
                .map(method -> method.needsHoldout() ? byFolds.next() : atOnce.next())
                .toList();
    }

    /** @param limit in seconds from now */
    private JointValuator joint(List<ValuationMethod> some, double limit, Journal journal) {
        long start = System.nanoTime();
        return Valuators.all(
                some, trainer, runner, journal, share -> (System.nanoTime() - start) / 1e9 >= share * limit);
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

    /**
     * This, if its method can value such targets and its model can learn from such features.
     *
     * @throws IllegalArgumentException if a method values classes only, and they are numbers; or if an image has another number of pixels
     */
    Modelling checkedFor(Dataset known) {
        Task task = known.task();
        trainer.checkFeatures(known.features().columns());
        for (ValuationMethod method : methods) {
            if (task instanceof Task.Regression && !method.valuesNumbers()) {
                throw new IllegalArgumentException(
                        "method %s values classes only, but the target is a number. Maybe --task classification?"
                                .formatted(method.name()));
            }
            if (method instanceof Retraining retraining
                    && !retraining
                            .effort()
                            .metric()
                            .map(metric -> metric.isOf(task))
                            .orElse(true)) {
                throw new IllegalArgumentException(
                        task instanceof Task.Regression
                                ? "--set metric is one of classes, but the target is a number. Maybe absolute-error?"
                                : "--set metric is one of numbers, but the targets are classes. Maybe accuracy?");
            }
        }
        return this;
    }

    /**
     * What is likely to do better. Neighbours that share the very result of a wrong test give it away, and their mean does not: on two public sets
     * its F1 for wrong results was 1.2 and 1.4 times as high among classes (docs/results.md).
     */
    Optional<String> hint(Dataset known) {
        long results = Arrays.stream(known.targets()).distinct().count();
        boolean few = known.task() instanceof Task.Regression && results * TESTS_PER_RESULT <= known.size();
        return few && methods.stream().anyMatch(KnnShapley.class::isInstance)
                ? Optional.of(
                        "the target takes only %d values in %d tests, and knn-shapley finds more wrong ones among classes. Maybe --task classification?"
                                .formatted(results, known.size()))
                : Optional.empty();
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
