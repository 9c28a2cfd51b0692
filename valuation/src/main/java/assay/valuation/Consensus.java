package assay.valuation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Consensus: the probability that an experiment is sound, by what several witnesses say of it. Ours; {@link
 * ConsensusValuator} says how it works.
 *
 * @param witnesses who is heard, at least one
 * @param folds parts that are set apart in turn, at least 2
 * @param trees of each forest, at least 1
 * @param rounds how often the witnesses are heard, each time without the experiments that were found spoiled before
 * @param repeats how often all is done with other folds, at least 1; a standard error needs 2
 */
public record Consensus(Set<Witness> witnesses, int folds, int trees, int rounds, int repeats)
        implements ValuationMethod {

    /** Somebody with an opinion on experiments that were not seen before. */
    public enum Witness {
        /** How well a random forest foretells the target. */
        FOREST,
        /** How well the nearest neighbours foretell the target. */
        NEIGHBOURS,
        /** How well networks foretell the target. */
        NETWORK,
        /** How far the nearest neighbours are. */
        DISTANCE,
        /** How far the inputs are from their mean, in units of their covariance. */
        COVARIANCE,
        /** How far out each input is among the values of its column. */
        TAILS,
        /** How many inputs have a value that nobody else has: readings come in steps, noise does not. */
        GRID,
        /** What a forest says that has learnt to tell experiments from copies with noise in their inputs. */
        CONTRAST
    }

    /** All witnesses, three rounds, twice. */
    public static final Consensus DEFAULT = new Consensus(EnumSet.allOf(Witness.class), 5, 50, 3, 2);

    /** Checks all bounds. */
    public Consensus {
        witnesses = Set.copyOf(witnesses);
        if (witnesses.isEmpty()) {
            throw new IllegalArgumentException("witnesses are none, but there must be at least one");
        }
        atLeast("folds", folds, 2);
        atLeast("trees", trees, 1);
        atLeast("rounds", rounds, 1);
        atLeast("repeats", repeats, 1);
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException("%s (%d) must be at least %d".formatted(name, value, bound));
        }
    }

    public Consensus withWitnesses(Set<Witness> others) {
        return new Consensus(others, folds, trees, rounds, repeats);
    }

    public Consensus withoutWitness(Witness witness) {
        Set<Witness> others = EnumSet.copyOf(witnesses);
        others.remove(witness);
        return withWitnesses(others);
    }

    public Consensus withTrees(int other) {
        return new Consensus(witnesses, folds, other, rounds, repeats);
    }

    public Consensus withRounds(int other) {
        return new Consensus(witnesses, folds, trees, other, repeats);
    }

    public Consensus withRepeats(int other) {
        return new Consensus(witnesses, folds, trees, rounds, other);
    }

    @Override
    public String name() {
        return "consensus";
    }

    @Override
    public String describe() {
        String heard = EnumSet.copyOf(witnesses).stream()
                .map(witness -> witness.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "consensus of %s; %d folds, %d trees, %d rounds, %d repeats"
                .formatted(heard, folds, trees, rounds, repeats);
    }
}
