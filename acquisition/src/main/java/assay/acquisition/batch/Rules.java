package assay.acquisition.batch;

import assay.acquisition.Budget;
import assay.acquisition.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What whoever pays for a batch insists on, all of it at once: rules are kept, never weighed against what a strategy likes. Immutable.
 */
public final class Rules {

    /** Whatever the strategy likes. */
    public static final Rules NONE = new Rules(List.of(), Optional.empty());

    private static final int SHOWN = 3;

    private final List<Rule> rules;
    private final Optional<Rule> money;

    private Rules(List<Rule> rules, Optional<Rule> money) {
        this.rules = List.copyOf(rules);
        this.money = money;
    }

    /** @param rules in the order in which people should read of them */
    public static Rules of(List<Rule> rules) {
        return new Rules(rules, Optional.empty());
    }

    /** The same and one more. */
    public Rules with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Rules(more, money);
    }

    /** The same but one. */
    Rules without(Rule rule) {
        return new Rules(rules.stream().filter(other -> other != rule).toList(), money);
    }

    public List<Rule> list() {
        return rules;
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The candidates that are bought in any case, in order, each once. */
    List<Integer> pins() {
        return rules.stream()
                .filter(Rule.Pin.class::isInstance)
                .map(rule -> ((Rule.Pin) rule).candidate())
                .distinct()
                .toList();
    }

    /** These and the money, if that is limited: it is a sum over the batch like any other. */
    Rules withMoney(Candidates pool, Budget budget) {
        if (!budget.isLimitedByMoney()) {
            return this;
        }
        double[] costs = IntStream.range(0, pool.size()).mapToDouble(pool::cost).toArray();
        Rule limit = Rule.total("the budget of " + plain(budget.money()), costs, 0, budget.money());
        return new Rules(with(limit).rules, Optional.of(limit));
    }

    /** Whether the money is one of them. */
    boolean isAboutMoney() {
        return money.filter(rules::contains).isPresent();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Refuses rules about another number of candidates. */
    void check(Candidates pool) {
        for (Rule rule : rules) {
            int size =
                    rule instanceof Rule.Only only ? only.size() : rule instanceof Rule.Total total ? total.size() : -1;
            if (size >= 0 && size != pool.size()) {
                throw new IllegalArgumentException(
                        "%s is about %d candidates, but there are %d".formatted(rule.name(), size, pool.size()));
            }
            if (rule instanceof Rule.Pin pin && (pin.candidate() < 0 || pin.candidate() >= pool.size())) {
                throw new IllegalArgumentException("%s is candidate number %d, but there are %d"
                        .formatted(pin.name(), pin.candidate(), pool.size()));
            }
        }
    }

    /**
     * Rules that contradict each other.
     *
     * @param sets of names of rules; no batch keeps all rules of a set. Single rules if there are such, else pairs, else one set
     *     that has no smaller one in it
     * @param leavesNothing whether some set allows no candidate at all, as against requiring too much
     */
    public record Conflict(List<List<String>> sets, boolean leavesNothing) {

        /** Copies the lists. */
        public Conflict {
            sets = sets.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Looks for rules that no batch can keep: at least one candidate is bought, all pins are, and every sum reaches its lower bound.
     *
     * @return empty if all can be kept together
     */
    public Optional<Conflict> conflict(Candidates pool, Budget budget) {
        check(pool);
        Rules all = withMoney(pool, budget);
        if (all.feasible(pool, budget)) {
            return Optional.empty();
        }
        List<List<Rule>> sets = new ArrayList<>();
        for (Rule rule : all.rules) {
            if (!of(List.of(rule)).feasible(pool, budget)) {
                sets.add(List.of(rule));
            }
        }
        if (sets.isEmpty()) {
            for (int i = 0; i < all.rules.size() && sets.size() < SHOWN; i++) {
                for (int j = i + 1; j < all.rules.size() && sets.size() < SHOWN; j++) {
                    List<Rule> pair = List.of(all.rules.get(i), all.rules.get(j));
                    if (!of(pair).feasible(pool, budget)) {
                        sets.add(pair);
                    }
                }
            }
        }
        if (sets.isEmpty()) {
            sets.add(all.core(pool, budget));
        }
        boolean nothing = sets.stream().anyMatch(set -> !of(set).leavesAny(pool));
        return Optional.of(new Conflict(
                sets.stream().map(set -> set.stream().map(Rule::name).toList()).toList(), nothing));
    }

    /** A set of rules that cannot be kept, and could be if any one were dropped. */
    private List<Rule> core(Candidates pool, Budget budget) {
        Rules left = this;
        for (Rule rule : rules) {
            Rules fewer = left.without(rule);
            if (!fewer.feasible(pool, budget)) {
                left = fewer;
            }
        }
        return left.rules;
    }

    private boolean feasible(Candidates pool, Budget budget) {
        Filling filling = new Filling(pool, budget.batch(), this);
        for (int pin : pins()) {
            if (!filling.allows(pin)) {
                return false;
            }
            filling.take(pin);
        }
        return filling.isCompletable()
                && (!pins().isEmpty() || IntStream.range(0, pool.size()).anyMatch(filling::allows));
    }

    /** Whether some candidate is allowed, whatever sums must reach. */
    private boolean leavesAny(Candidates pool) {
        return IntStream.range(0, pool.size())
                .anyMatch(candidate -> rules.stream()
                        .allMatch(rule -> !(rule instanceof Rule.Only only && !only.allows(candidate))
                                && !(rule instanceof Rule.Total total && total.weight(candidate) > total.most())));
    }
}
