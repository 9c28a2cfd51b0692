package assay.acquisition.trial;

import assay.acquisition.Preference;
import assay.acquisition.Runner;
import assay.acquisition.Seed;
import assay.acquisition.Situation;
import assay.acquisition.Strategy;
import assay.acquisition.TargetModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replays campaigns on the known experiments by every strategy of a short list and by random choice, and takes the one that would have paid
 * most, if it beats random choice beyond chance; else the fallback. What was measured is in the notes.
 *
 * <p>The comparison is {@link Comparisons}: random choice is the mean of three runs, and Holm's correction counts the whole list. The best of
 * several was lucky too, so that its gain on the replays that it was picked by is too large. Whatever is taken is therefore measured on
 * as many other replays, and the gain that is told, with its interval, is that of those alone. They are other deals of the same experiments: the
 * interval says nothing of experiments of another kind.
 *
 * <p>Where a region is declared, models are tested on the known experiments that lie there; where these are too few, or nobody said which
 * they are, a strategy is taken unproven. So it is where too few experiments are known. Costs some (6 + list) x replays x 3
 * trainings, and what the strategies take.
 *
 * @param shortlist tried, in this order; at least one
 * @param random choice, which is to be beaten
 * @param fallback taken when nothing is told apart; its name may be in the list
 * @param unproven taken when nothing can be replayed: of any number of known experiments, and candidates of a region
 * @param vast taken, and measured, where there are more than {@link Settings#largestPool} candidates and no region is declared
 * @param order of time in which experiments are dealt
 * @param runner where they are replayed
 */
public record ReplayedChoice(
        List<Contender> shortlist,
        Strategy random,
        Contender fallback,
        Contender unproven,
        Contender vast,
        Settings settings,
        TimeOrder order,
        Runner runner)
        implements Strategy {

    /**
     * A strategy, and what replays it: the same by another model, or the same.
     *
     * @param taken for the plan
     * @param replayed quick, of the same name
     */
    public record Contender(Strategy taken, Strategy replayed) {

        /** Checks the names. */
        public Contender {
            if (!taken.name().equals(replayed.name())) {
                throw new IllegalArgumentException(
                        "%s cannot be replayed by %s".formatted(taken.name(), replayed.name()));
            }
        }

        /** A strategy that is quick. */
        public static Contender of(Strategy strategy) {
            return new Contender(strategy, strategy);
        }

        String name() {
            return taken.name();
        }
    }

    /**
     * How it is replayed.
     *
     * @param trainer of the models in replays
     * @param model what they are, for people, if they are not the target model: "a forest of 50 trees"
     * @param fewest known experiments that are replayed
     * @param largestPool most candidates that all strategies are asked about
     * @param replays to pick by, and as many to measure on; at least 2
     */
    public record Settings(
            TargetModel.Trainer trainer, Optional<String> model, int fewest, int largestPool, int replays) {

        /** Checks the bounds. */
        public Settings {
            if (replays < 2) {
                throw new IllegalArgumentException("replays (%d) must be at least 2".formatted(replays));
            }
        }
    }

    /** When known experiments were run. */
    @FunctionalInterface
    public interface TimeOrder {

        /** Nothing is known of it: replays are dealt at random. */
        TimeOrder UNKNOWN = rows -> Optional.empty();

        /**
         * The known experiments, the oldest first.
         *
         * @param rows how many are known
         */
        Optional<int[]> oldestFirst(int rows);
    }

    private static final String NAME = "auto";

    /** Checks that something can be chosen. */
    public ReplayedChoice {
        shortlist = List.copyOf(shortlist);
        if (shortlist.isEmpty()) {
            throw new IllegalArgumentException("a replayed choice needs at least 1 strategy");
        }
    }

    /** A strategy, and why. */
    private record Choice(Contender contender, String why) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preference prefer(Situation situation, Seed seed) {
        Choice choice = choose(situation, seed.derive("replays"));
        Strategy taken = choice.contender().taken();
        Seed own = seed.derive(taken.name());
        return Noted.of(() -> taken.prefer(situation, own), NAME + ": " + choice.why());
    }

    private Choice choose(Situation situation, Seed seed) {
        int known = situation.known().size();
        Optional<List<Boolean>> region = situation.knownInRegion();
        boolean everywhere = region.filter(inside -> !inside.contains(false)).isPresent();
        boolean isVast = situation.pool().size() > settings.largestPool() && everywhere;
        if (region.isEmpty()) {
            return new Choice(
                    unproven,
                    "which known tests lie in the declared region cannot be told, so that campaigns cannot be replayed; %s is taken"
                                    .formatted(unproven.name())
                            + " unproven.");
        }
        HistoryReplays replays =
                new HistoryReplays(situation.known(), region.get(), settings.trainer(), order, random, runner);
        if (known < settings.fewest() || everywhere && !replays.arePossible()) {
            Contender taken = isVast ? vast : unproven;
            return new Choice(
                    taken,
                    "%d known tests are too few to replay campaigns on; %s is taken unproven."
                            .formatted(known, taken.name()));
        }
        if (!replays.arePossible()) {
            return new Choice(
                    unproven,
                    "of %d known tests %d lie in the declared region, too few to test replayed campaigns on; %s, which heeds the region, is taken unproven."
                            .formatted(
                                    known,
                                    region.get().stream().filter(in -> in).count(),
                                    unproven.name()));
        }
        Choice choice = isVast
                ? new Choice(
                        vast,
                        "of %d candidates, more than %d, %s is taken without a choice: other strategies would take long and much memory."
                                .formatted(situation.pool().size(), settings.largestPool(), vast.name()))
                : picked(replays, seed);
        return new Choice(
                choice.contender(),
                choice.why() + " " + measured(replays, choice.contender(), seed)
                        + circumstances(replays, known, everywhere));
    }

    private Choice picked(HistoryReplays replays, Seed seed) {
        List<Comparison> comparisons = replays.compare(
                "Replaying strategies",
                shortlist.stream().map(Contender::replayed).toList(),
                0,
                settings.replays(),
                seed);
        Optional<Comparison> winner = comparisons.stream()
                .filter(c -> c.verdict() == Verdict.BETTER)
                .min(Comparator.comparingDouble(Comparison::difference));
        String tried = comparisons.stream()
                .map(c -> String.format(Locale.ROOT, "%s %.1f %%", c.arm(), -c.difference()))
                .collect(Collectors.joining(", "));
        if (winner.isPresent()) {
            Comparison best = winner.get();
            return new Choice(
                    shortlist.stream()
                            .filter(contender -> contender.name().equals(best.arm()))
                            .findFirst()
                            .orElseThrow(),
                    String.format(
                            Locale.ROOT,
                            "%s won %d replays of campaigns on the known tests (p %.3f for %d strategies together; gains over random choice: %s).",
                            best.arm(),
                            settings.replays(),
                            best.pAdjusted(),
                            comparisons.size(),
                            tried));
        }
        double detectable = comparisons.stream()
                .mapToDouble(Comparison::minimumDetectable)
                .max()
                .orElseThrow();
        return new Choice(
                fallback,
                String.format(
                        Locale.ROOT,
                        "no strategy was found to beat random choice in %d replays of campaigns on the known tests (gains: %s; one of %.1f %% would"
                                + " have been found four times of five); %s is taken.",
                        settings.replays(),
                        tried,
                        detectable,
                        fallback.name()));
    }

    /** On replays that had no part in picking. */
    private String measured(HistoryReplays replays, Contender taken, Seed seed) {
        Comparison gain = replays.compare(
                        "Measuring its gain", List.of(taken.replayed()), settings.replays(), settings.replays(), seed)
                .get(0);
        return String.format(
                Locale.ROOT,
                "Measured on %d other replays, its %s over the rounds was %.1f %% %s than that of random choice (95 %% interval of the gain [%.1f,"
                        + " %.1f] %%). Tests saved: %.0f [%.0f, %.0f] of %d.",
                settings.replays(),
                replays.metric().lossName(),
                Math.abs(gain.difference()),
                gain.difference() > 0 ? "higher" : "lower",
                -gain.upper(),
                -gain.lower(),
                gain.testsSaved(),
                gain.savedLower(),
                gain.savedUpper(),
                replays.bought());
    }

    private String circumstances(HistoryReplays replays, int known, boolean everywhere) {
        StringBuilder text = new StringBuilder();
        settings.model()
                .ifPresent(
                        model -> text.append(" Replays train ").append(model).append(" in place of the target model."));
        if (order.oldestFirst(known).isPresent()) {
            text.append(" They are dealt in order of time.");
        }
        if (replays.dealt() == HistoryReplays.MOST_DEALT && known > HistoryReplays.MOST_DEALT) {
            text.append(" Each has %d of the %d known tests.".formatted(replays.dealt(), known));
        }
        if (!everywhere) {
            text.append(" Their models are tested in the declared region.");
        }
        return text.toString();
    }
}
