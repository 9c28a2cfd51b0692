package assay.campaigns.cli;

import assay.acquisition.Encoding;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Strategy;
import assay.acquisition.trial.Metric;
import assay.acquisition.trial.Simulation;
import assay.acquisition.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Replays every arm on every trial; what the journal has is not replayed again. Mutable: it collects what failed.
 */
final class SimulatedCampaigns {

    private final Simulation simulation;
    private final TrialSource trials;
    private final Encoding.Scaling scaling;
    private final List<Metric> metrics;
    private final CheckpointFile journal;
    private final Set<String> failures = new TreeSet<>();

    /** One arm on one trial. */
    private record Piece(Strategy arm, int repeat) {}

    /**
     * @param scaling of the features
     * @param journal of finished campaigns
     */
    SimulatedCampaigns(Simulation simulation, TrialSource trials, Encoding.Scaling scaling, CheckpointFile journal) {
        this.simulation = simulation;
        this.trials = trials;
        this.scaling = scaling;
        this.metrics = Metric.of(trials.tests().known().task());
        this.journal = journal;
    }

    /** @param seed of all trials; that of a repeat depends on it and its number alone */
    SimulationResults run(List<Strategy> arms, int repeats, Seed seed, Runner runner) {
        List<Piece> plan = arms.stream()
                .flatMap(arm -> IntStream.rangeClosed(1, repeats).mapToObj(repeat -> new Piece(arm, repeat)))
                .toList();
        List<Optional<SimulationResults.Run>> runs = runner.run("Simulating", plan.size(), 1, (index, step) -> {
            Piece piece = plan.get(index);
            Optional<SimulationResults.Run> run =
                    recalled(piece).or(() -> replayed(piece, seed.derive(piece.repeat())));
            step.run();
            return run;
        });
        return new SimulationResults(
                metrics,
                simulation.rounds(),
                runs.stream().flatMap(Optional::stream).toList());
    }

    /** What has no result, and why. */
    Set<String> failures() {
        return failures;
    }

    private Optional<SimulationResults.Run> recalled(Piece piece) {
        String arm = piece.arm().name();
        return journal.recall(arm, piece.repeat())
                .map(numbers -> SimulationResults.Run.decoded(arm, piece.repeat(), numbers, metrics));
    }

    private Optional<SimulationResults.Run> replayed(Piece piece, Seed seed) {
        String arm = piece.arm().name();
        TimedStrategy timed = new TimedStrategy(piece.arm());
        try {
            Trial trial = trials.trial(scaling, seed);
            List<Simulation.Stage> stages = simulation.run(trial, timed, seed);
            SimulationResults.Run run = new SimulationResults.Run(
                    arm,
                    piece.repeat(),
                    stages,
                    stages.stream().map(stage -> timed.seconds(stage.round())).toList());
            journal.keep(arm, piece.repeat(), run.encoded(metrics));
            return Optional.of(run);
        } catch (IllegalArgumentException | ArithmeticException e) {
            synchronized (failures) {
                failures.add("%s has no result for repeat %d: %s".formatted(arm, piece.repeat(), e.getMessage()));
            }
            return Optional.empty();
        }
    }
}
