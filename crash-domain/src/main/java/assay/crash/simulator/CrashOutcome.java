package assay.crash.simulator;

import java.util.Optional;

/**
 * A test and the truth about it.
 *
 * @param id of the test
 * @param settings as crashed, nothing missing
 * @param parameters the vehicle behind them
 * @param fault of the car's sensor
 * @param laboratory which one of the country's laboratories ran it, from 0
 * @param trueLoad ROLC in g by sensors without error; NaN if the crash has none
 * @param sensorError what the sensors made of it, less {@code trueLoad}, in g
 * @param laboratoryEffect g
 * @param labelNoise g
 * @param report what was handed over; empty if the sensors failed, so that there is no result
 */
record CrashOutcome(
        String id,
        CrashSettings settings,
        CrashParameters parameters,
        Fault fault,
        int laboratory,
        double trueLoad,
        double sensorError,
        double laboratoryEffect,
        double labelNoise,
        Optional<CrashReport> report) {}
