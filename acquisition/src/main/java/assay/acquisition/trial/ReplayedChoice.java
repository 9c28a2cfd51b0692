package assay.acquisition.trial;

import assay.acquisition.Dataset;
import assay.acquisition.Explanation;
import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import assay.acquisition.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Replays campaigns on the known experiments by every strategy of a short list and by random choice, and takes the one that would have paid
 * most, if it beats random choice beyond chance; else the fallback. What was measured is in the notes.
 *
 * <p>A replay starts with about a third of the known experiments, is tested on a quarter, and buys half of the rest in three rounds. The
 * comparison is {@link Comparisons}: random choice is the mean of three runs, and Holm's correction counts the whole list. A declared
 * region is not known of past experiments, so that replays do without it. Costs (3 + list) x replays x 4 trainings, and what the strategies
 * take.
 *
 * @param shortlist tried, in this order; at least one
 * @param random choice, which is to be beaten
 * @param fallback taken when nothing is told apart; its name may be in the list
 * @param trainer of the target model
 * @param dealing how replays are dealt
 * @param replays how many, at least 2
 * @param runner where they run
 */
public record ReplayedChoice(
        List<Strategy> shortlist,
        Strategy random,
        Strategy fallback,
        TargetModel.Trainer trainer,
        Dealing dealing,
        int replays,
        Runner runner)
        implements Strategy {

    /** Deals known experiments into a replay. */
    @FunctionalInterface
    public interface Dealing {

        /** As {@link Deal#atRandom}, which is the usual one. */
        Deal deal(int rows, int start, int pool, int test, Seed seed);
    }

    private static final String NAME = "auto";
    private static final int ROUNDS = 3;
    private static final int RANDOM_RUNS = 3;
    private static final int LEAST_START = 12;

    /** Checks the bounds. */
    public ReplayedChoice {
        shortlist = List.copyOf(shortlist);
        if (shortlist.isEmpty() || replays < 2) {
            throw new IllegalArgumentException("a replayed choice needs at least 1 strategy (%d) and 2 replays (%d)"
                    .formatted(shortlist.size(), replays));
        }
    }

    /** How many experiments each part of a replay has. */
    private record Sizes(int start, int pool, int test, int batch) {

        static Sizes of(int known, int leastRows) {
            int start = Math.max(Math.max(LEAST_START, 2 * leastRows), known / 3);
            int test = known / 4;
            int pool = known - start - test;
            return new Sizes(start, pool, test, pool / 2 / ROUNDS);
        }

        boolean areEnough() {
            return batch >= 1 && test >= 5;
        }
    }

    /** A strategy, and why. */
    private record Choice(Strategy strategy, String note) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Choice choice = choose(situation.known(), seed.derive("replays"));
        Seed own = seed.derive(choice.strategy().name());
        return Noted.of(() -> choice.strategy().prefer(situation, own), choice.note());
    }

    private Choice choose(Dataset known, Seed seed) {
        Sizes sizes = Sizes.of(known.size(), trainer.leastRows());
        if (!sizes.areEnough()) {
            return new Choice(
                    fallback,
                    "%s: %d known tests are too few to replay campaigns on; %s is taken unproven."
                            .formatted(NAME, known.size(), fallback.name()));
        }
        List<Strategy> arms = new ArrayList<>();
        List<String> baseline = new ArrayList<>();
        for (int run = 1; run <= RANDOM_RUNS; run++) {
            Strategy again = new Rerun(random, run);
            arms.add(again);
            baseline.add(again.name());
        }
        arms.addAll(shortlist);
        // Brier scores tell more apart than shares of errors do.
        Metric metric = known.task() instanceof Task.Classification
                ? Metric.BRIER
                : Metric.of(known.task()).get(0);
        Simulation simulation = new Simulation(trainer, sizes.batch(), ROUNDS, 1);
        List<Replay> results = runner.run("Replaying strategies", arms.size() * replays, 1, (index, step) -> {
            int replay = index % replays;
            Strategy arm = arms.get(index / replays);
            Seed own = seed.derive(replay);
            Trial trial = Trial.of(
                    known, dealing.deal(known.size(), sizes.start(), sizes.pool(), sizes.test(), own.derive("deal")));
            LearningCurve curve = LearningCurve.of(simulation.run(trial, arm, own), metric, ROUNDS);
            step.run();
            return new Replay("known", replay, arm.name(), curve);
        });
        return verdict(Comparisons.against(baseline, results, seed), metric, ROUNDS * sizes.batch());
    }

    private Choice verdict(List<Comparison> comparisons, Metric metric, int bought) {
        Optional<Comparison> winner = comparisons.stream()
                .filter(c -> c.verdict() == Verdict.BETTER)
                .min(Comparator.comparingDouble(Comparison::difference));
        if (winner.isPresent()) {
            Comparison best = winner.get();
            return new Choice(
                    strategy(best.arm()),
                    String.format(
                            Locale.ROOT,
                            "%s: %s won %d replays of the known tests. Over the rounds its %s was %.1f %% below that of random"
                                    + " choice (95 %% interval %s, p %.3f for %d strategies together), which saved %.0f [%.0f,"
                                    + " %.0f] of %d tests.",
                            NAME,
                            best.arm(),
                            replays,
                            metric.lossName(),
                            -best.difference(),
                            gain(best),
                            best.pAdjusted(),
                            comparisons.size(),
                            best.testsSaved(),
                            best.savedLower(),
                            best.savedUpper(),
                            bought));
        }
        double detectable = comparisons.stream()
                .mapToDouble(Comparison::minimumDetectable)
                .max()
                .orElseThrow();
        return new Choice(
                fallback,
                String.format(
                        Locale.ROOT,
                        "%s: no strategy was found to beat random choice in %d replays of the known tests; %s is taken unproven. Gain in"
                                + " %s over the rounds: %s. A gain of %.1f %% would have been found four times of five.",
                        NAME,
                        replays,
                        fallback.name(),
                        metric.lossName(),
                        comparisons.stream()
                                .map(c ->
                                        String.format(Locale.ROOT, "%s %.1f %% %s", c.arm(), -c.difference(), gain(c)))
                                .collect(Collectors.joining(", ")),
                        detectable));
    }

    private static String gain(Comparison c) {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", -c.upper(), -c.lower());
    }

    private Strategy strategy(String name) {
        return shortlist.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * What is preferred, with a note in front of the others. Asked for an untouched one, it asks the strategy that was chosen, and does not choose
     * again.
     */
    private static final class Noted implements Preference {

        private final Preference preference;
        private final Supplier<Preference> anew;
        private final String note;

        private Noted(Preference preference, Supplier<Preference> anew, String note) {
            this.preference = preference;
            this.anew = anew;
            this.note = note;
        }

        static Noted of(Supplier<Preference> chosen, String note) {
            return new Noted(chosen.get(), chosen, note);
        }

        @Override
        public Grounds grounds() {
            Grounds grounds = preference.grounds();
            List<String> notes = new ArrayList<>(List.of(note));
            notes.addAll(grounds.notes());
            return new Grounds(grounds.used(), grounds.gate(), grounds.valuation(), notes);
        }

        @Override
        public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
            return preference.best(allowed, price);
        }

        @Override
        public void take(int candidate) {
            preference.take(candidate);
        }

        @Override
        public Expectation expectation(int candidate) {
            return preference.expectation(candidate);
        }

        @Override
        public double expectedValue(int candidate) {
            return preference.expectedValue(candidate);
        }

        @Override
        public Explanation explanation(int candidate) {
            return preference.explanation(candidate);
        }

        @Override
        public Optional<Preference> untouched() {
            return Optional.of(preference
                    .untouched()
                    .map(other -> new Noted(other, anew, note))
                    .orElseGet(() -> of(anew, note)));
        }

        @Override
        public Optional<Preference> redrawn(Seed seed) {
            return preference
                    .redrawn(seed)
                    .map(other ->
                            new Noted(other, () -> preference.redrawn(seed).orElseThrow(), note));
        }
    }
}
