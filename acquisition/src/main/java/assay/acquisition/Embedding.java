package assay.acquisition;

/** A target model that can show how it sees an experiment: the activations before its last layer. */
public interface Embedding extends TargetModel {

    /**
     * @param features m x d, encoded as in training
     * @return m x h activations of the last hidden layer
     */
    Matrix embed(Matrix features);
}
