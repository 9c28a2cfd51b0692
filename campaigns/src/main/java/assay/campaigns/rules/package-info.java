/**
 * What an engineer writes down about batches, read: conditions on candidates, quotas and limits, in the names and units of the
 * candidates' own columns. Start at {@link assay.campaigns.rules.RuleReader}; the {@code Rules} go to the batch builder.
 */
package assay.campaigns.rules;
