package assay.acquisition.trial;

import assay.acquisition.Preference;
import assay.acquisition.PreferenceAround;
import assay.acquisition.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is preferred, with a note in front of the others. Asked for an untouched one, it asks the strategy that was chosen, and does not choose
 * again.
 */
final class Noted extends PreferenceAround {

    private final Supplier<Preference> anew;
    private final String note;

    private Noted(Preference preference, Supplier<Preference> anew, String note) {
        super(preference);
        this.anew = anew;
        this.note = note;
    }

    /** @param chosen asks the strategy that was chosen */
    static Noted of(Supplier<Preference> chosen, String note) {
        return new Noted(chosen.get(), chosen, note);
    }

    @Override
    protected Preference around(Preference other) {
        return new Noted(other, anew, note);
    }

    @Override
    public Grounds grounds() {
        Grounds grounds = inner.grounds();
        List<String> notes = new ArrayList<>(List.of(note));
        notes.addAll(grounds.notes());
        return new Grounds(grounds.used(), grounds.gate(), grounds.valuation(), notes);
    }

    @Override
    public Optional<Preference> untouched() {
        return super.untouched().or(() -> Optional.of(of(anew, note)));
    }

    @Override
    public Optional<Preference> redrawn(Seed seed) {
        return inner.redrawn(seed)
                .map(other -> new Noted(other, () -> inner.redrawn(seed).orElseThrow(), note));
    }
}
