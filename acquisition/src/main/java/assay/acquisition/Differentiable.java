package assay.acquisition;

/**
 * A network in training: the door through which valuation methods take part in the training itself. Mutable, and not
 * thread-safe: it has one owner on one thread.
 *
 * <p>The loss of a row is the sum of squared errors over the outputs (regression: no 1/2 and no mean), or
 * {@code -ln(p + 1e-8)} of the probability p of its class (classification).
 *
 * <p>Parameters are laid out layer by layer: weights (inputs x outputs, row-major), then biases.
 */
public interface Differentiable {

    /**
     * Forward pass over a batch of training rows; the activations are kept for {@link #step}.
     *
     * @param rows positions in the training data; the first {@code count} are the batch
     * @param losses receives the loss of each row of the batch, in batch order
     */
    void forward(int[] rows, int count, float[] losses);

    /**
     * One optimiser step down the gradient of {@code sum_i weights[i] * loss_i} over the batch last passed forward: a
     * sum, so a mean over the batch needs weights of 1/count.
     *
     * @throws IllegalStateException before the first forward pass
     */
    void step(float[] weights);

    /** Gradient of each loss of the batch last passed forward by the inputs of the output function: count x outputs. */
    float[] outputGradients();

    /** A copy of the parameters. */
    float[] parameters();

    /**
     * An independent network in the same state, to restart from: parameters and the memory of the optimiser, but no batch.
     * Given the same batches, both take the same steps, bit for bit.
     */
    Differentiable copy();

    /** The model as it is now; later steps do not change it. */
    Embedding model();

    /** Fits networks, and lends them half-trained. */
    interface Trainer extends TargetModel.Trainer {

        /** A network with fresh parameters on the given data, before its first step. */
        Differentiable begin(Dataset train, Seed seed);

        /** The same with given parameters: a copy is taken. The optimiser starts afresh. */
        Differentiable begin(Dataset train, float[] parameters);

        /**
         * The same, where every step gives the same bits on every machine, if this engine can do it; itself otherwise. For losses that are read along
         * the way: what networks of two machines differ in grows from a last bit to a tenth in thirty epochs, and the ranks of values with it.
         */
        default Trainer reproducible() {
            return this;
        }
    }
}
