package assay.acquisition.strategy;

import assay.acquisition.Explanation;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** A preference that rests on other grounds. */
final class Resting implements Preference {

    private final Preference preference;
    private final Grounds grounds;

    /**
     * @param preference what is preferred
     * @param grounds why
     */
    Resting(Preference preference, Grounds grounds) {
        this.preference = preference;
        this.grounds = grounds;
    }

    @Override
    public Grounds grounds() {
        return grounds;
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
    public Explanation explanation(int candidate) {
        return preference.explanation(candidate);
    }

    @Override
    public double expectedValue(int candidate) {
        return preference.expectedValue(candidate);
    }

    @Override
    public Optional<Preference> untouched() {
        return preference.untouched().map(other -> new Resting(other, grounds));
    }

    @Override
    public Optional<Preference> redrawn(Seed seed) {
        return preference.redrawn(seed).map(other -> new Resting(other, grounds));
    }
}
