package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Differentiable;
import assay.acquisition.Embedding;
import assay.acquisition.Seed;

/**
 * Fits multi-layer perceptrons with deeplearning4j, in single precision, on the processor or, where its back end is on
 * the class path, a graphics card. For wide networks; on a few hundred rows the cost of a step is the some thirty calls
 * into native code (1 to 3 ms on the processor this was written on), not the arithmetic.
 *
 * <p>Arrays of past batches lie outside the Java heap until the garbage collector finds them: expect some hundreds of MB
 * in a long training, bounded by {@code -Xmx} and {@code -Dorg.bytedeco.javacpp.maxPhysicalBytes}.
 *
 * <p>The library and its native code are loaded by the first {@code begin}; making a trainer touches neither.
 *
 * <p>The same arguments give the same bits only on the same machine with the same number of OpenMP threads
 * ({@code OMP_NUM_THREADS}): OpenBLAS chooses its kernels by processor, and splits and sums a product by the size of the
 * batch and the number of threads.
 */
final class Dl4jTrainer implements Differentiable.Trainer {

    private final MlpSettings settings;

    Dl4jTrainer(MlpSettings settings) {
        this.settings = settings;
    }

    @Override
    public Differentiable begin(Dataset train, Seed seed) {
        return begin(train, layers(train).initial(seed));
    }

    @Override
    public Differentiable begin(Dataset train, float[] parameters) {
        return new Dl4jNetwork(settings, layers(train), train, parameters);
    }

    @Override
    public int leastRows() {
        return settings.leastRows();
    }

    @Override
    public Embedding fit(Dataset train, Seed seed) {
        return Training.fit(this, settings, train, seed);
    }

    private Dl4jLayers layers(Dataset train) {
        int inputs = train.features().columns();
        if (inputs < 1 || train.size() < 1) {
            throw new IllegalArgumentException(
                    "a network needs at least 1 row and 1 feature but got %d and %d".formatted(train.size(), inputs));
        }
        return new Dl4jLayers(
                new NetworkLayout(settings.units(inputs, train.task().outputs())), settings.activation());
    }
}
