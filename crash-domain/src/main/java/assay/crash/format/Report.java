package assay.crash.format;

import assay.crash.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The problems met in one test, in the order they were met. Of files that are wrong from end to end the first ones are
 * kept and the rest is counted. Confined to one thread.
 */
final class Report {

    private static final int KEPT = 500;
    private static final int LONGEST_QUOTE = 60;

    private final List<Problem> problems = new ArrayList<>();
    private int dropped;

    void add(String file, int line, String field, String found, String expected, String cure) {
        add(new Problem(file, line, field, found, expected, cure));
    }

    void add(Problem problem) {
        if (problems.size() < KEPT) {
            problems.add(problem);
        } else {
            dropped++;
        }
    }

    List<Problem> problems() {
        if (dropped == 0) {
            return List.copyOf(problems);
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(new Problem(
                problems.get(0).file(),
                0,
                "",
                dropped + " more problems",
                "none",
                "Maybe the file is not what it seems"));
        return all;
    }

    /** What stands in a file, in quotes, without control characters, cut where it is long. */
    static String quote(String found) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(found.length(), LONGEST_QUOTE); i++) {
            char c = found.charAt(i);
            text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return text.append(found.length() > LONGEST_QUOTE ? "...\"" : "\"").toString();
    }
}
