/**
 * The words of crash testing: what was crashed, who sat inside, and what the sensors recorded. Start at
 * {@link assay.crash.Signal}.
 */
package assay.crash;
