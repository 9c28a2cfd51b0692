package assay.valuation;

import assay.acquisition.Differentiable;
import assay.acquisition.Runner;
import assay.acquisition.Valuator;

/** The door to the valuation methods. */
public final class Valuators {

    private Valuators() {}

    /**
     * A valuator that trains networks.
     *
     * @param trainer makes the networks; methods that need none leave it alone
     * @param runner where repeats run
     */
    public static Valuator of(ValuationMethod method, Differentiable.Trainer trainer, Runner runner) {
        if (method instanceof ValuationMethod.LossVal lossVal) {
            return new LossValuator(lossVal, trainer, runner);
        }
        if (method instanceof ValuationMethod.Random) {
            return new RandomValuator();
        }
        throw new AssertionError("No valuator for " + method);
    }
}
