package assay.campaigns.cli;

/** The target models of the command line. */
enum ModelKind {
    /** A multi-layer perceptron on our own engine. */
    COMPACT,
    /** A multi-layer perceptron on deeplearning4j. */
    DL4J,
    /** A small convolutional network on deeplearning4j, for images. */
    CNN,
    /** Ridge or logistic regression. */
    LINEAR,
    /** Random forest. */
    FOREST,
    /** k nearest neighbours. */
    KNN;

    /** Whether methods that take part in the training of a network can use it. */
    boolean isNetwork() {
        return this == COMPACT || this == DL4J;
    }

    /** Whether it shows how it sees an experiment. */
    boolean hasEmbedding() {
        return isNetwork() || this == CNN;
    }
}
