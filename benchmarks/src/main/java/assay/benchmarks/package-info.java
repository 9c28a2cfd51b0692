/**
 * Measurements that are not tests: JMH for the kernels, and experiments that reproduce published tables. Every experiment
 * is a {@code main} whose Javadoc has the command that ran it; its results are committed as CSV in
 * {@code benchmarks/results}. Nothing here is published or used by the product.
 */
package assay.benchmarks;
