package assay.acquisition.strategy;

/** What keeps a batch from clustering. */
public enum Diversity {
    /** Nothing: the best candidates, one after the other. */
    NONE,
    /** The five-fold batch of best candidates is thinned out by the greedy k-center algorithm. */
    CORESET,
    /** Of the five-fold batch of best candidates, those that represent it best. */
    KMEDIANS,
    /** Of the five-fold batch of best candidates, those whose gradients by a network's last layer are long and unlike each other. */
    BADGE
}
