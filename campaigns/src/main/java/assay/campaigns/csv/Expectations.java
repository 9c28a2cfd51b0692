package assay.campaigns.csv;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What options, schema file or history say of the columns of one file, checked against its header. */
final class Expectations {

    private static final Set<Role> UNIQUE = Set.of(Role.ID, Role.TIME, Role.TARGET, Role.COST);

    private static final Set<Kind> ANY = Set.of(Kind.values());

    private final Header header;
    private final ProblemList problems;
    private final Map<Integer, String> uses = new HashMap<>();
    private final Map<Integer, Expectation> expected = new LinkedHashMap<>();

    private Expectations(Header header, ProblemList problems) {
        this.header = header;
        this.problems = problems;
    }

    /** What a user declared: one expectation per column of the file. */
    static List<Expectation> declared(
            Header header, Declaration declaration, List<SchemaFile.Entry> schema, ProblemList problems) {
        Expectations all = new Expectations(header, problems);
        for (int c = 0; c < header.size(); c++) {
            all.expected.put(
                    c,
                    new Expectation(
                            Optional.empty(),
                            Optional.empty(),
                            header.names().get(c).unit()));
        }
        declaration.schemaFile().ifPresent(file -> all.schema(file, schema, declaration));
        declaration.target().ifPresent(name -> all.use(name, Role.TARGET));
        declaration.configurable().forEach(name -> all.use(name, Role.CONFIGURABLE));
        declaration.id().ifPresent(name -> all.use(name, Role.ID));
        declaration.time().ifPresent(name -> all.use(name, Role.TIME));
        declaration.cost().ifPresent(name -> all.use(name, Role.COST));
        declaration.excluded().forEach(name -> all.use(name, Role.IGNORED));
        all.uniqueRoles();
        all.kindsFit(declaration);
        return List.copyOf(all.expected.values());
    }

    private void schema(Path file, List<SchemaFile.Entry> schema, Declaration declaration) {
        Set<Integer> named = new HashSet<>();
        for (SchemaFile.Entry entry : schema) {
            Optional<Integer> column = header.find(entry.name());
            if (column.isEmpty()) {
                problems.add(header.unknown(entry.name(), "named in " + file));
                continue;
            }
            named.add(column.get());
            String unit = unit(column.get(), entry.unit().orElse(""), file.toString());
            expected.put(column.get(), new Expectation(entry.role(), entry.kind(), unit));
        }
        Set<Integer> inOptions = new HashSet<>();
        references(declaration).forEach(name -> header.find(name).ifPresent(inOptions::add));
        for (int c = 0; c < header.size(); c++) {
            if (!named.contains(c) && !inOptions.contains(c)) {
                problems.add(Problem.ofColumn(
                                header.file(),
                                header.name(c),
                                "a column that " + file + " does not name",
                                "only columns of the schema",
                                "It is ignored; add it to the schema to use it")
                        .asWarning());
                expected.put(c, expected.get(c).withRole(Role.IGNORED));
            }
        }
    }

    private static List<String> references(Declaration declaration) {
        List<String> names = new ArrayList<>(declaration.configurable());
        declaration.target().ifPresent(names::add);
        declaration.id().ifPresent(names::add);
        declaration.time().ifPresent(names::add);
        declaration.cost().ifPresent(names::add);
        return names;
    }

    private String unit(int column, String wanted, String source) {
        String written = header.names().get(column).unit();
        if (!written.isEmpty() && !wanted.isEmpty() && !written.equals(wanted)) {
            problems.add(Problem.inCell(
                    header.file(),
                    header.line(),
                    header.name(column),
                    "the unit " + written,
                    "the unit " + wanted + " as in " + source,
                    "Convert the cells, or correct the unit"));
        }
        return wanted.isEmpty() ? written : wanted;
    }

    private void use(String name, Role role) {
        String use = role == Role.IGNORED ? "excluded" : Words.of(role);
        Optional<Integer> found = header.find(name);
        if (found.isEmpty()) {
            problems.add(header.unknown(name, use));
            return;
        }
        int column = found.get();
        String before = uses.putIfAbsent(column, use);
        if (before != null) {
            problems.add(Problem.ofColumn(
                    header.file(),
                    header.name(column),
                    before.equals(use)
                            ? "the column named twice as " + use
                            : "the column named as %s and as %s".formatted(before, use),
                    "one use of each column",
                    "Name it once"));
            return;
        }
        expected.put(column, expected.get(column).withRole(role));
    }

