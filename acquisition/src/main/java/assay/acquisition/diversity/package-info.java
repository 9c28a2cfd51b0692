/**
 * Batches that spread out. Start at {@link assay.acquisition.diversity.FarthestPoint}, the greedy k-center algorithm, with or
 * without weights, for a million candidates. {@link assay.acquisition.diversity.KMedians} and
 * {@link assay.acquisition.diversity.Badge} make a whole batch at once out of some ten thousand pre-selected candidates. The picks are positions
 * in the pool; {@code assay.acquisition.batch} makes a plan of them, and decides what may be bought.
 *
 * <p>Distances are Euclidean in encoded configurable features, as {@link assay.acquisition.Encoding} makes them:
 *
 * <ul>
 *   <li>a number counts in standard deviations of the known tests;
 *   <li>two categories are sqrt(2) apart, as far as two independent standardised numbers are on average; a category that no known
 *       test has is 1 from all others, as it has no feature of its own;
 *   <li>a missing number stands at the mean, and if it was missing in some known test too, the feature that flags it adds 1
 *       between a test that has the number and one that has not. So a gap in the data counts like one standard deviation: it is
 *       seen, and not chased.
 * </ul>
 */
package assay.acquisition.diversity;
