package assay.surrogate;

/** How a network's parameters follow their gradient. */
public enum Optimiser {
    /** Kingma and Ba, ICLR 2015, with beta 0.9 and 0.999, epsilon 1e-8, no weight decay. */
    ADAM,
    /** Plain gradient descent on mini-batches, without momentum. */
    SGD
}
