package assay.campaigns.rules;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.NearestName;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that rules may speak of: what is known of a candidate before it is run, its name, time and price. */
final class Columns {

    private final Table table;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    Columns(Table candidates) {
        this.table = candidates;
        Schema schema = candidates.schema();
        for (int c = 0; c < schema.columns().size(); c++) {
            Role role = schema.columns().get(c).role();
            if (role == Role.CONFIGURABLE || role == Role.ID || role == Role.TIME || role == Role.COST) {
                positions.put(schema.columns().get(c).name(), c);
            }
        }
        Map.of("id", Role.ID, "time", Role.TIME, "cost", Role.COST)
                .forEach((name, role) -> schema.indexOf(role).ifPresent(c -> positions.putIfAbsent(name, c)));
    }

    boolean has(String name) {
        return positions.containsKey(name);
    }

    /** @throws IllegalArgumentException that lists the columns, and the nearest one */
    void require(String expression, String name) {
        if (!has(name)) {
            List<String> known = new ArrayList<>(positions.keySet());
            throw new IllegalArgumentException(NearestName.unknown(
                    "%s: candidates have no column %s that is known before a test".formatted(expression, name),
                    name,
                    "All columns:",
                    known));
        }
    }

    Operand cell(int row, String name) {
        int column = positions.get(name);
        Column declared = table.schema().columns().get(column);
        if (table.isMissing(row, column)) {
            return new Operand(name, Operand.MISSING);
        }
        return new Operand(
                name, declared.kind() == Kind.NUMERIC ? (Object) table.number(row, column) : table.text(row, column));
    }

    /** Position in the table; empty if there is no such column. */
    Optional<Integer> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    int rows() {
        return table.size();
    }

    Table table() {
        return table;
    }
}
