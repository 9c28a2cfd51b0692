package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.PreferenceAround;

/** A preference that rests on other grounds. */
final class Resting extends PreferenceAround {

    private final Grounds grounds;

    /**
     * @param preference what is preferred
     * @param grounds why
     */
    Resting(Preference preference, Grounds grounds) {
        super(preference);
        this.grounds = grounds;
    }

    @Override
    protected Preference around(Preference other) {
        return new Resting(other, grounds);
    }

    @Override
    public Grounds grounds() {
        return grounds;
    }
}
