/**
 * Trying things out on what is already known, with their statistics: how well does a model predict experiments it has not
 * seen ({@link assay.acquisition.trial.CrossValidation})? How good would the models of a campaign have become, had a
 * strategy chosen its experiments ({@link assay.acquisition.trial.Simulation}, on a {@link assay.acquisition.trial.Trial} dealt by
 * {@link assay.acquisition.trial.Deal})? Is a strategy better than random choice, and how many experiments does it save
 * ({@link assay.acquisition.trial.Comparisons})? And which one should buy next, by what it would have bought before
 * ({@link assay.acquisition.trial.ReplayedChoice})? Comparisons go to a report; a choice is a strategy like any other.
 */
package assay.acquisition.trial;
