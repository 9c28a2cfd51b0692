package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link ClassWiseShapley}: for each class that occurs, Shapley's value in its own {@link ClassWiseGame}, with the
 * share of the models that is its share of the experiments. Values do not depend on threads. Immutable.
 */
final class ClassWiseValuator implements Valuator {

    private final ClassWiseShapley settings;
    private final TargetModel.Trainer trainer;
    private final Runner runner;
    private final Journal journal;
    private final Deadline deadline;

    ClassWiseValuator(
            ClassWiseShapley settings, TargetModel.Trainer trainer, Runner runner, Journal journal, Deadline deadline) {
        this.settings = settings;
        this.trainer = trainer;
        this.runner = runner;
        this.journal = journal;
        this.deadline = deadline;
    }

    @Override
    public Valuation value(Dataset train, Dataset holdout, Seed seed) {
        TrainAndHoldout data = new TrainAndHoldout(train, holdout);
        if (!data.isClassification()) {
            throw new IllegalArgumentException(
                    "cs-shapley values classes only, but the target is a number. Maybe data-shapley?");
        }
        Dataset known = data.train();
        SubsetLearner learner = new SubsetLearner(known, trainer);
        double[] values = new double[known.size()];
        double[] errors = new double[known.size()];
        List<String> remarks = new ArrayList<>();
        int models = 0;
        int valued = 0;
        for (int label = 0; label < known.task().outputs(); label++) {
            Seed own = seed.derive("classes, others " + settings.others()).derive(label);
            ClassWiseGame game = new ClassWiseGame(learner, known, data.holdout(), label, settings, own);
            int[] rows = game.players();
            valued += rows.length;
            if (rows.length > 0 && !game.isPlayed()) {
                remarks.add("class %s is worth 0, for it is not in the holdout".formatted(game.name()));
            } else if (rows.length > 0) {
                double share = (double) valued / known.size();
                Sampler sampler = sampler(game, rows.length, own);
                PieceLoop loop = new PieceLoop(
                        sampler, work(sampler, known.task(), own), runner, journal, () -> deadline.isPast(share));
                Estimate estimate = loop.run(
                                List.of(estimator(sampler, rows.length)),
                                List.of(part(rows.length, known.size())),
                                "%s, class %s".formatted(settings.name(), game.name()))
                        .get(0);
                for (int i = 0; i < rows.length; i++) {
                    values[rows[i]] = estimate.values()[i];
                    errors[rows[i]] = estimate.errors()[i];
                }
                models += loop.models();
                if (!loop.end().isEmpty()) {
                    remarks.add("class %s %s".formatted(game.name(), loop.end()));
                }
            }
        }
        remarks.addAll(
                0, List.of(settings.describe(), settings.metric(known.task()).words(), models + " models"));
        return new Valuation(known.ids(), values, errors, String.join("; ", remarks));
    }

    private Sampler sampler(ClassWiseGame game, int players, Seed seed) {
        double[] sizes = SizeWeights.of(Coalitions.shapley(players)).bestSizes();
        return settings.sampling().sampler(game, players, List.of(sizes), settings.tolerance(), seed);
    }

    private static Estimator estimator(Sampler sampler, int players) {
        double[] coalitions = Coalitions.shapley(players);
        return sampler instanceof MarginalSampler marginals
                ? new MarginalEstimator(marginals, coalitions)
                : new SubsetEstimator((SubsetSampler) sampler, SizeWeights.of(coalitions));
    }

    private String work(Sampler sampler, Task task, Seed seed) {
        return "%s, %s, %s, seed %d"
                .formatted(settings.name(), sampler.describe(), settings.metric(task), seed.value());
    }

    /** The effort for a class of so many of all experiments. */
    private Effort part(int players, int all) {
        Effort effort = settings.effort();
        int models = (int) Math.max(1, (long) effort.models() * players / all);
        return new Effort(models, effort.precision(), effort.stability(), effort.metric());
    }
}
