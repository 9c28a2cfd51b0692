package assay.valuation;

import java.util.BitSet;

/**
 * What a set of experiments is worth together: a game whose players are the experiments. Thread-safe; the same arguments
 * give the same number, whoever asks first.
 */
@FunctionalInterface
interface Utility {

    /**
     * @param members rows in the set, as bits; not kept
     * @param replicate which run of the randomness of training. Sets of one replicate share their random numbers, so that
     *     a difference between them is due to the sets
     */
    double of(BitSet members, int replicate);
}
