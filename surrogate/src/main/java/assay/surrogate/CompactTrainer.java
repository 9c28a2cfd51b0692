package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel.OnSubsets;
import assay.kernels.Products;

/** Trains networks on our own engine. */
final class CompactTrainer implements Differentiable.Trainer {

    private final MlpSettings settings;
    private final Products products;

    CompactTrainer(MlpSettings settings) {
        this(settings, Products.FAST);
    }

    private CompactTrainer(MlpSettings settings, Products products) {
        this.settings = settings;
        this.products = products;
    }

    @Override
    public Differentiable.Trainer reproducible() {
        return new CompactTrainer(settings, Products.REPRODUCIBLE);
    }

    @Override
    public Differentiable begin(Dataset train, Seed seed) {
        return begin(TrainingData.of(train), seed);
    }

    @Override
    public Differentiable begin(Dataset train, float[] parameters) {
        return new CompactNetwork(settings, products, TrainingData.of(train), parameters);
    }

    private Differentiable begin(TrainingData data, Seed seed) {
        int[] units = settings.units(data.inputs(), data.task().outputs());
        return new CompactNetwork(settings, products, data, new NetworkLayout(units).initial(seed));
    }

    @Override
    public Embedding fit(Dataset train, Seed seed) {
        return Training.fit(this, settings, train, seed);
    }

    @Override
    public int leastRows() {
        return settings.leastRows();
    }

    @Override
    public OnSubsets on(Dataset train) {
        TrainingData data = TrainingData.of(train);
        return (rows, seed) -> Training.fit(
                begin(data, seed),
                parameters -> new CompactNetwork(settings, products, data, parameters).model(),
                settings,
                rows,
                seed);
    }
}
