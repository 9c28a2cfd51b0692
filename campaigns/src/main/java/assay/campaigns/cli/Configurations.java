package assay.campaigns.cli;

import assay.acquisition.Column;
import assay.acquisition.Role;
import assay.acquisition.Table;
import java.util.ArrayList;
import java.util.List;

/** Tests by their settings: two are the same if all cells that are known before a test are. */
final class Configurations {

    private Configurations() {}

    /**
     * The settings of every row, in writing.
     *
     * @param table whose configurable columns are found by name
     * @param like whose configurable columns count, in their order
     */
    static List<List<String>> of(Table table, Table like) {
        List<Integer> positions = new ArrayList<>();
        for (Column column : like.schema().columns(Role.CONFIGURABLE)) {
            positions.add(table.schema().indexOf(column.name()).orElseThrow());
        }
        List<List<String>> settings = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            int own = row;
            settings.add(positions.stream().map(c -> table.text(own, c)).toList());
        }
        return settings;
    }
}
