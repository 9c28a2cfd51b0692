/**
 * What engineers read off the signals of a frontal crash test: how hard the car stopped, how hard the driver was stopped.
 * Start at {@link assay.crash.criteria.CarCriteria} for the pulse, {@link assay.crash.criteria.RealOccupantLoad} for
 * ROLC_p, the target of the LossVal paper, and {@link assay.crash.criteria.HeadInjury}. {@code assay.crash.table} makes
 * rows of a table of them.
 *
 * <p>Units as in {@code assay.crash.signal}: g, m/s, m, s, unless a name says otherwise. A criterion that the record does
 * not determine is NaN; nothing is clamped to the end of a record.
 */
package assay.crash.criteria;
