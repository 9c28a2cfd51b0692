/**
 * Batches that spread out. {@link assay.acquisition.diversity.FarthestPoint} is the greedy k-center algorithm; acquirers
 * of {@code assay.acquisition.batch} use it as a strategy of its own and as a filter behind others.
 */
package assay.acquisition.diversity;
