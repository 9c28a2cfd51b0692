package assay.acquisition.batch;

import assay.acquisition.Candidates;
import assay.acquisition.Preference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * A batch that keeps all rules: pins first, then what is preferred, one candidate after the other.
 *
 * @param choices in the order in which they were made
 * @param preference with all of them taken
 */
record Batch(List<Preference.Choice> choices, Preference preference) {

    /**
     * Fills a batch. Where money is limited, two are filled, and the one of the higher summed gain is taken: the best per price first, and
     * the best first whatever it costs. Each may be arbitrarily poor; the better of the two is at least half as good as the best batch where
     * money is the only limit and gains add up, and (1 - 1/e) / 2 of it where they diminish (Khuller, Moss and Naor, 1999;
     * Leskovec et al., "Cost-effective outbreak detection in networks", KDD 2007). The first one is taken where the strategy measures
     * no gain.
     *
     * @param fresh a preference of which nothing is taken, another one at each call
     * @param money whether prices count
     */
    static Batch fill(Supplier<Preference> fresh, Candidates pool, int places, Rules rules, Money money) {
        IntToDoubleFunction free = candidate -> 1;
        if (money == Money.UNLIMITED) {
            return filled(fresh.get(), pool, places, rules, free);
        }
        Batch perPrice = filled(fresh.get(), pool, places, rules, pool::cost);
        if (Double.isNaN(perPrice.gain())) {
            return perPrice;
        }
        Batch plain = filled(fresh.get(), pool, places, rules, free);
        return plain.gain() > perPrice.gain() ? plain : perPrice;
    }

    /** Whether the price of a candidate matters. */
    enum Money {
        LIMITED,
        UNLIMITED
    }

    private static Batch filled(
            Preference preference, Candidates pool, int places, Rules rules, IntToDoubleFunction price) {
        Filling filling = new Filling(pool, places, rules);
        List<Preference.Choice> choices = new ArrayList<>();
        for (int pin : rules.pins()) {
            Preference.Choice choice = preference
                    .best(candidate -> candidate == pin, price)
                    .map(best -> new Preference.Choice(pin, best.gain(), "pinned; " + best.reason()))
                    .orElse(new Preference.Choice(pin, Double.NaN, "pinned"));
            filling.take(pin);
            preference.take(pin);
            choices.add(choice);
        }
        for (Optional<Preference.Choice> best = preference.best(filling::allows, price);
                best.isPresent();
                best = preference.best(filling::allows, price)) {
            filling.take(best.get().candidate());
            preference.take(best.get().candidate());
            choices.add(best.get());
        }
        return new Batch(choices, preference);
    }

    /** Summed over all choices, in the strategy's own unit; NaN if it measures nothing. */
    double gain() {
        return choices.stream().mapToDouble(Preference.Choice::gain).sum();
    }

    /** Mean expected value of the picks; NaN if there are none, or the strategy expects none. */
    double expectedValue() {
        return choices.stream()
                .mapToDouble(choice -> preference.expectedValue(choice.candidate()))
                .average()
                .orElse(Double.NaN);
    }

    /** How many candidates of this batch are not in another one. */
    int notIn(Batch other) {
        Set<Integer> others = new HashSet<>(other.candidates());
        return (int) candidates().stream()
                .filter(candidate -> !others.contains(candidate))
                .count();
    }

    List<Integer> candidates() {
        return choices.stream().map(Preference.Choice::candidate).toList();
    }
}
