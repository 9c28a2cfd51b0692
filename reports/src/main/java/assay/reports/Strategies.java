package assay.reports;

import java.util.Map;

/** What the names of strategies mean, in the words of a test engineer. */
final class Strategies {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("random", "drawn at random"),
            Map.entry("null", "drawn at random, as a control"),
            Map.entry("farthest-point", "as far as possible from every test that is known"),
            Map.entry("alc", "those that reduce the model's uncertainty most over all candidates"),
            Map.entry(
                    "alc-plain",
                    "those that reduce the model's uncertainty most over all candidates, by distance alone"),
            Map.entry(
                    "alc-importance",
                    "those that reduce the model's uncertainty most over all candidates, by distance in important settings"),
            Map.entry("alc-error", "those that reduce the model's uncertainty most where it is expected to err"),
            Map.entry(
                    "alc-committee", "those that reduce the uncertainty of two models most where errors are expected"),
            Map.entry(
                    "alc-robust",
                    "those that reduce the uncertainty most, smooth or rough, where the model is expected to err"),
            Map.entry(
                    "alc-ensemble",
                    "those that reduce most of what models of several seeds are unsure about, where errors are expected"),
            Map.entry("entropy", "where the class is most open"),
            Map.entry("margin", "where two classes are most alike"),
            Map.entry("bald", "where models trained from several seeds disagree most"),
            Map.entry("ads", "of high expected value, spread out as a network sees them"),
            Map.entry("random-in-region", "drawn at random in the declared region, as a control"),
            Map.entry("random-prefilter", "drawn at random, as a control"),
            Map.entry("error-coverage", "far from known tests and where the model is expected to err"),
            Map.entry("lcmd", "one from each of the largest uncovered regions"),
            Map.entry("uncertainty", "where the model is least certain"),
            Map.entry("error", "where the model is expected to err most"),
            Map.entry("bandit", "each round by the strategy that paid so far"),
            Map.entry("auto", "the strategy that won replays of the past, if any did"),
            Map.entry("engineer", "in the order of the candidates' file"));

    private Strategies() {}

    /** Whether the strategy takes the candidates of highest expected value, with or without spreading them out. */
    static boolean ranksByValue(String strategy) {
        return strategy.startsWith("value:");
    }

    /** The name, and in brackets what it means if that is known here. */
    static String explain(String strategy) {
        String meaning = meaning(strategy);
        return meaning.isEmpty() ? strategy : strategy + " (" + meaning + ")";
    }

    /** What the name means; empty if that is not known here. */
    static String meaning(String strategy) {
        int plus = strategy.indexOf('+');
        String meaning = MEANINGS.getOrDefault(plus < 0 ? strategy : strategy.substring(0, plus), "");
        return meaning.isEmpty() || plus < 0 ? meaning : meaning + ", spread out";
    }
}
