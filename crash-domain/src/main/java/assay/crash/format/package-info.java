/**
 * Files of crash tests in, {@link assay.crash.CrashTest} out, and back. Start at {@link assay.crash.format.CrashFiles}, which
 * finds the formats by itself; each has a set of its own, from {@code Ev5Set} on. Rows in NHTSA's field names lie between
 * any format and the words of {@code assay.crash}, so that codes and missing values are understood in one place.
 */
package assay.crash.format;
