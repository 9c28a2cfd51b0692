package assay.reports;

import assay.acquisition.Column;
import assay.acquisition.Pick;
import assay.acquisition.Plan;
import assay.acquisition.Role;
import assay.acquisition.Schema;
import assay.acquisition.Table;
import assay.acquisition.Valuation;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the page about one ranking shows. The columns of role CONFIGURABLE in the schema of the history are
 * shown as settings.
 *
 * @param title heading of the page
 * @param plan what to buy next and why
 * @param nextBest candidates that just missed the batch, best first; may be empty
 * @param history the known tests as the engineer wrote them, n rows; every id of the plan's valuation is one of theirs
 * @param candidates the pool as the engineer wrote it, m rows; {@link Pick#candidate()} is a row of it
 * @param currency of the costs, such as EUR; empty if no prices were given and every test counts 1
 * @param origin how the ranking came about
 */
public record RankingReport(
        String title, Plan plan, List<Pick> nextBest, Table history, Table candidates, String currency, Origin origin) {

    /**
     * How a ranking came about; printed as it is.
     *
     * @param version of the software that made the ranking
     * @param date when it was made, for people
     * @param command the command line that makes it again
     * @param settings name and value, seed included, in the order to print them
     * @param dataNotes what was found odd in the data, or done to it, most important first
     */
    public record Origin(
            String version, String date, String command, Map<String, String> settings, List<String> dataNotes) {

        /** Copies the map and the list; the order of the map is kept. */
        public Origin {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(command, "command");
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            dataNotes = List.copyOf(dataNotes);
        }
    }

    /** Checks that settings, picks and values are about the rows of these two tables. */
    public RankingReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(origin, "origin");
        nextBest = List.copyOf(nextBest);
        checkColumns(history.schema(), candidates.schema());
        List<String> ids = candidates.ids();
        plan.picks().forEach(pick -> checkPick(pick, ids));
        nextBest.forEach(pick -> checkPick(pick, ids));
        plan.valuation().ifPresent(valuation -> checkValues(valuation, history));
    }

    private static void checkColumns(Schema history, Schema candidates) {
        for (Column column : history.columns(Role.CONFIGURABLE)) {
            Optional<Column> same = candidates.columns().stream()
                    .filter(c -> c.name().equals(column.name()))
                    .findFirst();
            if (same.isEmpty()) {
                throw new IllegalArgumentException(
                        "configurable column %s of the history is missing from the candidates. Maybe it is %s?"
                                .formatted(column.name(), Role.MEASURED));
            }
            if (same.get().kind() != column.kind()) {
                throw new IllegalArgumentException("column %s is %s in the history but %s in the candidates"
                        .formatted(column.name(), column.kind(), same.get().kind()));
            }
        }
    }

    private static void checkPick(Pick pick, List<String> ids) {
        if (pick.candidate() < 0 || pick.candidate() >= ids.size()) {
            throw new IllegalArgumentException("pick %s is candidate number %d, but there are %d candidates"
                    .formatted(pick.id(), pick.candidate(), ids.size()));
        }
        String id = ids.get(pick.candidate());
        if (!id.equals(pick.id())) {
            throw new IllegalArgumentException(
                    "pick %s is candidate number %d, which is called %s. Maybe rows were dropped after the table was read?"
                            .formatted(pick.id(), pick.candidate(), id));
        }
    }

    private static void checkValues(Valuation valuation, Table history) {
        Set<String> known = new HashSet<>(history.ids());
        for (int row = 0; row < valuation.size(); row++) {
            if (!known.contains(valuation.id(row))) {
                throw new IllegalArgumentException(
                        "test %s has a value but is not in the history. Maybe rows were dropped after the table was read?"
                                .formatted(valuation.id(row)));
            }
        }
    }
}
