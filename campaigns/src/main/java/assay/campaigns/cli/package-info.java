/**
 * The command line: one class per command, exceptions mapped to exit codes in one place. Start at
 * {@link assay.campaigns.cli.CommandLineApplication}. Results go to standard output, everything else to standard error.
 */
package assay.campaigns.cli;
