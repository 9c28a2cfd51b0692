package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Seed;

/** Trains networks on our own engine. */
final class CompactTrainer implements Differentiable.Trainer {

    private final MlpSettings settings;

    CompactTrainer(MlpSettings settings) {
        this.settings = settings;
    }

    @Override
    public Differentiable begin(Dataset train, Seed seed) {
        int[] units = settings.units(train.features().columns(), train.task().outputs());
        return begin(train, new NetworkLayout(units).initial(seed));
    }

    @Override
    public Differentiable begin(Dataset train, float[] parameters) {
        return new CompactNetwork(settings, train, parameters);
    }

    @Override
    public Embedding fit(Dataset train, Seed seed) {
        return Training.fit(this, settings, train, seed);
    }
}
