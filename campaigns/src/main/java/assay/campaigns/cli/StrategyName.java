package assay.campaigns.cli;

import assay.acquisition.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The strategy that a command line asks for.
 *
 * @param kind of strategy
 * @param method by which VALUE values; absent for the others
 */
record StrategyName(Kind kind, Optional<MethodName> method) {

    /** The strategies there are. */
    enum Kind {
        FARTHEST_POINT,
        RANDOM,
        VALUE
    }

    private static final String VALUE_PREFIX = "value:";

    /**
     * @throws IllegalArgumentException if both or an unknown strategy or method are named
     */
    static StrategyName of(Optional<String> strategy, Optional<String> method) {
        if (strategy.isPresent() && method.isPresent()) {
            throw new IllegalArgumentException("--method %s is short for --strategy value:%s: name one of the two"
                    .formatted(method.get(), method.get()));
        }
        return method.map(m -> new StrategyName(Kind.VALUE, Optional.of(MethodName.named(m))))
                .orElseGet(() -> named(strategy.orElse("farthest-point")));
    }

    private static StrategyName named(String typed) {
        if (typed.startsWith(VALUE_PREFIX)) {
            return new StrategyName(Kind.VALUE, Optional.of(MethodName.named(typed.substring(VALUE_PREFIX.length()))));
        }
        return switch (typed) {
            case "farthest-point" -> new StrategyName(Kind.FARTHEST_POINT, Optional.empty());
            case "random" -> new StrategyName(Kind.RANDOM, Optional.empty());
            default -> throw unknown(typed);
        };
    }

    private static IllegalArgumentException unknown(String typed) {
        List<String> names = new ArrayList<>(List.of("farthest-point", "random"));
        Arrays.stream(MethodName.values()).map(m -> VALUE_PREFIX + m).forEach(names::add);
        return new IllegalArgumentException(
                NearestName.unknown("there is no strategy " + typed, typed, "All strategies:", names));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FARTHEST_POINT -> "farthest-point";
            case RANDOM -> "random";
            case VALUE -> VALUE_PREFIX + method.orElseThrow();
        };
    }
}
