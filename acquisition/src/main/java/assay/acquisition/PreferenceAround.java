package assay.acquisition;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** A preference that answers as another does, but for what its subclass changes; so do those that it makes of itself. */
public abstract class PreferenceAround implements Preference {

    /** The other. */
    protected final Preference inner;

    /** @param inner who answers */
    protected PreferenceAround(Preference inner) {
        this.inner = inner;
    }

    /** The same change of another preference. */
    protected abstract Preference around(Preference other);

    @Override
    public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
        return inner.best(allowed, price);
    }

    @Override
    public void take(int candidate) {
        inner.take(candidate);
    }

    @Override
    public Grounds grounds() {
        return inner.grounds();
    }

    @Override
    public Expectation expectation(int candidate) {
        return inner.expectation(candidate);
    }

    @Override
    public Explanation explanation(int candidate) {
        return inner.explanation(candidate);
    }

    @Override
    public double expectedValue(int candidate) {
        return inner.expectedValue(candidate);
    }

    @Override
    public Optional<Preference> untouched() {
        return inner.untouched().map(this::around);
    }

    @Override
    public Optional<Preference> redrawn(Seed seed) {
        return inner.redrawn(seed).map(this::around);
    }
}
