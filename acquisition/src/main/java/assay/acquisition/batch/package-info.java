/**
 * Batches: from what a strategy would like to what is bought, within a budget. Start at
 * {@link assay.acquisition.batch.BatchBuilder}; the resulting {@code Plan} goes to a report and, once booked, to a campaign.
 */
package assay.acquisition.batch;
