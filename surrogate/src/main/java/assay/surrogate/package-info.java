/**
 * Models that stand in for the experiment. Start at {@link assay.surrogate.Surrogates}. Smile and deeplearning4j stop at
 * this package's edge: matrices of our own go in and out. Fitted models feed {@code assay.valuation} and the acquirers
 * of {@code assay.acquisition.batch}.
 */
package assay.surrogate;
