/**
 * What is done to a sensor signal before anything is read off it: zero level, channel frequency class, speed and path,
 * the 2 ms grid, 3 ms values. Start at {@link assay.crash.signal.Preparation}, which takes a signal as it was recorded,
 * and {@link assay.crash.signal.Motion}, which integrates it. The results feed {@code assay.crash.criteria}.
 *
 * <p>Accelerations are in g (9.80665 m/s^2), forward positive, so that braking is negative (SAE J211); speeds in m/s,
 * paths in m, times in seconds after first contact, unless a name says otherwise. Missing is NaN.
 */
package assay.crash.signal;
