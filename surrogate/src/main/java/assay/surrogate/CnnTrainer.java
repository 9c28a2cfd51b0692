package assay.surrogate;

import assay.acquisition.Dataset;
import assay.acquisition.Embedding;
import assay.acquisition.Matrix;
import assay.acquisition.Seed;
import assay.acquisition.TargetModel;

/**
 * Fits small convolutional networks to images with deeplearning4j; {@link Dl4jTrainer} says what that means for memory and for the bits.
 *
 * <p>The features of a row are the pixels of an image, channel by channel, each row by row. They are brought to mean 0 and standard deviation
 * 1 over all pixels of the training rows together, so that they stay as bright beside each other as they are.
 */
final class CnnTrainer implements TargetModel.Trainer {

    private final CnnSettings settings;

    CnnTrainer(CnnSettings settings) {
        this.settings = settings;
    }

    @Override
    public int leastRows() {
        return settings.training().leastRows();
    }

    @Override
    public void checkFeatures(int features) {
        if (features != settings.features()) {
            throw new IllegalArgumentException(
                    "images of %d x %d pixels with %d channels have %d features but there are %d. Maybe other columns than pixels are used, or pixels that never change were left out?"
                            .formatted(
                                    settings.height(),
                                    settings.width(),
                                    settings.channels(),
                                    settings.features(),
                                    features));
        }
    }

    @Override
    public Embedding fit(Dataset train, Seed seed) {
        checkFeatures(train.features().columns());
        Brightness brightness = Brightness.of(train.features());
        Dataset images = train.withFeatures(brightness.adjusted(train.features()));
        Dl4jConvolutions convolutions =
                new Dl4jConvolutions(settings, train.task().outputs());
        int[] rows = new int[train.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        Embedding network = Training.fit(
                new Dl4jNetwork(settings.training(), convolutions, images, convolutions.initial(seed)),
                parameters -> new Dl4jModel(convolutions, train.task(), parameters),
                settings.training(),
                rows,
                seed);
        return new Adjusted(brightness, network);
    }

    /**
     * @param mean of all pixels
     * @param sd population standard deviation of all pixels; 1 where they are all alike
     */
    private record Brightness(double mean, double sd) {

        static Brightness of(Matrix images) {
            double[] pixels = images.toArray();
            double sum = 0;
            for (double pixel : pixels) {
                sum += pixel;
            }
            double mean = sum / pixels.length;
            double squares = 0;
            for (double pixel : pixels) {
                squares += (pixel - mean) * (pixel - mean);
            }
            return new Brightness(mean, squares > 0 ? Math.sqrt(squares / pixels.length) : 1);
        }

        Matrix adjusted(Matrix images) {
            double[] pixels = images.toArray();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (pixels[i] - mean) / sd;
            }
            return Matrix.of(images.rows(), images.columns(), pixels);
        }
    }

    /** A network that sees adjusted images. */
    private record Adjusted(Brightness brightness, Embedding network) implements Embedding {

        @Override
        public Matrix predict(Matrix features) {
            return network.predict(brightness.adjusted(features));
        }

        @Override
        public Matrix embed(Matrix features) {
            return network.embed(brightness.adjusted(features));
        }
    }
}
