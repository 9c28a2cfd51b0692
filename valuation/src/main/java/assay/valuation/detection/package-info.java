/**
 * How good are values at finding bad data? {@link assay.valuation.detection.NoiseInjection} spoils rows on purpose,
 * {@link assay.valuation.detection.TwoMeans} says which rows a valuation calls bad, and
 * {@link assay.valuation.detection.Detection} compares the two.
 */
package assay.valuation.detection;
