package assay.benchmarks;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.EnsembleModel;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuator;
import assay.acquisition.strategy.Preselection;
import assay.acquisition.strategy.Strategies;
import assay.acquisition.trial.CrossValidation;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Rerun;
import assay.acquisition.trial.Simulation;
import assay.acquisition.trial.Trial;
import assay.kernels.Activation;
import assay.surrogate.MlpSettings;
import assay.surrogate.Surrogates;
import assay.valuation.CrossHoldout;
import assay.valuation.KnnShapley;
import assay.valuation.LossVal;
import assay.valuation.ValuationMethod;
import assay.valuation.Valuators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which strategies buy better tests than random choice, on data of many kinds? Campaigns replayed on public sets and on simulated crash
 * tests in order of time: 50 tests known at first, ten rounds of 10, at most 500 to buy from and 300 to test on, of at most 1000 rows. All
 * strategies see the same trials; what they buy is given to two target models, a forest of 100 trees and a network of two layers of 32
 * units.
 *
 * <p>Strategies that look at errors look at those of a forest, out of fold, but {@code alc-robust} and {@code alc-ensemble}, which ask each target model about itself. Values are taken without a skill gate, as the papers have it. Random
 * choice is run three times, and once more as a control.
 *
 * <p>Run with the problems ("regression", "fresh", "classification", or names with commas between them), the number of repeats and the file of results.
 * A file that is there is gone on with; an interrupted run loses the trial it was at:
 *
 * <pre>benchmarks/run AcquisitionStudy regression 40 benchmarks/results/simulate-regression.csv
 * benchmarks/run AcquisitionStudy classification 20 benchmarks/results/simulate-classification.csv
 * benchmarks/run AcquisitionStudy fresh 12 benchmarks/results/simulate-fresh.csv random,random.2,random.3,alc-plain,alc-robust,alc-ensemble
 * benchmarks/run AcquisitionSummary benchmarks/results/simulate-regression.csv benchmarks/results/simulate-regression-summary.csv</pre>
 */
public final class AcquisitionStudy {

    static final int BATCH = 10;
    static final int ROUNDS = 10;
    static final List<String> RANDOM = List.of("random", "random.2", "random.3");

    private static final int FOLDS = 5;
    private static final int SOME = 6;
    private static final int MEMBERS = 5;
    private static final int NETWORKS = 8;
    private static final TargetModel.Trainer FOREST = Surrogates.forest(100, Runner.SEQUENTIAL);
    private static final TargetModel.Trainer HALF = Surrogates.forest(50, Runner.SEQUENTIAL);
    private static final String ROBUST = "alc-robust";
    private static final Preselection AS_PUBLISHED = Preselection.DEFAULT.withWithin(Preselection.Within.POOL);

    /** Strategies that ask the target model about itself. */
    private static final List<String> OWN = List.of(ROBUST, "alc-ensemble");

    private static final MlpSettings NETWORK = new MlpSettings(
            3, 32, Activation.TANH, MlpSettings.DEFAULT.optimiser(), 0.01, 200, MlpSettings.FULL_BATCH, 0);

    /** A strategy that is tried in two ways. */
    private record Named(String name, Strategy strategy) implements Strategy {

        @Override
        public Preference prefer(Situation situation, Seed seed) {
            return strategy.prefer(situation, seed);
        }
    }

    private AcquisitionStudy() {}

    /** @param args problems, repeats, file of results; then, if not all, names of strategies with commas between them */
    public static void main(String[] args) {
        List<StudyProblem> problems = StudyProblem.named(args[0]);
        int repeats = Integer.parseInt(args[1]);
        StudyFile file = StudyFile.open(Path.of(args[2]));
        Predicate<String> asked = args.length > 3 ? List.of(args[3].split(","))::contains : name -> true;
        for (int r = 1; r <= repeats; r++) {
            int repeat = r;
            for (StudyProblem problem : problems) {
                Seed seed = new Seed(repeat).derive(problem.name());
                List<Strategy> missing = new ArrayList<>();
                for (Strategy strategy : strategies(problem.task(), repeat)) {
                    if (asked.test(strategy.name()) && !file.has(problem.name(), repeat, strategy.name())) {
                        missing.add(strategy);
                    }
                }
                List<String> own = OWN.stream()
                        .filter(name -> asked.test(name) && !file.has(problem.name(), repeat, name))
                        .toList();
                if (missing.isEmpty() && own.isEmpty()) {
                    continue;
                }
                Trial trial = problem.trial(seed);
                for (Strategy strategy : missing) {
                    file.append(problem.name(), repeat, strategy.name(), run(trial, strategy, seed));
                }
                for (String name : own) {
                    file.append(problem.name(), repeat, name, runOwn(trial, name, seed));
                }
            }
        }
    }

    /** Losses by name of the target model, and the seconds that choosing took. */
    record Result(Map<String, List<Simulation.Stage>> stages, Metric metric, double seconds) {}

    private static Result run(Trial trial, Strategy strategy, Seed seed) {
        RememberedStrategy remembered = new RememberedStrategy(strategy);
        Map<String, List<Simulation.Stage>> stages = new LinkedHashMap<>();
        targets().forEach((name, trainer) -> {
            stages.put(name, new Simulation(trainer, BATCH, ROUNDS, 1).run(trial, remembered, seed));
            remembered.rewind();
        });
        return new Result(stages, Metric.of(trial.start().task()).get(0), remembered.seconds());
    }

