package assay.valuation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shapley values of a nearest-neighbour predictor, in closed form: no training, and exact.
 *
 * <p>Jia et al., "Efficient Task-Specific Data Valuation for Nearest Neighbor Algorithms", PVLDB 12(11), 2019, and for
 * soft votes Wang and Jia, "A Note on 'Efficient Task-Specific Data Valuation for Nearest Neighbor Algorithms'", 2023.
 * {@link KnnShapleyValuator} says what is computed and where we differ.
 *
 * @param neighbours K; with several, the utility is the mean of theirs, which costs no more than one
 * @param vote of neighbours in classification; regression takes the mean of their targets
 * @param space where neighbours are near
 */
public record KnnShapley(List<Integer> neighbours, Vote vote, Space space) implements ValuationMethod {

    /** What the vote of fewer than K neighbours is divided by. */
    public enum Vote {
        /** K, as in the paper of 2019. */
        HARD,
        /** Their number, and no neighbours give every class the same chance, as in the note of 2023. */
        SOFT
    }

    /** Ten neighbours, as in OpenDataVal. */
    public static final KnnShapley DEFAULT = new KnnShapley(List.of(10), Vote.HARD, Space.FEATURES);

    /** Checks all bounds. */
    public KnnShapley {
        neighbours = List.copyOf(neighbours);
        if (neighbours.isEmpty()) {
            throw new IllegalArgumentException("k is empty. Maybe k=10?");
        }
        for (int k : neighbours) {
            if (k < 1) {
                throw new IllegalArgumentException("k (%d) must be at least 1".formatted(k));
            }
        }
    }

    public KnnShapley withNeighbours(Integer... others) {
        return new KnnShapley(List.of(others), vote, space);
    }

    public KnnShapley withVote(Vote other) {
        return new KnnShapley(neighbours, other, space);
    }

    public KnnShapley withSpace(Space other) {
        return new KnnShapley(neighbours, vote, other);
    }

    @Override
    public String name() {
        return "knn-shapley";
    }

    /** A network's embedding needs a network. */
    @Override
    public boolean takesPartInTraining() {
        return space == Space.EMBEDDING;
    }

    @Override
    public String describe() {
        return "%s, k %s, %s vote, space of the %s"
                .formatted(
                        name(),
                        neighbours.stream().map(k -> Integer.toString(k)).collect(Collectors.joining(" and ")),
                        vote.name().toLowerCase(Locale.ROOT),
                        space.name().toLowerCase(Locale.ROOT));
    }
}
