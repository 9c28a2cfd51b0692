package assay.acquisition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant: every message about an unknown name suggests one. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known word that is fewest edits away (neighbouring letters swapped count as one, upper and lower case are
     * alike), if at most a third of the letters differ, or one of two; else the first one that contains the word or is
     * contained in it.
     */
    public static Optional<String> of(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<String> close = known.stream()
                .filter(k ->
                        edits(lower, k.toLowerCase(Locale.ROOT)) <= tolerated(Math.max(lower.length(), k.length())))
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

    /** {@code there is no method losval. Maybe "lossval"? All methods: lossval, random}. */
    public static String unknown(String complaint, String word, String list, Collection<String> known) {
        String cure = cure(word, known);
        return "%s. %s%s %s".formatted(complaint, cure.isEmpty() ? "" : cure + " ", list, String.join(", ", known));
    }

    /** Of two single letters, one edit makes any other: that is no likeness. */
    private static int tolerated(int letters) {
        return letters < 2 ? 0 : Math.max(1, letters / 3);
    }

    /** Letters inserted, left out, replaced, or swapped with their neighbour. */
    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