    /** A strategy that asks the model that learns, so that each target model has picks of its own. */
    private static Result runOwn(Trial trial, String name, Seed seed) {
        Map<String, List<Simulation.Stage>> stages = new LinkedHashMap<>();
        double seconds = 0;
        for (Map.Entry<String, TargetModel.Trainer> target : targets().entrySet()) {
            RememberedStrategy timed = new RememberedStrategy(own(name, target.getValue()));
            stages.put(target.getKey(), new Simulation(target.getValue(), BATCH, ROUNDS, 1).run(trial, timed, seed));
            seconds += timed.seconds() / targets().size();
        }
        return new Result(stages, Metric.of(trial.start().task()).get(0), seconds);
    }

    private static Strategy own(String name, TargetModel.Trainer target) {
        SecondaryModel.Trainer secondary = Surrogates.secondaryForest(Runner.SEQUENTIAL);
        Strategies.OutOfFoldErrors errors = errors(target == FOREST ? HALF : target);
        EnsembleModel.Trainer ensemble = target == FOREST
                ? Surrogates.trees(100, Runner.SEQUENTIAL)
                : Strategies.ensemble(target, NETWORKS, Runner.SEQUENTIAL);
        return name.equals(ROBUST)
                ? Strategies.alcRobust(errors, secondary)
                : Strategies.alcEnsemble(ensemble, errors, secondary);
    }

    private static Strategies.OutOfFoldErrors errors(TargetModel.Trainer judge) {
        return (known, seed) -> CrossValidation.errors(known, judge, FOLDS, seed, Runner.SEQUENTIAL);
    }

    static Map<String, TargetModel.Trainer> targets() {
        Map<String, TargetModel.Trainer> targets = new LinkedHashMap<>();
        targets.put("forest", FOREST);
        targets.put("network", Surrogates.compact(NETWORK));
        return targets;
    }

    /** Strategies of a repeat; those that are slow, or known to be no good by themselves, in the first {@value SOME} alone; of numbers the committee in all. */
    private static List<Strategy> strategies(Task task, int repeat) {
        Runner runner = Runner.SEQUENTIAL;
        SecondaryModel.Trainer secondary = Surrogates.secondaryForest(runner);
        Strategies.OutOfFoldErrors errors = errors(HALF);
        EnsembleModel.Trainer trees = Surrogates.trees(100, runner);
        Strategy shapley = byValue(KnnShapley.DEFAULT, secondary);
        List<Strategy> strategies = new ArrayList<>(List.of(
                Strategies.random(),
                new Rerun(Strategies.random(), 2),
                new Rerun(Strategies.random(), 3),
                Strategies.nullArm(),
                Strategies.randomPrefilter(),
                Strategies.farthestPoint(),
                Strategies.alcPlain(),
                Strategies.alc(),
                Strategies.alcScaled(Surrogates.forestImportance(100, runner)),
                Strategies.errorCoverage(errors, secondary),
                Strategies.lcmd(trees),
                Strategies.thinnedOut(Strategies.uncertainty(trees)),
                Strategies.thinnedOut(Strategies.error(errors, secondary)),
                Strategies.thinnedOut(shapley),
                Strategies.ads(AcquisitionStudy::appraised, AS_PUBLISHED),
                new Named("ads-cell", Strategies.ads(AcquisitionStudy::appraised))));
        if (repeat <= SOME || task instanceof Task.Regression) {
            strategies.add(Strategies.alcCommittee(Surrogates.forestImportance(100, runner), errors, secondary));
        }
        if (repeat <= SOME) {
            strategies.add(Strategies.uncertainty(trees));
            strategies.add(Strategies.error(errors, secondary));
            strategies.add(shapley);
            strategies.add(byValue(LossVal.DEFAULT.withEpochs(30), secondary));
        }
        if (task instanceof Task.Classification) {
            strategies.add(Strategies.entropy(FOREST));
            strategies.add(Strategies.margin(FOREST));
            strategies.add(Strategies.thinnedOut(Strategies.margin(FOREST)));
            strategies.add(Strategies.bald(Strategies.ensemble(Surrogates.compact(NETWORK), MEMBERS, runner)));
        }
        return strategies;
    }

    /** By holdouts in turn: no trial has one of its own. */
    private static Strategies.Appraised appraised(Dataset known, Seed seed) {
        Embedding network = (Embedding) Surrogates.compact(NETWORK).fit(known, seed.derive("network"));
        Valuator shapley = Valuators.of(KnnShapley.DEFAULT, Surrogates.compact(NETWORK), Runner.SEQUENTIAL);
        return new Strategies.Appraised(
                network,
                CrossHoldout.value(shapley, JunkPoolStudy.embedded(known, network), FOLDS, seed.derive("values")));
    }

    private static Strategy byValue(ValuationMethod method, SecondaryModel.Trainer secondary) {
        return Strategies.byValueUngated(
                method.name(),
                (Dataset known, Seed seed) -> CrossHoldout.values(
                                (train, holdout, s) ->
                                        List.of(Valuators.of(method, Surrogates.compact(NETWORK), Runner.SEQUENTIAL)
                                                .value(train, holdout, s)),
                                known,
                                FOLDS,
                                seed)
                        .get(0),
                secondary);
    }
}
