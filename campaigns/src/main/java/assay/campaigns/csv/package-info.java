/**
 * CSV files in, {@link assay.acquisition.Table}s out, and back. Start at {@link assay.campaigns.csv.CsvTables}. All
 * problems of a file are found before anything is computed, and reported together as
 * {@link assay.campaigns.csv.Problem}s; nothing is written before everything is known to be right.
 */
package assay.campaigns.csv;
