/**
 * Methods that say how much each known experiment helps to predict the others: one file per method, named as in its
 * paper. Start at {@link assay.valuation.Valuators}; {@link assay.valuation.ValuationMethod} lists the methods and their
 * settings. Methods that retrain the target model share their trainings: {@link assay.valuation.Retraining}. A {@code Valuation} goes to a {@code SecondaryModel}, which learns to predict value from what is known before
 * an experiment.
 */
package assay.valuation;
