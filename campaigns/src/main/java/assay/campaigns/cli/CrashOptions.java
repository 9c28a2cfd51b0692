package assay.campaigns.cli;

import assay.crash.criteria.OlcPlusPlus;
import assay.crash.criteria.RealOccupantLoad;
import assay.crash.signal.CfcFilter;
import assay.crash.signal.Preparation;
import assay.crash.table.Assessment;
import assay.crash.table.CarChannels;
import assay.crash.table.TestRules;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How crash tests are read: options of all commands that read them. */
final class CrashOptions {

    @Option(
            names = "--slowest",
            paramLabel = "KMH",
            defaultValue = "55",
            description = "Speed in km/h from which on a test counts (default: ${DEFAULT-VALUE}).")
    private double slowest;

    @Option(
            names = "--fastest",
            paramLabel = "KMH",
            defaultValue = "57.5",
            description = "Speed in km/h up to which a test counts (default: ${DEFAULT-VALUE}).")
    private double fastest;

    @Option(
            names = "--cfc",
            paramLabel = "CFC",
            defaultValue = "60",
            description = "Channel frequency class of the car's acceleration; Euro NCAP takes 180 for OLC"
                    + " (default: ${DEFAULT-VALUE}).")
    private double cfc;

    @Option(
            names = "--redundant",
            description = "Also average redundant sensors into the car's acceleration, where a laboratory fitted two at"
                    + " one place.")
    private boolean redundant;

    @Option(
            names = "--rolc-threshold",
            paramLabel = "G",
            defaultValue = "5",
            description = "Chest deceleration in g at which ROLC_p takes the driver to be coupled to the car"
                    + " (default: ${DEFAULT-VALUE}).")
    private double rolcThreshold;

    @Option(
            names = "--olc-plus-plus",
            paramLabel = "W",
            split = ",",
            arity = "1",
            description =
                    "Four weights, of OLC [g], SM25 [g], TTZV [ms] and 1, that make OLC++. Nobody published them, so"
                            + " there is no OLC++ without them.")
    private List<Double> weights = List.of();

    Assessment.Settings settings() {
        return Assessment.Settings.DEFAULT
                .withRules(new TestRules(slowest, fastest))
                .withCarChannels(redundant ? CarChannels.WITH_REDUNDANT : CarChannels.PRIMARY)
                .withCarPreparation(Preparation.CAR.withFilter(new CfcFilter(cfc)))
                .withRolc(RealOccupantLoad.ROLC_P.withThreshold(rolcThreshold));
    }

    Optional<OlcPlusPlus> olcPlusPlus() {
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        if (weights.size() != 4) {
            throw new IllegalArgumentException(
                    "--olc-plus-plus needs 4 weights, separated by commas, but got %d".formatted(weights.size()));
        }
        return Optional.of(new OlcPlusPlus(weights.get(0), weights.get(1), weights.get(2), weights.get(3)));
    }

    double cfc() {
        return cfc;
    }
}
