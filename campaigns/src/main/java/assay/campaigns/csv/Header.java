package assay.campaigns.csv;

import assay.acquisition.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The names and units in the first line of a file. {@code mass [kg]} is the column mass with the unit kg; people may
 * refer to it as {@code mass} or {@code mass [kg]}.
 *
 * @param file as the user named it
 * @param line of the header
 * @param names one per column, all different
 * @param problems of the header
 */
record Header(String file, int line, List<Name> names, List<Problem> problems) {

    /** Name without unit, and unit; empty if none is given. */
    record Name(String name, String unit) {

        private static final Pattern WITH_UNIT = Pattern.compile("(.*?\\S)\\s*\\[\\s*([^\\[\\]]*?)\\s*\\]");

        static Name of(String written) {
            Matcher parts = WITH_UNIT.matcher(written.strip());
            return parts.matches() ? new Name(parts.group(1), parts.group(2)) : new Name(written.strip(), "");
        }
    }

    Header {
        names = List.copyOf(names);
        problems = List.copyOf(problems);
    }

    /** Reads the header; a column without a usable name is called by its position, so that its cells can be checked. */
    static Header of(String file, int line, List<String> cells) {
        List<Problem> problems = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            Name name = Name.of(cells.get(c));
            String position = "column " + (c + 1);
            Integer before = seen.putIfAbsent(name.name(), c);
            if (name.name().isEmpty()) {
                name = new Name(position, "");
                problems.add(
                        Problem.inCell(
                                file,
                                line,
                                "",
                                "no name for " + position,
                                "a name for every column",
                                c + 1 == cells.size()
                                        ? "Name it, or remove it; maybe every line ends with a comma?"
                                        : "Name it, or remove it; pandas leaves its row index out with to_csv(..., index=False)"));
            } else if (before != null) {
                problems.add(Problem.inCell(
                        file,
                        line,
                        name.name(),
                        "the same name for columns %d and %d".formatted(before + 1, c + 1),
                        "different names (apart from units)",
                        "Rename or remove one of them"));
                name = new Name(name.name() + " (" + position + ")", name.unit());
            }
            names.add(name);
        }
        if (isData(cells)) {
            problems.add(Problem.inCell(
                    file,
                    line,
                    "",
                    "numbers only, beginning with " + Cell.quote(cells.get(0)),
                    "a header with the names of the columns",
                    "Write a header as the first line"));
        }
        return new Header(file, line, names, problems);
    }

    /** Whether all cells are numbers, and not the numbering 0, 1, 2, ... or 1, 2, 3, ... of unnamed columns. */
    private static boolean isData(List<String> cells) {
        return cells.stream().noneMatch(c -> Double.isNaN(Cell.number(Cell.normalise(c))))
                && IntStream.of(0, 1)
                        .noneMatch(start -> IntStream.range(0, cells.size())
                                .allMatch(c -> Cell.normalise(cells.get(c)).equals(Integer.toString(c + start))));
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column).name();
    }

    /** Position of the column that is called {@code reference}, with or without its unit. */
    Optional<Integer> find(String reference) {
        Name wanted = Name.of(reference);
        return IntStream.range(0, size())
                .filter(c -> name(c).equals(reference.strip()) || names.get(c).equals(wanted))
                .boxed()
                .findFirst();
    }

    /** The error that no column is called {@code reference}; {@code use} says who asked for it. */
    Problem unknown(String reference, String use) {
        List<String> known = names.stream().map(Name::name).toList();
        return Problem.ofFile(
                file,
                "no column " + Cell.quote(reference) + " (" + use + ")",
                "one of the columns " + some(known),
                NearestName.cure(Name.of(reference).name(), known));
    }

    /** The first words, and how many there are more. */
    static String some(Collection<String> words) {
        int shown = words.size() > 12 ? 10 : words.size();
        String text = String.join(", ", words.stream().limit(shown).toList());
        return shown < words.size() ? text + ", ... (%d more)".formatted(words.size() - shown) : text;
    }
}
