package assay.surrogate;

import assay.acquisition.Seed;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The form of a deeplearning4j network: its layers, and their parameters as one flat array. Immutable. */
interface Dl4jArchitecture {

    /** Features of a row. */
    int inputs();

    /** Of the last, linear layer. */
    int outputs();

    /** Units before the last layer. */
    int hidden();

    /** How many layers a row passes. */
    int layers();

    /** How many parameters there are. */
    int parameters();

    /** Fresh parameters, uniform in +-1/sqrt(inputs of a unit) for weights and biases: the default of torch. */
    float[] initial(Seed seed);

    /** A network with the given parameters, whose last layer is linear and without a loss. */
    MultiLayerNetwork network(float[] parameters);

    /** A copy of a network's parameters. */
    float[] parameters(MultiLayerNetwork network);
}
