package assay.acquisition;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * What a strategy would like to buy next, given what was taken so far. Mutable, on one thread; lives while one batch is built.
 *
 * <p>{@link #best} changes nothing: whoever asks decides what is taken. A candidate may be taken that was never best.
 */
public interface Preference {

    /**
     * What a strategy likes best.
     *
     * @param candidate position in the pool
     * @param gain what taking it now is worth to the strategy, in a unit of its own that only compares candidates of one
     *     batch; NaN if the strategy measures nothing (random choice)
     * @param reason why, for people: "fills a gap: 1.20 from the nearest past test"
     */
    record Choice(int candidate, double gain, String reason) {}

    /**
     * What is known of the value of a candidate, as a share of past experiments that are worth less, 0 .. 1.
     *
     * @param value expected
     * @param lower end of an interval
     * @param upper end of the interval
     */
    record Expectation(double value, double lower, double upper) {

        /** Nothing is expected. */
        public static final Expectation NONE = new Expectation(Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * What a preference rests on.
     *
     * @param used name of the strategy that really chooses; not the one that was asked for if that fell back
     * @param gate what the skill gate measured; absent if no values are used
     * @param valuation of the known experiments; absent likewise
     * @param notes what the reader should know before spending money, most important first
     */
    record Grounds(String used, Optional<SkillGate> gate, Optional<Valuation> valuation, List<String> notes) {

        /** Copies the list. */
        public Grounds {
            notes = List.copyOf(notes);
        }

        /** A strategy that needs no values and has nothing to warn of. */
        public static Grounds of(String used) {
            return new Grounds(used, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /**
     * The candidate of the highest gain per price among those that are allowed and not taken; equally good ones in pool order.
     * Empty if there is none.
     *
     * @param allowed may be asked for any candidate, any number of times
     * @param price > 0 of a candidate; 1 for all where money does not count. A baseline may ignore it
     */
    Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price);

    /** Takes a candidate: what is preferred from now on reckons with its result. */
    void take(int candidate);

    /** What this rests on. */
    Grounds grounds();

    /** What the value of a candidate is expected to be; {@link Expectation#NONE} if the strategy does not say. */
    default Expectation expectation(int candidate) {
        return Expectation.NONE;
    }

    /** What stands behind {@link #expectation}; {@link Explanation#NONE} if the strategy does not say. */
    default Explanation explanation(int candidate) {
        return Explanation.NONE;
    }

    /** The value of {@link #expectation} alone, which is cheap to ask of every candidate. */
    default double expectedValue(int candidate) {
        return expectation(candidate).value();
    }

    /**
     * This preference as it was before anything was taken, to build another batch with; empty if the strategy has to be asked anew.
     */
    default Optional<Preference> untouched() {
        return Optional.empty();
    }

    /**
     * This preference as it could have been, had chance dealt other experiments: for the probability of being in the batch. Asked
     * for before anything is taken; empty if the strategy does not know.
     */
    default Optional<Preference> redrawn(Seed seed) {
        return Optional.empty();
    }
}
