package assay.acquisition.strategy;

import assay.acquisition.Preference;
import assay.acquisition.Seed;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** The highest score first, whatever was taken before: nothing keeps such a batch from clustering. */
final class Scored implements Preference {

    private final String name;
    private final double[] scores;
    private final DoubleFunction<String> reason;
    private final Optional<Function<Seed, double[]>> chance;
    private final boolean[] taken;

    /**
     * @param scores one per candidate, not negative
     * @param reason why a candidate of such a score
     * @param chance the scores as they could have been, had chance dealt other experiments; absent if that is not known
     */
    Scored(String name, double[] scores, DoubleFunction<String> reason, Optional<Function<Seed, double[]>> chance) {
        this.name = name;
        this.scores = scores.clone();
        this.reason = reason;
        this.chance = chance;
        this.taken = new boolean[scores.length];
    }

    @Override
    public Optional<Choice> best(IntPredicate allowed, IntToDoubleFunction price) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (!taken[i] && scores[i] / price.applyAsDouble(i) > most && allowed.test(i)) {
                best = i;
                most = scores[i] / price.applyAsDouble(i);
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Choice(best, scores[best], reason.apply(scores[best])));
    }

    @Override
    public void take(int candidate) {
        taken[candidate] = true;
    }

    @Override
    public Grounds grounds() {
        return Grounds.of(name);
    }

    @Override
    public Optional<Preference> untouched() {
        return Optional.of(new Scored(name, scores, reason, chance));
    }

    @Override
    public Optional<Preference> redrawn(Seed seed) {
        return chance.map(scoresByChance -> new Scored(name, scoresByChance.apply(seed), reason, chance));
    }
}
