package assay.campaigns.cli;

import assay.acquisition.NearestName;
import assay.acquisition.Task;
import assay.acquisition.strategy.Diversity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The strategy that a command line asks for.
 *
 * @param kind of strategy
 * @param method by which VALUE values; absent for the others
 * @param diversity what keeps its batch from clustering
 */
record StrategyName(Kind kind, Optional<MethodName> method, Diversity diversity) {

    /** The strategies there are. */
    enum Kind {
        AUTO("auto"),
        BANDIT("bandit"),
        FARTHEST_POINT("farthest-point"),
        ALC("alc"),
        ALC_PLAIN("alc-plain"),
        ALC_IMPORTANCE("alc-importance"),
        ALC_ERROR("alc-error"),
        ALC_COMMITTEE("alc-committee"),
        ALC_ROBUST("alc-robust"),
        ALC_ENSEMBLE("alc-ensemble"),
        ERROR_COVERAGE("error-coverage"),
        LCMD("lcmd"),
        ERROR("error"),
        UNCERTAINTY("uncertainty"),
        ENTROPY("entropy"),
        MARGIN("margin"),
        BALD("bald"),
        ADS("ads"),
        RANDOM("random"),
        NULL("null"),
        RANDOM_IN_REGION("random-in-region"),
        RANDOM_PREFILTER("random-prefilter+coreset"),
        VALUE("value");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Whether it learns from errors or values out of fold, and cannot do without. */
        boolean needsFolds() {
            return switch (this) {
                case BANDIT, VALUE, ADS, ERROR, ERROR_COVERAGE, ALC_ERROR, ALC_COMMITTEE, ALC_ROBUST, ALC_ENSEMBLE ->
                    true;
                default -> false;
            };
        }

        /** Whether it may train the target model; others look at settings, or ask a forest. */
        boolean trainsModel() {
            return needsFolds() || this == AUTO || this == ENTROPY || this == MARGIN || this == BALD;
        }

        /** Whether its batch is thinned out already. */
        boolean spreadsOut() {
            return this == FARTHEST_POINT || this == RANDOM_PREFILTER || this == ADS;
        }
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
        return named(method.map(m -> VALUE_PREFIX + m).orElse(strategy.orElse(Kind.AUTO.word)));
    }

    private static StrategyName named(String typed) {
        Optional<StrategyName> whole = simple(typed);
        if (whole.isPresent()) {
            return whole.get();
        }
        Diversity diversity = Arrays.stream(Diversity.values())
                .filter(d -> d != Diversity.NONE && typed.endsWith(suffix(d)))
                .findFirst()
                .orElse(Diversity.NONE);
        String base = typed.substring(0, typed.length() - suffix(diversity).length());
        StrategyName name = base.startsWith(VALUE_PREFIX)
                ? new StrategyName(
                        Kind.VALUE,
                        Optional.of(MethodName.named(base.substring(VALUE_PREFIX.length()))),
                        Diversity.NONE)
                : simple(base).orElseThrow(() -> unknown(typed));
        return name.with(diversity);
    }

    private static String suffix(Diversity diversity) {
        return diversity == Diversity.NONE ? "" : "+" + Typed.word(diversity);
    }

    private static Optional<StrategyName> simple(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.VALUE && kind.word.equals(word))
                .map(kind -> new StrategyName(kind, Optional.empty(), Diversity.NONE))
                .findFirst();
    }

    private static IllegalArgumentException unknown(String typed) {
        List<String> names = new ArrayList<>();
        Arrays.stream(Kind.values()).filter(kind -> kind != Kind.VALUE).forEach(kind -> names.add(kind.word));
        Arrays.stream(MethodName.values()).map(m -> VALUE_PREFIX + m).forEach(names::add);
        return new IllegalArgumentException(
                NearestName.unknown("there is no strategy " + typed, typed, "All strategies:", names));
    }

    /**
     * The same, thinned out.
     *
     * @throws IllegalArgumentException if that would make no sense
     */
    StrategyName with(Diversity other) {
        if (other != Diversity.NONE && (diversity != Diversity.NONE || kind.spreadsOut())) {
            throw new IllegalArgumentException(
                    "%s spreads its batch out already. Maybe without %s?".formatted(this, Typed.word(other)));
        }
        return other == Diversity.NONE ? this : new StrategyName(kind, method, other);
    }

    /**
     * This, if it can make a plan by itself.
     *
     * @throws IllegalArgumentException if it needs to see a campaign from its first round on
     */
    StrategyName checkedForPlan() {
        if (kind == Kind.BANDIT) {
            throw new IllegalArgumentException(
                    "strategy bandit looks back on the rounds of a campaign: `assay simulate` has them. Maybe auto?");
        }
        return this;
    }

    /**
     * This, if it can choose for such a target and with such a model.
     *
     * @throws IllegalArgumentException if it cannot
     */
    StrategyName checkedFor(Task task, ModelKind model) {
        if ((kind == Kind.ENTROPY || kind == Kind.MARGIN) && !(task instanceof Task.Classification)) {
            throw new IllegalArgumentException(
                    "strategy %s chooses between classes, but the target is a number. Maybe uncertainty?"
                            .formatted(kind.word));
        }
        if (kind == Kind.BALD && (model == ModelKind.LINEAR || model == ModelKind.KNN)) {
            throw new IllegalArgumentException(
                    "strategy bald needs a model that training from several seeds makes different, but the model is %s. Maybe --model compact?"
                            .formatted(Typed.word(model)));
        }
        if (diversity == Diversity.BADGE && !model.hasEmbedding()) {
            throw new IllegalArgumentException(
                    "badge looks at the last layer of a network, but the model is %s. Maybe --model compact?"
                            .formatted(Typed.word(model)));
        }
        if (kind == Kind.ADS && !model.hasEmbedding()) {
            throw new IllegalArgumentException(
                    "strategy ads looks through the last hidden layer of a network, but the model is %s. Maybe --model compact?"
                            .formatted(Typed.word(model)));
        }
        return this;
    }

    @Override
    public String toString() {
        String name = method.map(m -> VALUE_PREFIX + m).orElse(kind.word);
        return name + suffix(diversity);
    }
}
