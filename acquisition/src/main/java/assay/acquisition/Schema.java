package assay.acquisition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a table of experiments, in file order. Names are unique; at most one column each is ID, TIME, TARGET
 * and COST.
 */
public record Schema(List<Column> columns) {

    private static final Set<Role> UNIQUE = Set.of(Role.ID, Role.TIME, Role.TARGET, Role.COST);

    /** Checks that names and unique roles are unique. */
    public Schema {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        Set<Role> roles = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column %s occurs twice".formatted(column.name()));
            }
            if (UNIQUE.contains(column.role()) && !roles.add(column.role())) {
                throw new IllegalArgumentException(
                        "column %s is a second column of role %s. Maybe one of them is IGNORED?"
                                .formatted(column.name(), column.role()));
            }
        }
    }

    /** Position of the column called {@code name}. */
    public Optional<Integer> indexOf(String name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name))
                .boxed()
                .findFirst();
    }

    /** Position of the first column of a role. */
    public Optional<Integer> indexOf(Role role) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == role)
                .boxed()
                .findFirst();
    }

    /** The columns of a role, in file order. */
    public List<Column> columns(Role role) {
        return columns.stream().filter(c -> c.role() == role).toList();
    }
}
