/**
 * The vocabulary of active data acquisition: how experiments are written down ({@link assay.acquisition.Schema},
 * {@link assay.acquisition.Table}), how models see them ({@link assay.acquisition.Encoding},
 * {@link assay.acquisition.Dataset}, {@link assay.acquisition.Candidates}), how much each known experiment is worth
 * ({@link assay.acquisition.Valuation}), and which experiments to buy next ({@link assay.acquisition.Acquirer},
 * {@link assay.acquisition.Plan}).
 *
 * <p>Start at {@link assay.acquisition.Dataset}. Everything here is a value or an interface of one method; nothing
 * remembers, draws unseeded numbers or touches a disk. The algorithms that stand on these words are in the packages
 * below; models are in {@code assay.surrogate}, valuation methods in {@code assay.valuation}, and a finished plan goes
 * to {@code assay.reports} and {@code assay.campaigns}.
 */
package assay.acquisition;
