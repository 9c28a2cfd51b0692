package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One evaluation of utilities, many values: groups methods whose sets can serve each other, and trains for each group once.
 *
 * <ul>
 *   <li>Shapley and Beta with sampling by subsets, Banzhaf, AME and influence by subsampling share one stream of sets ({@link
 *       SubsetSampler}). Every set counts for every value as far as its size occurs there. Shapley's sizes are all sizes, so
 *       it learns from all sets; those of Banzhaf, AME and subsampling are narrow, and at a thousand experiments do not
 *       overlap: each gets its share of the stream and a little of Shapley's.
 *   <li>Shapley and Beta by permutations of one kind share the permutations, whole.
 *   <li>Leave-one-out shares the utility of all experiments with the permutations; Data-OOB shares nothing, as bootstraps repeat
 *       rows. {@link ClassWiseShapley} is not planned here: its utilities are its own.
 * </ul>
 *
 * <p>A group gets as many models as its most demanding method asks for, and ends early when all its methods have enough. Asked
 * for alone, a method has the stream to itself. Of the
 * time, each group has its share, and what those before it left over. Values do not depend on threads. Memory is O(n) beyond the data, one number a set,
 * and n bits a set for AME's regression.
 */
final class RetrainingPlan implements JointValuator {

    private final List<Retraining> methods;
    private final TargetModel.Trainer trainer;
    private final Runner runner;
    private final Journal journal;
    private final Deadline deadline;

    /** What methods of one group have in common. */
    private record Kind(String sets, Metric metric) {}

    RetrainingPlan(
            List<Retraining> methods, TargetModel.Trainer trainer, Runner runner, Journal journal, Deadline deadline) {
        this.methods = List.copyOf(methods);
        this.trainer = trainer;
        this.runner = runner;
        this.journal = journal;
        this.deadline = deadline;
    }

    @Override
    public List<Valuation> value(Dataset train, Dataset holdout, Seed seed) {
        if (!methods.isEmpty() && train.size() < 2) {
            throw new IllegalArgumentException(
                    "a comparison of sets needs at least 2 experiments but got %d".formatted(train.size()));
        }
        Map<Metric, Utility> utilities = new LinkedHashMap<>();
        Utility[] games = new Utility[methods.size()];
        for (int m = 0; m < games.length; m++) {
            Retraining method = methods.get(m);
            if (method.needsHoldout()) {
                games[m] = utilities.computeIfAbsent(
                        method.metric(train.task()),
                        metric -> new RememberedUtility(
                                new TrainedUtility(train, holdout, trainer, metric, seed), train.size()));
            }
        }
        return values(train, games, seed);
    }

    /** The same for games of which the utilities are known; {@link DataOob} is none. */
    List<Valuation> value(Dataset players, Utility game, Seed seed) {
        Utility[] games = new Utility[methods.size()];
        Arrays.fill(games, game);
        return values(players, games, seed);
    }

    private List<Valuation> values(Dataset train, Utility[] games, Seed seed) {
        Map<Kind, List<Integer>> groups = new LinkedHashMap<>();
        for (int m = 0; m < methods.size(); m++) {
            groups.computeIfAbsent(kind(methods.get(m), train.task()), kind -> new ArrayList<>())
                    .add(m);
        }
        Valuation[] valuations = new Valuation[methods.size()];
        int done = 0;
        for (Map.Entry<Kind, List<Integer>> entry : groups.entrySet()) {
            List<Integer> members = entry.getValue();
            List<Retraining> group = members.stream().map(methods::get).toList();
            Sampler sampler = sampler(group, train, games[members.get(0)], seed);
            List<Estimator> estimators =
                    group.stream().map(method -> estimator(method, sampler)).toList();
            String work = "%s, %s, seed %d"
                    .formatted(sampler.describe(), entry.getKey().metric(), seed.value());
            done++;
            double share = (double) done / groups.size();
            PieceLoop loop = new PieceLoop(sampler, work, runner, journal, () -> deadline.isPast(share));
            List<Estimate> estimates =
                    loop.run(estimators, group.stream().map(Retraining::effort).toList(), names(group));
            for (int i = 0; i < group.size(); i++) {
                valuations[members.get(i)] = valuation(train, group.get(i), estimates.get(i), loop);
            }
        }
        return List.of(valuations);
    }

