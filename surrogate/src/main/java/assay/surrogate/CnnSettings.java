package assay.surrogate;

import assay.kernels.Activation;

/**
 * A small convolutional network and its training: two times a convolution and the largest of each 2 x 2 of its results, then a dense layer,
 * whose activations are the embedding, and a linear one. ReLU after all but the last; Adam.
 *
 * @param height of an image in pixels, at least 8
 * @param width of it, at least 8
 * @param channels numbers per pixel, at least 1: 1 for grey, 3 for colours
 * @param filters of the first convolution, at least 1; the second has twice as many
 * @param kernel side of the square that a filter sees, odd, at least 1; beyond the edge there is 0
 * @param hidden units of the dense layer, at least 1
 * @param rate learning rate
 * @param epochs passes over the training rows, at most
 * @param batch rows per step
 * @param patience as {@link MlpSettings#patience()}
 */
public record CnnSettings(
        int height,
        int width,
        int channels,
        int filters,
        int kernel,
        int hidden,
        double rate,
        int epochs,
        int batch,
        int patience) {

    /** Two halvings leave at least two by two of these. */
    private static final int SMALLEST = 8;

    /** Checks all bounds. */
    public CnnSettings {
        atLeast("height", height, SMALLEST);
        atLeast("width", width, SMALLEST);
        atLeast("channels", channels, 1);
        atLeast("filters", filters, 1);
        atLeast("kernel", kernel, 1);
        atLeast("hidden", hidden, 1);
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException(
                    "kernel (%d) must be odd, to have a middle. Maybe %d?".formatted(kernel, kernel + 1));
        }
        training(rate, epochs, batch, patience);
    }

    /** 8 and 16 filters of 3 x 3, a dense layer of 64 units, 10 epochs of 32 rows a step at a rate of 0.003. */
    public static CnnSettings of(int height, int width, int channels) {
        return new CnnSettings(height, width, channels, 8, 3, 64, 0.003, 10, 32, 0);
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException("%s (%d) must be at least %d".formatted(name, value, bound));
        }
    }

    private static MlpSettings training(double rate, int epochs, int batch, int patience) {
        return new MlpSettings(1, 1, Activation.RELU, Optimiser.ADAM, rate, epochs, batch, patience);
    }

    /** What the training loop looks at. */
    MlpSettings training() {
        return training(rate, epochs, batch, patience);
    }

    /** Features of an image. */
    int features() {
        return height * width * channels;
    }

    public CnnSettings withFilters(int other) {
        return new CnnSettings(height, width, channels, other, kernel, hidden, rate, epochs, batch, patience);
    }

    public CnnSettings withKernel(int other) {
        return new CnnSettings(height, width, channels, filters, other, hidden, rate, epochs, batch, patience);
    }

    public CnnSettings withHidden(int other) {
        return new CnnSettings(height, width, channels, filters, kernel, other, rate, epochs, batch, patience);
    }

    public CnnSettings withRate(double other) {
        return new CnnSettings(height, width, channels, filters, kernel, hidden, other, epochs, batch, patience);
    }

    public CnnSettings withEpochs(int other) {
        return new CnnSettings(height, width, channels, filters, kernel, hidden, rate, other, batch, patience);
    }

    public CnnSettings withBatch(int other) {
        return new CnnSettings(height, width, channels, filters, kernel, hidden, rate, epochs, other, patience);
    }

    public CnnSettings withPatience(int other) {
        return new CnnSettings(height, width, channels, filters, kernel, hidden, rate, epochs, batch, other);
    }
}
