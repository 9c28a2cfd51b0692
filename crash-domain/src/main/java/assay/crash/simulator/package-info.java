/**
 * Made-up frontal crash tests at 56 km/h with a truth that is known: a car, a chest and a pelvis in one dimension, a
 * population of vehicles that drifts with the model year, and the sensors, laboratories and bookkeeping that stand
 * between physics and a table. Start at {@link assay.crash.simulator.Laboratory}, which runs one test, or at
 * {@link assay.crash.simulator.CrashHistory}, which runs many; their tables are what {@code assay rank} reads.
 *
 * <p>Every transcendental function here is one of {@link java.lang.StrictMath}, so that a seed gives the same bits on every
 * Java.
 */
package assay.crash.simulator;
