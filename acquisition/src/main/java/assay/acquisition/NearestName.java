package assay.acquisition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant: every message about an unknown name suggests one. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known word that is fewest edits (Levenshtein, upper and lower case alike) away, if at most a third of the
     * letters differ; else the first one that contains the word or is contained in it.
     */
    public static Optional<String> of(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<String> close = known.stream()
                .filter(k -> edits(lower, k.toLowerCase(Locale.ROOT))
                        <= Math.max(1, Math.max(lower.length(), k.length()) / 3))
                .min(Comparator.comparingInt(k -> edits(lower, k.toLowerCase(Locale.ROOT))));
        return close.or(() -> known.stream()
                .filter(k -> Math.min(k.length(), lower.length()) >= 3)
                .filter(k -> k.toLowerCase(Locale.ROOT).contains(lower) || lower.contains(k.toLowerCase(Locale.ROOT)))
                .findFirst());
    }

    /** {@code Maybe "mass"?}, or nothing if no known word is near. */
    public static String cure(String word, Collection<String> known) {
        return of(word, known).map(k -> "Maybe \"" + k + "\"?").orElse("");
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