    private static String names(List<Retraining> group) {
        return String.join(", ", group.stream().map(ValuationMethod::name).toList());
    }

    private static Valuation valuation(Dataset train, Retraining method, Estimate estimate, PieceLoop loop) {
        for (int row = 0; row < train.size(); row++) {
            if (Double.isNaN(estimate.values()[row])) {
                throw new IllegalStateException(
                        "after %d models experiment %s has no value by %s. Maybe --set models=%d?"
                                .formatted(loop.models(), train.ids().get(row), method.name(), 2 * loop.models() + 20));
            }
        }
        String provenance = Stream.of(
                        method.describe(),
                        method.metric(train.task()).words(),
                        loop.models() + " models" + (loop.end().isEmpty() ? "" : ", " + loop.end()),
                        estimate.remarks())
                .filter(words -> !words.isEmpty())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        return new Valuation(train.ids(), estimate.values(), estimate.errors(), provenance);
    }

    private static Kind kind(Retraining method, Task task) {
        return new Kind(sets(method), method.metric(task));
    }

    private static String sets(Retraining method) {
        if (method instanceof DataOob) {
            return "bootstraps";
        }
        if (method instanceof LeaveOneOut leaveOneOut) {
            return "all but one, " + leaveOneOut.repeats();
        }
        return sampling(method) == Sampling.SUBSETS ? "subsets" : sampling(method) + ", " + tolerance(method);
    }

    private static Sampling sampling(Retraining method) {
        return method instanceof DataShapley shapley
                ? shapley.sampling()
                : method instanceof BetaShapley beta ? beta.sampling() : Sampling.SUBSETS;
    }

    private static double tolerance(Retraining method) {
        return method instanceof DataShapley shapley
                ? shapley.tolerance()
                : method instanceof BetaShapley beta ? beta.tolerance() : 0;
    }

    private Sampler sampler(List<Retraining> group, Dataset train, Utility game, Seed seed) {
        Retraining first = group.get(0);
        int n = train.size();
        if (first instanceof DataOob) {
            return new BootstrapSampler(train, trainer, first.metric(train.task()), seed);
        }
        if (first instanceof LeaveOneOut leaveOneOut) {
            return new LeaveOneOutSampler(game, n, leaveOneOut.repeats());
        }
        List<double[]> sizes = sampling(first) == Sampling.SUBSETS
                ? group.stream().map(method -> sizes(method, n)).toList()
                : List.of();
        return sampling(first).sampler(game, n, sizes, tolerance(first), seed);
    }

    private static double[] sizes(Retraining method, int n) {
        return method instanceof Ame ame ? ame.sizes(n) : weights(method, n).bestSizes();
    }

    private static SizeWeights weights(Retraining method, int n) {
        return method instanceof InfluenceSubsample influence
                ? SizeWeights.ofOneSize(n, influence.size(n))
                : SizeWeights.of(coalitions(method, n));
    }

    private static double[] coalitions(Retraining method, int n) {
        if (method instanceof DataShapley) {
            return Coalitions.shapley(n);
        }
        if (method instanceof BetaShapley beta) {
            return Coalitions.beta(n, beta.alpha(), beta.beta());
        }
        if (method instanceof Banzhaf) {
            return Coalitions.bernoulli(n, 0.5);
        }
        if (method instanceof Ame ame) {
            return Coalitions.bernoulli(n, ame.list());
        }
        throw new AssertionError("No coalitions for " + method);
    }

    private Estimator estimator(Retraining method, Sampler sampler) {
        if (sampler instanceof BootstrapSampler bootstraps) {
            return new BootstrapEstimator(bootstraps);
        }
        if (sampler instanceof LeaveOneOutSampler leaveOneOut) {
            return new LeaveOneOutEstimator(leaveOneOut);
        }
        if (sampler instanceof MarginalSampler marginals) {
            return new MarginalEstimator(marginals, coalitions(method, marginals.n()));
        }
        SubsetSampler subsets = (SubsetSampler) sampler;
        return method instanceof Ame ame && ame.fit() == Ame.Fit.LASSO
                ? new AmeEstimator(subsets, ame, runner)
                : new SubsetEstimator(subsets, weights(method, subsets.n()));
    }
}
