/**
 * Trying things out on what is already known, with their statistics: how well does a model predict experiments it has
 * not seen ({@link assay.acquisition.trial.CrossValidation})?
 */
package assay.acquisition.trial;
