/**
 * Trying things out on what is already known, with their statistics: how well does a model predict experiments it has not
 * seen ({@link assay.acquisition.trial.CrossValidation})? How good would the models of a campaign have become, had a
 * strategy chosen its experiments ({@link assay.acquisition.trial.Simulation})? And is the difference to another one more
 * than chance ({@link assay.acquisition.trial.PairedDifference})?
 */
package assay.acquisition.trial;