    private void uniqueRoles() {
        for (Role role : Role.values()) {
            List<String> names = new ArrayList<>();
            expected.forEach((column, expectation) -> {
                if (UNIQUE.contains(role) && expectation.is(role)) {
                    names.add(header.name(column));
                }
            });
            if (names.size() > 1) {
                problems.add(Problem.ofFile(
                        header.file(),
                        "the role %s for %s".formatted(Words.of(role), String.join(" and ", names)),
                        "one such column",
                        "Give the others the role ignored, in the schema file or with --exclude"));
            }
        }
    }

    /** Reports kinds of the schema file that do not fit roles or task, and forgets them. */
    private void kindsFit(Declaration declaration) {
        boolean regression =
                declaration.task().filter(t -> t == TaskKind.REGRESSION).isPresent();
        expected.replaceAll((column, expectation) -> {
            Set<Kind> fitting =
                    expectation.role().map(r -> kinds(r, regression)).orElse(ANY);
            if (expectation.kind().isEmpty()
                    || fitting.contains(expectation.kind().get())) {
                return expectation;
            }
            Role role = expectation.role().orElseThrow();
            List<String> words = fitting.stream().map(Words::of).sorted().toList();
            problems.add(Problem.ofColumn(
                    header.file(),
                    header.name(column),
                    "kind " + Words.of(expectation.kind().get()) + " in the schema file",
                    "kind %s for role %s".formatted(String.join(" or ", words), Words.of(role)),
                    role == Role.TARGET && regression
                            ? "Maybe --task classification?"
                            : "Correct the kind, or maybe role: ignored?"));
            return new Expectation(expectation.role(), Optional.empty(), expectation.unit());
        });
    }

    private static Set<Kind> kinds(Role role, boolean regression) {
        return switch (role) {
            case CONFIGURABLE, MEASURED -> Set.of(Kind.NUMERIC, Kind.CATEGORICAL);
            case TARGET -> regression ? Set.of(Kind.NUMERIC) : Set.of(Kind.NUMERIC, Kind.CATEGORICAL);
            case COST -> Set.of(Kind.NUMERIC);
            case TIME -> Set.of(Kind.NUMERIC, Kind.DATE);
            case ID, IGNORED -> ANY;
        };
    }

    /**
     * What the history says of the columns of a file that must match it.
     *
     * @param required roles of which every column must be there; of the other roles ID, TIME and COST are read if they
     *     are there, and the rest is not looked at
     * @return expectations by position in the file, of the columns that are read
     */
    static Map<Integer, Expectation> like(Header header, Schema history, Set<Role> required, ProblemList problems) {
        Expectations all = new Expectations(header, problems);
        List<String> known = new ArrayList<>();
        for (Column column : history.columns()) {
            known.add(column.name());
            boolean optional = UNIQUE.contains(column.role()) && column.role() != Role.TARGET;
            if (required.contains(column.role()) || optional) {
                all.match(column, required);
            } else if (column.role() != Role.IGNORED) {
                header.find(column.name()).ifPresent(c -> all.notLookedAt(c, column));
            }
        }
        for (String name : header.names().stream().map(Header.Name::name).toList()) {
            if (!known.contains(name)) {
                problems.add(Problem.ofColumn(
                                header.file(),
                                name,
                                "a column that the history does not have",
                                "the columns of the history",
                                "It is ignored")
                        .asWarning());
            }
        }
        return all.expected;
    }

    private void match(Column column, Set<Role> required) {
        Optional<Integer> position = header.find(column.name());
        String role = Words.of(column.role());
        if (position.isPresent()) {
            String unit = unit(position.get(), column.unit(), "the history");
            expected.put(position.get(), new Expectation(Optional.of(column.role()), Optional.of(column.kind()), unit));
        } else if (required.contains(column.role())) {
            problems.add(Problem.ofFile(
                    header.file(),
                    "no column " + Cell.quote(column.name()),
                    "the %s column %s of the history".formatted(role, column.label()),
                    NearestName.cure(
                            column.name(),
                            header.names().stream().map(Header.Name::name).toList())));
        }
    }

    private void notLookedAt(int position, Column column) {
        String role = Words.of(column.role());
        problems.add(Problem.ofColumn(
                        header.file(),
                        header.name(position),
                        "a %s column".formatted(role),
                        "only what is known before a test",
                        "It is ignored: nothing looks at it")
                .asWarning());
    }
}
