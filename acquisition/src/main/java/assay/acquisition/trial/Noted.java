package assay.acquisition.trial;

import assay.acquisition.Explanation;
import assay.acquisition.Preference;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * What is preferred, with a note in front of the others. Asked for an untouched one, it asks the strategy that was chosen, and does not choose
 * again.
 */
final class Noted implements Preference {

    private final Preference preference;
    private final Supplier<Preference> anew;
    private final String note;

    private Noted(Preference preference, Supplier<Preference> anew, String note) {
        this.preference = preference;
        this.anew = anew;
        this.note = note;
    }

    /** @param chosen asks the strategy that was chosen */
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
                .map(other -> new Noted(other, () -> preference.redrawn(seed).orElseThrow(), note));
    }
}
