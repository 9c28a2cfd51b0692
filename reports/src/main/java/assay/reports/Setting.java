package assay.reports;

import assay.acquisition.Column;
import assay.acquisition.Kind;
import assay.acquisition.Role;
import java.util.ArrayList;
import java.util.List;

/** A configurable column and where it is in the two tables. */
record Setting(Column column, int inHistory, int inCandidates) {

    static List<Setting> of(RankingReport report) {
        List<Setting> settings = new ArrayList<>();
        List<Column> columns = report.history().schema().columns();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).role() == Role.CONFIGURABLE) {
                int other = report.candidates()
                        .schema()
                        .indexOf(columns.get(c).name())
                        .orElseThrow();
                settings.add(new Setting(columns.get(c), c, other));
            }
        }
        return List.copyOf(settings);
    }

    boolean isNumeric() {
        return column.kind() == Kind.NUMERIC;
    }
}
