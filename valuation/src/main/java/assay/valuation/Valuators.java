package assay.valuation;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Matrix;
import assay.acquisition.Runner;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuation;
import assay.acquisition.Valuator;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The door to the valuation methods. */
public final class Valuators {

    private Valuators() {}

    /**
     * A valuator.
     *
     * @param trainer of the target model; methods that need none leave it alone
     * @param runner where repeated work runs
     * @throws IllegalArgumentException if the method takes part in the training of a network, and {@code trainer} makes
     *     none
     */
    public static Valuator of(ValuationMethod method, TargetModel.Trainer trainer, Runner runner) {
        if (method instanceof LossVal lossVal) {
            return new LossValuator(lossVal, network(method, trainer), runner);
        }
        if (method instanceof Consensus consensus) {
            return new ConsensusValuator(consensus, runner);
        }
        if (method instanceof KnnShapley knn) {
            return new KnnShapleyValuator(knn, knn.takesPartInTraining() ? network(method, trainer) : trainer, runner);
        }
        if (method instanceof Lava lava) {
            return new LavaValuator(lava, lava.takesPartInTraining() ? network(method, trainer) : trainer, runner);
        }
        if (method instanceof Dvrl dvrl) {
            return new DvrlValuator(dvrl, trainer, runner);
        }
        if (method instanceof Nddv nddv) {
            return new NddvValuator(nddv, runner);
        }
        if (method instanceof InfluenceValues influence) {
            return new InfluenceValuator(
                    influence, influence.takesPartInTraining() ? network(method, trainer) : trainer, runner);
        }
        if (method instanceof RandomValues random) {
            return new RandomValuator(random);
        }
        if (method instanceof ClassWiseShapley classWise) {
            return new ClassWiseValuator(classWise, trainer, runner, Journal.NONE, Deadline.NEVER);
        }
        if (method instanceof Retraining retraining) {
            JointValuator plan = new RetrainingPlan(List.of(retraining), trainer, runner, Journal.NONE, Deadline.NEVER);
            return (train, holdout, seed) -> plan.value(train, holdout, seed).get(0);
        }
        throw new AssertionError("No valuator for " + method);
    }

    /**
     * Several valuators that share their trainings: of the methods that retrain ({@link Retraining}) those do whose sets can
     * serve each other, as {@link RetrainingPlan} says. The others work as if alone; {@link ClassWiseShapley} has its part of the
     * time after the plan.
     *
     * @param journal of the trainings of methods that retrain
     * @param deadline at which methods that retrain stop with what they have
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static JointValuator all(
            List<ValuationMethod> methods,
            TargetModel.Trainer trainer,
            Runner runner,
            Journal journal,
            Deadline deadline) {
        List<Retraining> planned = methods.stream()
                .filter(Valuators::isPlanned)
                .map(Retraining.class::cast)
                .toList();
        long retraining = methods.stream().filter(Retraining.class::isInstance).count();
        double share = (double) planned.size() / Math.max(1, retraining);
        JointValuator plan =
                new RetrainingPlan(planned, trainer, runner, journal, part -> deadline.isPast(share * part));
        Deadline rest = part -> deadline.isPast(share + (1 - share) * part);
        List<Valuator> others = methods.stream()
                .filter(method -> !isPlanned(method))
                .map(method -> method instanceof ClassWiseShapley classWise
                        ? new ClassWiseValuator(classWise, trainer, runner, journal, rest)
                        : of(method, trainer, runner))
                .toList();
        return (train, holdout, seed) -> {
            Iterator<Valuation> together = plan.value(train, holdout, seed).iterator();
            Iterator<Valuator> alone = others.iterator();
            return methods.stream()
                    .map(method ->
                            isPlanned(method) ? together.next() : alone.next().value(train, holdout, seed))
                    .toList();
        };
    }

    /**
     * KNN-Shapley values of candidates: what each would be worth beside the known experiments, by the class that it may turn out to have.
     * Exact, as {@link CandidateShapley} says.
     *
     * @param known with classes for targets
     * @param holdout of the same features
     * @param neighbours K, at least 1
     * @return m x d candidates to m x C values
     */
    public static UnaryOperator<Matrix> knnShapleyOfCandidates(Dataset known, Dataset holdout, int neighbours) {
        return new CandidateShapley(known, holdout, neighbours)::byClass;
    }

    private static boolean isPlanned(ValuationMethod method) {
        return method instanceof Retraining && !(method instanceof ClassWiseShapley);
    }

    /** Several valuators that share their trainings, to be carried through. */
    public static JointValuator all(List<ValuationMethod> methods, TargetModel.Trainer trainer, Runner runner) {
        return all(methods, trainer, runner, Journal.NONE, Deadline.NEVER);
    }

    private static Differentiable.Trainer network(ValuationMethod method, TargetModel.Trainer trainer) {
        if (trainer instanceof Differentiable.Trainer network) {
            return network;
        }
        throw new IllegalArgumentException(
                "method %s takes part in the training of a network, but the target model is none. Maybe --model compact?"
                        .formatted(method.name()));
    }
}
