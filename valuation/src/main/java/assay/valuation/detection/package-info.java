/**
 * How good are values at finding bad data? {@link assay.valuation.detection.NoisySplit} deals rows and spoils some of them
 * on purpose, {@link assay.valuation.detection.TwoMeans} says which rows a valuation calls bad, and
 * {@link assay.valuation.detection.Detection} compares the two; {@link assay.valuation.detection.DiscoveryCurve} and
 * {@link assay.valuation.detection.RetrainingCurve} show the same along the ranking. The figures go to {@code assay
 * evaluate} and to the reproductions in {@code benchmarks}.
 */
package assay.valuation.detection;
