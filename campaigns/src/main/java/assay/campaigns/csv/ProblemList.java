package assay.campaigns.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the problems of one reading. Problems of one column that expect the same are one group: its first
 * {@link #SHOWN} are kept, the others counted. Of several errors in one cell only the first counts: a cell that cannot be
 * read is not reported as missing as well. Grows; not thread-safe.
 */
final class ProblemList {

    /** How many problems of a group are shown. */
    static final int SHOWN = 20;

    private static final class Group {
        private final List<Problem> shown = new ArrayList<>();
        private int more;
        private int lastLine;
    }

    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private final Set<List<Object>> cells = new HashSet<>();
    private int errors;

    void add(Problem problem) {
        boolean inCell =
                problem.isError() && problem.line() > 0 && !problem.column().isEmpty();
        if (inCell && !cells.add(List.of(problem.file(), problem.line(), problem.column()))) {
            return;
        }
        Group group = groups.computeIfAbsent(
                List.of(problem.severity().name(), problem.file(), problem.column(), problem.expected()),
                key -> new Group());
        if (group.shown.size() < SHOWN) {
            group.shown.add(problem);
        } else {
            group.more++;
            group.lastLine = problem.line();
        }
        if (problem.isError()) {
            errors++;
        }
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** The problems in the order they were found, those of a group together, with a last one that counts what is not shown. */
    List<Problem> toList() {
        List<Problem> all = new ArrayList<>();
        for (Group group : groups.values()) {
            all.addAll(group.shown);
            if (group.more > 0) {
                Problem first = group.shown.get(0);
                String found = String.format(Locale.ROOT, "%,d more of this kind", group.more)
                        + (group.lastLine > 0 ? ", the last in line " + group.lastLine : "");
                all.add(new Problem(
                        first.severity(), first.file(), 0, first.column(), found, first.expected(), first.cure()));
            }
        }
        return List.copyOf(all);
    }

    /** Ends the reading if it cannot go on. */
    void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidDataException(toList());
        }
    }
}
