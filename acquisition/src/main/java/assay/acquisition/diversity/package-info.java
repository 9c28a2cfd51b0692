/**
 * Batches that spread out. Start at {@link assay.acquisition.diversity.FarthestPoint}, the greedy k-center algorithm, with or
 * without weights, for a million candidates. {@link assay.acquisition.diversity.KMedians} and
 * {@link assay.acquisition.diversity.Badge} make a whole batch at once out of some ten thousand pre-selected candidates. The picks are positions
 * in the pool; {@code assay.acquisition.batch} makes a plan of them, and decides what may be bought.
 *
 * <p>Distances are Euclidean in encoded configurable features, as {@link assay.acquisition.Encoding} makes them: a number counts in
 * standard deviations of the known tests, two categories are sqrt(2) apart. A missing number stands at the mean, and if it was
 * missing in some known test too, the column that flags it adds 1 between a test that has the number and one that has not: as
 * much as one standard deviation.
 */
package assay.acquisition.diversity;
