package assay.acquisition;

/**
 * One point of the curve that says what spreading a batch out costs: as many candidates as {@code preselection} batches are taken by
 * expected value, and thinned out to one batch by the greedy k-center algorithm.
 *
 * @param preselection how many batches; 1 is the highest expected values themselves
 * @param givenUp share of the mean expected value that is given up against preselection 1; may be negative where money is limited,
 *     as dear candidates leave room for fewer
 * @param spread smallest distance between two picks, in encoded configurable features; NaN for a batch of one
 * @param expectedValue mean of the picks, 0 .. 1
 */
public record DiversityPrice(int preselection, double givenUp, double spread, double expectedValue) {}
