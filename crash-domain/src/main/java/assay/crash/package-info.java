/**
 * The words of crash testing: what was crashed, who sat inside, and what the sensors recorded. Start at
 * {@link assay.crash.CrashTest}; {@link assay.crash.Signal} holds the samples. Files become these words in
 * {@code assay.crash.format}. Words, units and signs are those of NHTSA's vehicle crash test database: km/h, kg, mm, N and
 * g; x points forward, so braking is negative.
 */
package assay.crash;
