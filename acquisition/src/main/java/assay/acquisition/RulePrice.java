package assay.acquisition;

/**
 * What a rule on the batch costs: how much more the batch would be worth without it, all other rules kept. Never negative, since the
 * batch that keeps the rule may be bought without it as well.
 *
 * @param rule as it was typed
 * @param gain in the strategy's own unit, summed over the batch; NaN if the strategy measures nothing
 * @param share of the gain that the batch with the rule has; NaN likewise, or if that is 0
 * @param expectedValue by how much the mean expected value of a pick would change, on the scale 0 .. 1; NaN if the strategy expects none.
 *     May be negative where the strategy does not choose by value alone, or buys more tests
 * @param picks how many of the batch without the rule are not in the batch with it
 */
public record RulePrice(String rule, double gain, double share, double expectedValue, int picks) {}
