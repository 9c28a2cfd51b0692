package assay.acquisition;

import java.util.Objects;

/**
 * One column of a table of experiments.
 *
 * @param name as in the header, without the unit
 * @param kind how its cells are read
 * @param role what it is for
 * @param unit the unit of its numbers, empty if none was given; kept for people, never used in arithmetic
 */
public record Column(String name, Kind kind, Role role, String unit) {

    /** Checks that a column that models see can be encoded, and that prices and times are numbers and dates. */
    public Column {
        Objects.requireNonNull(unit, "unit");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a column must not be blank");
        }
        boolean encodable = kind == Kind.NUMERIC || kind == Kind.CATEGORICAL;
        if ((role.isInput() || role == Role.TARGET) && !encodable) {
            throw new IllegalArgumentException(
                    "column %s (%s) cannot have role %s. Maybe it should be IGNORED, or its kind NUMERIC or CATEGORICAL?"
                            .formatted(name, kind, role));
        }
        if (role == Role.COST && kind != Kind.NUMERIC) {
            throw new IllegalArgumentException("cost column %s must be NUMERIC but is %s".formatted(name, kind));
        }
    }

    /** The same column in another role. */
    public Column withRole(Role other) {
        return new Column(name, kind, other, unit);
    }

    /** Name and unit as people write them: {@code mass [kg]}. */
    public String label() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
