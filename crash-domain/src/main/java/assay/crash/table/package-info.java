/**
 * From records of crash tests to a table of experiments: which tests are frontal impacts at 56 km/h, which sensors tell how
 * the car and the driver moved, and what all that says about each. Start at {@link assay.crash.table.Assessment}, which
 * reads one test and explains every choice; {@link assay.crash.table.CrashTable} puts many into one
 * {@code assay.acquisition.Table} with the features of the LossVal paper, appendix C.4, and ROLC_p as target.
 *
 * <p>What a record does not say stays missing: a column is never filled with a guess.
 */
package assay.crash.table;
