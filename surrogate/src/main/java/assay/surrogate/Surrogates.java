package assay.surrogate;

import assay.acquisition.Differentiable;

/** The door to the models. */
public final class Surrogates {

    private Surrogates() {}

    /** Multi-layer perceptrons on our own engine: fast for small networks, repeatable to the bit. */
    public static Differentiable.Trainer compact(MlpSettings settings) {
        return new CompactTrainer(settings);
    }
}
