package assay.valuation;

import assay.acquisition.Differentiable;
import assay.acquisition.Runner;
import assay.acquisition.TargetModel;
import assay.acquisition.Valuator;

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
        throw new AssertionError("No valuator for " + method);
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
