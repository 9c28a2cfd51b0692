/**
 * Ways to choose what to buy next: from coverage, from expected value, from the errors and the uncertainty of models. Start at
 * {@link assay.acquisition.strategy.Strategies}; a {@code Strategy} goes to {@code assay.acquisition.batch}, which makes a plan of it within a
 * budget and the rules of a campaign, or to a replay in {@code assay.acquisition.trial}.
 */
package assay.acquisition.strategy;
