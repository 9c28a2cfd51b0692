package assay.surrogate;

import assay.acquisition.Differentiable;
import assay.acquisition.EnsembleModel;
import assay.acquisition.FeatureImportance;
import assay.acquisition.Runner;
import assay.acquisition.SecondaryModel;
import assay.acquisition.TargetModel;

/** The door to the models. */
public final class Surrogates {

    /** Trees of the secondary forest, as in the LossVal paper. */
    public static final int SECONDARY_TREES = 100;

    private Surrogates() {}

    /** Multi-layer perceptrons on our own engine: fast for small networks, and repeatable to the bit. */
    public static Differentiable.Trainer compact(MlpSettings settings) {
        return new CompactTrainer(settings);
    }

    /**
     * Multi-layer perceptrons on deeplearning4j: for wide networks, and for graphics cards. Not repeatable to the bit
     * across numbers of threads, as its BLAS sums in another order.
     */
    public static Differentiable.Trainer dl4j(MlpSettings settings) {
        return new Dl4jTrainer(settings);
    }

    /**
     * Small convolutional networks on deeplearning4j, for images: the features are pixels, channel by channel, each row by row. Their models
     * are {@link assay.acquisition.Embedding}s, by the activations of the dense layer. Repeatable as {@link #dl4j} is.
     */
    public static TargetModel.Trainer cnn(CnnSettings settings) {
        return new CnnTrainer(settings);
    }

    /** Ridge regression, or softmax regression with the same penalty. */
    public static TargetModel.Trainer linear() {
        return new LinearTrainer(LinearTrainer.DEFAULT_RIDGE);
    }

    /**
     * Random forests.
     *
     * @param trees at least 1
     * @param runner where the trees grow
     */
    public static TargetModel.Trainer forest(int trees, Runner runner) {
        ForestSettings defaults = ForestSettings.DEFAULT;
        return new ForestTrainer(
                new ForestSettings(
                        trees, defaults.featureShare(), defaults.regressionLeaf(), defaults.classificationLeaf()),
                runner);
    }

    /**
     * Random forests whose trees are asked one by one.
     *
     * @param trees at least 1
     * @param runner where they grow
     */
    public static EnsembleModel.Trainer trees(int trees, Runner runner) {
        return members(trees, runner);
    }

    /**
     * What the trees of a random forest split on.
     *
     * @param trees at least 1
     * @param runner where they grow
     */
    public static FeatureImportance forestImportance(int trees, Runner runner) {
        return members(trees, runner);
    }

    private static ForestMembers members(int trees, Runner runner) {
        ForestSettings defaults = ForestSettings.DEFAULT;
        return new ForestMembers(
                new ForestSettings(
                        trees, defaults.featureShare(), defaults.regressionLeaf(), defaults.classificationLeaf()),
                runner);
    }

    /** The mean, or the class shares, of the k nearest neighbours. */
    public static TargetModel.Trainer knn(int k) {
        return new KnnTrainer(k);
    }

    /** The forest that predicts value from what is known before an experiment. */
    public static SecondaryModel.Trainer secondaryForest(Runner runner) {
        return secondaryForest(SECONDARY_TREES, runner);
    }

    /**
     * The same with another number of trees.
     *
     * @param trees at least 1
     */
    public static SecondaryModel.Trainer secondaryForest(int trees, Runner runner) {
        return new SecondaryForest(trees, runner);
    }
}
