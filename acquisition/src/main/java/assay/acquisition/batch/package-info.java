/**
 * Strategies: from what is known and what could be bought to a plan within a budget. Start at
 * {@link assay.acquisition.batch.Acquirers}; the resulting {@code Plan} goes to a report and, once booked, to a campaign.
 */
package assay.acquisition.batch;
